-- The prose of experiments' briefs. What it was written of is frozen with it; what models answered are recorded calls of phases
-- brief, entailment and baseline after the turn all runs share, numbered as briefs of the simulation are.
create table briefs (
  id         uuid        primary key,
  experiment uuid        not null references experiments on delete cascade,
  simulation uuid        not null references simulations on delete cascade,
  number     int         not null,
  key        text        not null,
  body_hash  text        not null,
  turn       int         not null,
  memo       text        not null,
  sources    jsonb       not null,
  options    int         not null,
  repeats    int         not null,
  max_tokens int         not null,
  state      text        not null default 'open' check (state in ('open', 'done', 'failed')),
  detail     text,
  prose      jsonb,
  baseline   jsonb,
  created_at timestamptz not null default clock_timestamp(),
  ended_at   timestamptz,
  unique (experiment, key),
  unique (simulation, number)
);
create index briefs_open on briefs (created_at) where state = 'open';
