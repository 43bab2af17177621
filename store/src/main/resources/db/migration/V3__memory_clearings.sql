-- What a simulation no longer remembers, from a turn on: everything of an ancestor, or of its own, up to a journal position.
-- Appended and never changed, so branches forked before keep what they saw.
create table memory_clearings (
  id         bigint      generated always as identity primary key,
  simulation uuid        not null references simulations on delete cascade,
  ancestor   uuid        not null,
  upto_seq   bigint      not null,
  from_turn  int         not null,
  cleared_at timestamptz not null default clock_timestamp()
);
create index on memory_clearings (simulation);
