-- What a simulation and everything forked from it may spend; no row, no cap. Its row is locked last, after simulations.
create table budgets (
  root       uuid        primary key references simulations on delete cascade,
  max_tokens bigint      check (max_tokens > 0),
  max_usd    numeric     check (max_usd > 0),
  updated_at timestamptz not null default now(),
  check (max_tokens is not null or max_usd is not null)
);

-- What was reserved for a turn when it was taken. It counts while the turn is under way, as far as it is not spent yet.
alter table turns
  add column reserved_tokens bigint,
  add column reserved_usd    numeric;

-- A play that waits for its budget: nobody rings for it until something is released.
alter table requests add column over_budget boolean not null default false;
create index requests_over_budget on requests (simulation) where over_budget;

-- Spending is summed over everything forked from one beginning, and by owner.
create index attempts_scope on attempts (budget_scope);
create index attempts_owner on attempts (owner, started_at);

-- How models are asked here and what they cost, as the worker that started last says it.
create table terms (
  single     boolean     primary key default true check (single),
  terms      jsonb       not null,
  updated_at timestamptz not null default now()
);

-- What a simulation was expected to cost when it was started, shown beside what was spent.
alter table simulations add column estimate jsonb;
