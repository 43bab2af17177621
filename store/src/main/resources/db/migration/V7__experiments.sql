-- The experiment a branch is played for; null for those forked by hand.
alter table simulations add column experiment uuid;
create index on simulations (experiment) where experiment is not null;

-- A what-if: its plan is frozen when it is asked for, with the ids of all its branches.
create table experiments (
  id          uuid primary key,
  simulation  uuid        not null references simulations on delete cascade,
  request     bigint      not null unique references requests on delete cascade,
  name        text,
  description text,
  asked       jsonb       not null,
  plan        jsonb       not null,
  plan_hash   text        not null,
  state       text        not null default 'running' check (state in ('running', 'cancelling', 'done', 'cancelled')),
  created_at  timestamptz not null default now(),
  ended_at    timestamptz
);
create index on experiments (simulation);

-- One branch of it, and what came of that. The branch itself may be played on or deleted afterwards.
create table experiment_runs (
  experiment uuid        not null references experiments on delete cascade,
  position   int         not null,
  block      int         not null,
  option     int         not null,
  repeat     int         not null,
  branch     uuid        not null unique,
  state      text        not null default 'waiting' check (state in ('waiting', 'playing', 'ended', 'failed')),
  record     jsonb,
  ended_at   timestamptz,
  primary key (experiment, position),
  check ((state in ('ended', 'failed')) = (record is not null))
);
