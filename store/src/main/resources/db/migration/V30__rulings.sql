-- What a judge said of a run about a proposition of its experiment's plan; null when there was no usable answer. The calls
-- lie with the branch, which may be deleted before the experiment is.
create table rulings (
  experiment  uuid        not null,
  position    int         not null,
  proposition int         not null,
  asking      text        not null check (asking in ('first', 'again', 'negated')),
  holds       text        check (holds in ('true', 'false', 'unclear')),
  evidence    jsonb       not null,
  reason      text        not null,
  model       text,
  scripted    boolean     not null,
  left_out    int         not null,
  ruled_at    timestamptz not null default clock_timestamp(),
  primary key (experiment, position, proposition, asking),
  foreign key (experiment, position) references experiment_runs on delete cascade
);

-- What people said of the same.
create table labels (
  experiment  uuid        not null,
  position    int         not null,
  proposition int         not null,
  labeller    text        not null,
  holds       boolean     not null,
  note        text,
  labelled_at timestamptz not null default clock_timestamp(),
  primary key (experiment, position, proposition, labeller),
  foreign key (experiment, position) references experiment_runs on delete cascade
);
