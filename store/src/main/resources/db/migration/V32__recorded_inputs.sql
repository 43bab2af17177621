-- Whether a branch's turns are given what was asked of the same turns of the simulation it was forked from.
alter table simulations add column recorded_inputs boolean not null default false;

-- These inputs as they were when it was forked; whatever happens to that simulation afterwards, they stay.
create table given_inputs (
  simulation uuid  not null references simulations on delete cascade,
  turn       int   not null check (turn > 0),
  inputs     jsonb not null,
  primary key (simulation, turn)
);
