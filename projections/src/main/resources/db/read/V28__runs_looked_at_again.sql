-- A run whose payees have had other bank details since it was built has another hash; the items keep the first.
ALTER TABLE pay_run ADD COLUMN built_hash text;
