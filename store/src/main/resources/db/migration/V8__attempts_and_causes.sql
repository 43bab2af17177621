-- What kind of failure an attempt ended in (limits and outages are no faults of the call), whether the request had to be
-- made smaller, and what it cost: exact where the provider said what it took, else what was reserved. Rows of the release
-- before have no cause and are told by their status; where the price of a model is not known there is no cost.
alter table attempts
  add column cause         text,
  add column shrunk        boolean not null default false,
  add column reserved_usd  numeric,
  add column cost_usd      numeric,
  add column price_version text;
