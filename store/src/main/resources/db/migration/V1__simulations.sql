-- One row per simulation; a branch is a simulation with a parent. Locked by whoever changes it.
create table simulations (
  id            uuid primary key,
  owner         text        not null,
  start_key     text        not null,
  start_hash    text        not null,
  parent        uuid        references simulations,
  root          uuid        not null,
  base_turn     int         not null default 0,
  name          text,
  description   text,
  text          text        not null,
  scenario      jsonb       not null,
  status        text        not null default 'active' check (status in ('active', 'paused', 'completed', 'failed')),
  current_turn  int         not null default 0,
  max_turns     int         not null,
  head          bigint      not null,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  unique (owner, start_key)
);
create index on simulations (created_at desc, id);
create index on simulations (parent);

-- Every simulation with its ancestors and itself; what it sees of an ancestor ends at upto_seq.
create table lineage (
  simulation uuid   not null references simulations on delete cascade,
  ancestor   uuid   not null references simulations,
  upto_seq   bigint not null,
  depth      int    not null check (depth between 0 and 64),
  primary key (simulation, ancestor)
);

-- The inbox. A stored request will be played or refused; its outcome is what every repeat of its key is answered with.
create table requests (
  id          bigint generated always as identity primary key,
  simulation  uuid        not null references simulations on delete cascade,
  key         text        not null,
  operation   text        not null,
  body        text        not null,
  body_hash   text        not null,
  state       text        not null default 'open' check (state in ('open', 'taken', 'done', 'refused')),
  turn        int,
  http_status int,
  error       text,
  detail      text,
  run_id      text,
  scanned_at  timestamptz,
  created_at  timestamptz not null default now(),
  taken_at    timestamptz,
  closed_at   timestamptz,
  unique (simulation, key)
);
create index requests_unanswered on requests (id) where state in ('open', 'taken');

create table turns (
  simulation  uuid        not null references simulations on delete cascade,
  turn        int         not null check (turn > 0),
  request     bigint      unique references requests on delete cascade,
  state       text        not null check (state in ('taken', 'left', 'played')),
  engine      int         not null,
  inputs      jsonb       not null,
  inputs_hash text        not null,
  events_hash text,
  taken_at    timestamptz not null default now(),
  ended_at    timestamptz,
  primary key (simulation, turn),
  check ((state = 'left') = (request is null))
);

-- Append-only, written by projection alone.
create table journal (
  simulation  uuid        not null references simulations on delete cascade,
  seq         bigint      not null,
  turn        int         not null,
  type        text        not null,
  event       jsonb       not null,
  hash        text        not null,
  recorded_at timestamptz not null default now(),
  primary key (simulation, seq)
);

create table snapshots (
  simulation uuid        not null references simulations on delete cascade,
  turn       int         not null,
  head       bigint      not null,
  engine     int         not null,
  state      jsonb       not null,
  hash       text        not null,
  created_at timestamptz not null default now(),
  primary key (simulation, turn)
);

-- One provider request each. No foreign key: what was spent outlives a deleted simulation, without its texts.
create table attempts (
  id                 uuid primary key,
  simulation         uuid        not null,
  owner              text        not null,
  budget_scope       text        not null,
  turn               int         not null,
  seat               text        not null,
  phase              text        not null,
  round              int         not null,
  resample           int         not null,
  call_class         text        not null,
  worker             text        not null,
  state              text        not null default 'open' check (state in ('open', 'recorded', 'lost', 'unusable', 'refused', 'broken', 'unknown')),
  model              text        not null,
  served_model       text,
  scripted           boolean,
  request            text,
  reserved_tokens    int         not null,
  reply              text,
  http_status        int,
  code               text,
  detail             text,
  retry_at           timestamptz,
  prompt_tokens      int,
  cached_tokens      int,
  completion_tokens  int,
  reasoning_tokens   int,
  system_fingerprint text,
  provider_request   text,
  latency_ms         int,
  started_at         timestamptz not null default now(),
  ended_at           timestamptz
);
create index on attempts (simulation, turn, seat, phase, round);
create index on attempts (simulation) where state = 'open' or retry_at is not null;

-- The reply that won under a call's natural key, or the fact that the call was given up.
create table calls (
  simulation   uuid        not null references simulations on delete cascade,
  turn         int         not null,
  seat         text        not null,
  phase        text        not null,
  round        int         not null,
  role         text        not null,
  state        text        not null check (state in ('ok', 'degraded')),
  input_hash   text        not null,
  reply        text,
  content_hash text,
  reason       text,
  parse_step   text,
  attempt      uuid,
  model        text,
  scripted     boolean     not null,
  recorded_at  timestamptz not null default now(),
  primary key (simulation, turn, seat, phase, round),
  check ((state = 'ok') = (reply is not null and content_hash is not null))
);

create table memories (
  id               uuid primary key default gen_random_uuid(),
  simulation       uuid        not null references simulations on delete cascade,
  seq              bigint      not null,
  turn             int         not null,
  seat             text        not null,
  agent_role       text        not null,
  memory_type      text        not null check (memory_type in ('short_term', 'long_term', 'episodic', 'semantic')),
  key              text        not null,
  content          jsonb       not null,
  importance       real        not null check (importance between 0 and 1),
  created_at       timestamptz not null default now(),
  expires_at       timestamptz,
  search           tsvector    generated always as (to_tsvector('english', coalesce(content ->> 'summary', ''))) stored,
  unique (simulation, seat, key)
);
create index on memories (simulation, seat, seq);
create index on memories using gin (search);

-- How often a reader recalled a memory; an inherited memory counts for each reader apart.
create table memory_reads (
  reader  uuid        not null references simulations on delete cascade,
  memory  uuid        not null references memories on delete cascade,
  reads   int         not null,
  last_at timestamptz not null,
  primary key (reader, memory)
);

-- Worker processes. Each holds a session advisory lock on its id while it lives, so a free lock proves it dead.
create table workers (
  id         bigint      generated always as identity primary key,
  identity   text        not null unique,
  started_at timestamptz not null default now()
);
