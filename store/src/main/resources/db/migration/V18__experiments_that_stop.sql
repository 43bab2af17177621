-- What a stop rule made unnecessary: its branch is never played.
alter table experiment_runs drop constraint experiment_runs_state_check;
alter table experiment_runs add constraint experiment_runs_state_check
  check (state in ('waiting', 'playing', 'ended', 'failed', 'skipped'));
