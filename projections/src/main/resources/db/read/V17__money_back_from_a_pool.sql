-- What a pool gave back to its members.
ALTER TABLE pool_movement ADD COLUMN paid_back bigint NOT NULL;
