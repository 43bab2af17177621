-- What each worker last heard from the model's endpoint, key by key and without any part of one, for processes that ask no
-- model themselves.
alter table workers
  add column model_report jsonb,
  add column reported_at  timestamptz;
