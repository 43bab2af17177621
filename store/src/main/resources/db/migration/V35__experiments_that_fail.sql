-- Met a defect: ended, its request answered, nothing told of it.
alter table experiments drop constraint experiments_state_check;
alter table experiments add constraint experiments_state_check
  check (state in ('running', 'cancelling', 'done', 'cancelled', 'failed'));

-- In its middle when the experiment ended: without a record, as its block does not count.
alter table experiment_runs drop constraint experiment_runs_state_check;
alter table experiment_runs add constraint experiment_runs_state_check
  check (state in ('waiting', 'playing', 'ended', 'failed', 'skipped', 'stopped'));
