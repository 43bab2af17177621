-- Where a call that waits for the provider's limits stands in the queue for its model, when it asked last.
alter table attempts add column place int;
