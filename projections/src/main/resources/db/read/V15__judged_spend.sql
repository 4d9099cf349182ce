-- How much of a spend is accepted, waits for a judgement, is to be paid back, and has come back from the merchant. Where
-- it stands follows from that; what has not been paid is held or cleared.
DROP INDEX spend_of_standing;
ALTER TABLE spend DROP COLUMN standing;
ALTER TABLE spend ADD COLUMN unpaid text;
ALTER TABLE spend ADD COLUMN accepted bigint NOT NULL DEFAULT 0;
ALTER TABLE spend ADD COLUMN under_query bigint NOT NULL DEFAULT 0;
ALTER TABLE spend ADD COLUMN reclaimed bigint NOT NULL DEFAULT 0;
ALTER TABLE spend ADD COLUMN refunded bigint NOT NULL DEFAULT 0;
ALTER TABLE spend ADD COLUMN standing text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN unpaid IS NOT NULL THEN unpaid
         WHEN under_query > 0 THEN 'UNDER_QUERY'
         WHEN reclaimed > 0 AND accepted > 0 THEN 'PART'
         WHEN reclaimed > 0 THEN 'RECLAIMED'
         WHEN accepted > 0 THEN 'ACCEPTED'
         ELSE 'REFUNDED'
    END) STORED;
CREATE INDEX spend_of_standing ON spend (standing, position);

-- What was asked about it last, what was answered, and why it was judged as it was.
ALTER TABLE spend ADD COLUMN policy_version integer;
ALTER TABLE spend ADD COLUMN answer_by date;
ALTER TABLE spend ADD COLUMN question uuid;
ALTER TABLE spend ADD COLUMN answer uuid;
ALTER TABLE spend ADD COLUMN evidence boolean;
ALTER TABLE spend ADD COLUMN judgement uuid;
ALTER TABLE spend ADD COLUMN judged_by text;

-- Which spend a reclaim is about.
CREATE TABLE spend_reclaim (
    reclaim uuid PRIMARY KEY,
    spend   uuid NOT NULL
);
