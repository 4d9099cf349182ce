-- Money that several budgets hold together.
CREATE TABLE pool (
    pool        uuid        PRIMARY KEY,
    position    bigint      NOT NULL UNIQUE,
    recorded_at timestamptz NOT NULL,
    holder      text        NOT NULL,
    starts_on   date        NOT NULL
);

-- What each member bears, as it was agreed; of one agreement all rows have the same position.
CREATE TABLE pool_share (
    pool         uuid        NOT NULL,
    position     bigint      NOT NULL,
    place        integer     NOT NULL,
    recorded_at  timestamptz NOT NULL,
    from_on      date        NOT NULL,
    budget       uuid        NOT NULL,
    basis_points integer     NOT NULL,
    PRIMARY KEY (pool, position, place)
);

-- What each member paid in, and what it bore of what was spent, by source.
CREATE TABLE pool_movement (
    pool         uuid        NOT NULL,
    position     bigint      NOT NULL,
    place        integer     NOT NULL,
    recorded_at  timestamptz NOT NULL,
    effective_on date        NOT NULL,
    budget       uuid        NOT NULL,
    source       text        NOT NULL,
    paid_in      bigint      NOT NULL,
    spent        bigint      NOT NULL,
    PRIMARY KEY (pool, position, place)
);
