-- Money that came to the council's bank without a budget, and what has been said of what it was for.
CREATE TABLE receipt (
    receipt     uuid        PRIMARY KEY,
    position    bigint      NOT NULL,
    recorded_at timestamptz NOT NULL,
    received_on date        NOT NULL,
    book        text        NOT NULL,
    reference   uuid,
    recorded_by text        NOT NULL,
    amount      bigint      NOT NULL,
    allocated   bigint      NOT NULL,
    withdrawn   boolean     NOT NULL
);
CREATE INDEX receipt_in_order ON receipt (position);
CREATE INDEX receipt_open ON receipt (position) WHERE amount > allocated AND NOT withdrawn;

-- What of a receipt was for a budget, and there for what.
CREATE TABLE receipt_allocation (
    position     bigint      PRIMARY KEY,
    receipt      uuid        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    budget       uuid        NOT NULL,
    for_what     text        NOT NULL,
    item         uuid,
    amount       bigint      NOT NULL,
    allocated_by text        NOT NULL
);
CREATE INDEX receipt_allocation_of_receipt ON receipt_allocation (receipt, position);
