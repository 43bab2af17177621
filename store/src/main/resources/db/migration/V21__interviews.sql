-- Questions to an agent as it was after a turn. The answer is a recorded call of phase interview, numbered as they are.
create table interviews (
  id         uuid        primary key,
  simulation uuid        not null references simulations on delete cascade,
  number     int         not null,
  key        text        not null,
  body_hash  text        not null,
  turn       int         not null,
  seat       text        not null,
  role       text        not null,
  question   text        not null,
  state      text        not null default 'open' check (state in ('open', 'done', 'failed')),
  detail     text,
  created_at timestamptz not null default clock_timestamp(),
  ended_at   timestamptz,
  unique (simulation, key),
  unique (simulation, number)
);
create index interviews_open on interviews (created_at) where state = 'open';
