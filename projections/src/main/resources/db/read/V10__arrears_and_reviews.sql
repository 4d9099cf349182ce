-- What is due of a person's contribution, and what became of it: one row for each thing that happened. Amounts in pence.
-- DUE raises what is owed (negative where it was lowered); RECEIVED and RELIEVED settle it; GIVEN_UP takes what was
-- received out of that again, since it is owed back or was paid back; CLIENT_PART is owed back beside it; REFUNDED was
-- instructed to be paid back.
CREATE TABLE contribution_item (
    position       bigint      NOT NULL,
    kind           text        NOT NULL,
    budget         uuid        NOT NULL,
    service_period text,
    due_on         date,
    effective_on   date        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    amount         bigint      NOT NULL,
    PRIMARY KEY (position, kind)
);
CREATE INDEX contribution_item_of_budget ON contribution_item (budget, position);

-- What unpaid contributions have led to.
CREATE TABLE arrears_notice (
    position       bigint      PRIMARY KEY,
    budget         uuid        NOT NULL,
    kind           text        NOT NULL,
    raised_on      date        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    unpaid_periods integer     NOT NULL,
    outstanding    bigint      NOT NULL
);
CREATE INDEX arrears_notice_of_budget ON arrears_notice (budget, position);

-- When a budget is to be looked at again, by clock.
CREATE TABLE review_clock (
    budget   uuid   NOT NULL,
    clock    text   NOT NULL,
    due_on   date   NOT NULL,
    position bigint NOT NULL UNIQUE,
    PRIMARY KEY (budget, clock)
);
CREATE INDEX review_clock_by_day ON review_clock (due_on, position);

CREATE TABLE review_held (
    review      uuid        PRIMARY KEY,
    budget      uuid        NOT NULL,
    kind        text        NOT NULL,
    held_on     date        NOT NULL,
    findings    uuid        NOT NULL,
    reviewer    text        NOT NULL,
    position    bigint      NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX review_held_of_budget ON review_held (budget, position);

-- How closely a budget was watched from each score on, and why.
CREATE TABLE monitoring_score (
    position    bigint      PRIMARY KEY,
    budget      uuid        NOT NULL,
    scored_on   date        NOT NULL,
    recorded_at timestamptz NOT NULL,
    score       integer     NOT NULL,
    tier        text        NOT NULL,
    next_return date        NOT NULL,
    scored_by   text        NOT NULL
);
CREATE INDEX monitoring_score_of_budget ON monitoring_score (budget, position);

CREATE TABLE monitoring_factor (
    position bigint   NOT NULL,
    ordinal  smallint NOT NULL,
    factor   text     NOT NULL,
    found    integer  NOT NULL,
    points   integer  NOT NULL,
    PRIMARY KEY (position, ordinal)
);
