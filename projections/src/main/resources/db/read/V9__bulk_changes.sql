-- One decision about many budgets.
CREATE TABLE bulk_change (
    batch        text        PRIMARY KEY,
    position     bigint      NOT NULL UNIQUE,
    recorded_at  timestamptz NOT NULL,
    kind         text        NOT NULL,
    basis_points integer,
    category     text,
    rate         bigint,
    from_on      date,
    ordered_by   text        NOT NULL
);

-- What it proposes for each budget.
CREATE TABLE bulk_proposal (
    batch    text   NOT NULL,
    budget   uuid   NOT NULL,
    position bigint NOT NULL UNIQUE,
    weekly   bigint NOT NULL,
    proposed bigint NOT NULL,
    PRIMARY KEY (batch, budget)
);

-- The plans by which a proposal is decided; whether they were approved stands with the plan.
CREATE TABLE bulk_plan (
    batch   text    NOT NULL,
    budget  uuid    NOT NULL,
    version integer NOT NULL,
    weekly  bigint,
    PRIMARY KEY (batch, budget, version)
);
