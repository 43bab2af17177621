-- Which trunk a branch is forked from; 1 where all share the simulation's own turn.
alter table experiment_runs add column trunk int not null default 1;

-- Trunks of a what-if that has its own, played from turn 0 to where its branches are forked.
create table experiment_trunks (
  experiment uuid        not null references experiments on delete cascade,
  trunk      int         not null check (trunk > 0),
  repeat     int         not null,
  simulation uuid        not null unique,
  state      text        not null default 'waiting'
             check (state in ('waiting', 'playing', 'ended', 'failed', 'skipped')),
  turn       int,
  failure    text,
  ended_at   timestamptz,
  primary key (experiment, trunk)
);
