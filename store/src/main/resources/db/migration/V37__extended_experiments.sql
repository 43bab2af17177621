-- More repeats of a what-if that was over. Only what was announced when it began, and so paid for in its intervals, leaves
-- their promise as it is; what was not is exploratory.
create table experiment_extensions (
  experiment uuid        not null references experiments on delete cascade,
  number     int         not null,
  request    bigint      not null unique references requests on delete cascade,
  repeats    int         not null check (repeats > 0),
  announced  boolean     not null,
  created_at timestamptz not null default now(),
  primary key (experiment, number)
);
