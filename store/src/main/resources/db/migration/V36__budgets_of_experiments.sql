-- What the branches of a what-if may spend together, beside what everything forked from their beginning may; null, no cap.
-- Its row is locked after that of the budget of the beginning.
alter table experiments
  add column max_tokens bigint  check (max_tokens > 0),
  add column max_usd    numeric check (max_usd > 0),
  -- What ended it before all that was asked for was played; null where nothing did, or its user.
  add column stopped_by text    check (stopped_by in ('rule', 'budget'));
