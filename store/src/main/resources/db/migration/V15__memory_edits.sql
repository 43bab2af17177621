-- Words of a query that nobody ever said are looked for among words alike.
create extension if not exists pg_trgm;

-- Clearing is one way of changing what is remembered. All of them append, each with the turn it counts from: a row without
-- a memory clears everything of an ancestor up to a position, one with a memory is that memory as it is from then on.
alter table memory_clearings rename to memory_edits;
alter table memory_edits rename column cleared_at to made_at;
alter table memory_edits
  alter column ancestor drop not null,
  alter column upto_seq drop not null,
  add column memory       uuid,
  add column content      jsonb,
  add column importance   real check (importance between 0 and 1),
  add column until_turn   int,
  add column pinned       boolean not null default false,
  add column forgotten    boolean not null default false,
  add column settled      text check (settled in ('kept', 'dropped')),
  add column settled_turn int,
  add column request_key  text,
  add column request_hash text,
  add column search       tsvector generated always as (to_tsvector('english', coalesce(content ->> 'summary', ''))) stored,
  add check ((memory is null) = (content is null)),
  add check ((memory is null) = (upto_seq is not null));
create unique index memory_edits_requests on memory_edits (simulation, request_key);

-- As the previous release knows it.
create view memory_clearings as
  select id, simulation, ancestor, upto_seq, from_turn, made_at as cleared_at from memory_edits where memory is null;

-- What is learned in a turn has no edit; what is written by hand came with one. A memory holds up to a turn, a commitment
-- (long_term) is due by then; a reflection names the memories it rests on.
alter table memories
  add column edit       bigint references memory_edits on delete cascade,
  add column until_turn int,
  add column sources    text[] not null default '{}';

-- The last edit of an ancestor that a simulation sees: those that were there at the fork. A fork by the previous release,
-- while both run, sees later ones, too.
alter table lineage add column upto_edit bigint not null default 9223372036854775807;
update lineage y set upto_edit = coalesce((
    select max(e.id) from memory_edits e
    join lineage k on k.simulation = y.simulation and k.depth = y.depth - 1
    join simulations fork on fork.id = k.ancestor
    where e.simulation = y.ancestor and e.made_at <= fork.created_at), 0)
where y.depth > 0;
