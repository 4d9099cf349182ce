-- What happened to periods, in order: closings begun and done, requests to open one again, and what came of them.
CREATE TABLE period_event (
    position    bigint      PRIMARY KEY,
    period      text        NOT NULL,
    kind        text        NOT NULL,
    actor       text        NOT NULL,
    reason      uuid,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX period_event_of_period ON period_event (period, position);

-- Expenditure by the period it is posted in and the period it is for, debits less credits. What names no service period
-- is for the period it is posted in. A spend under query is none.
CREATE TABLE period_expenditure (
    posting_period text     NOT NULL,
    service_period text     NOT NULL,
    account        smallint NOT NULL,
    book           text     NOT NULL,
    amount         bigint   NOT NULL,
    PRIMARY KEY (posting_period, service_period, account, book)
);
CREATE INDEX period_expenditure_by_service ON period_expenditure (service_period, posting_period);

-- What was accrued for a line, and (negative) what was taken back of it: by the payment that came for it, or by hand.
CREATE TABLE accrual (
    position       bigint      NOT NULL,
    ordinal        smallint    NOT NULL,
    budget         uuid        NOT NULL,
    service_period text        NOT NULL,
    posting_period text        NOT NULL,
    plan_line      text        NOT NULL,
    category       text        NOT NULL,
    supplier       uuid        NOT NULL,
    amount         bigint      NOT NULL,
    payment        uuid,
    recorded_at    timestamptz NOT NULL,
    PRIMARY KEY (position, ordinal)
);
CREATE INDEX accrual_of_period ON accrual (service_period, budget, plan_line);
CREATE INDEX accrual_of_budget ON accrual (budget, position);

-- What is ordered and not billed, by budget and service period: who is asked when a period is closed.
CREATE TABLE open_order (
    service_period text   NOT NULL,
    budget         uuid   NOT NULL,
    amount         bigint NOT NULL,
    PRIMARY KEY (service_period, budget)
);
