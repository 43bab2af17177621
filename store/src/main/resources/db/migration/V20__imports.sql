-- Replies that were recorded elsewhere and came in a bundle: what they cost was paid there.
alter table calls add column imported boolean not null default false;

-- Of a simulation that was imported: which one it was there, and the journal it came with.
alter table simulations
  add column imported_from uuid,
  add column imported_hash text;
