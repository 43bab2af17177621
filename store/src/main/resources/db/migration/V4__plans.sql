-- The work that is open after a turn, and the figures shown of it: written with the turn, never changed.
create table plans (
  simulation uuid  not null references simulations on delete cascade,
  turn       int   not null,
  plan       jsonb not null,
  figures    jsonb not null,
  primary key (simulation, turn)
);
