-- What a branch was forked with; null for what was started. Forks are found by root, and a parent's by its row.
alter table simulations add column changes jsonb;
create index on simulations (root, created_at);

-- The last turn a simulation sees of an ancestor. Without an end it is the simulation itself.
alter table lineage add column upto_turn int not null default 2147483647;
create index on lineage (ancestor);
