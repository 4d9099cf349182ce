-- What people read. Every table here is a fold over the log: it can be dropped and rebuilt, and is never written by hand.
-- Names carry no schema, since a rebuild fills the same tables in a schema of its own and then puts them in place.

-- How far each projection has read; the row is also its lease.
CREATE TABLE projection (
    name     text   PRIMARY KEY,
    position bigint NOT NULL
);

-- The journal: what each event posted. Amounts in pence; a line is a debit or a credit.
CREATE TABLE journal_line (
    position       bigint      NOT NULL,
    entry          smallint    NOT NULL,
    line           smallint    NOT NULL,
    event          text        NOT NULL,
    budget         uuid        NOT NULL,
    effective_on   date        NOT NULL,
    posting_period text        NOT NULL,
    service_period text,
    account        smallint    NOT NULL,
    source         text        NOT NULL,
    book           text        NOT NULL,
    debit          bigint      NOT NULL CHECK (debit >= 0),
    credit         bigint      NOT NULL CHECK (credit >= 0),
    plan_line      text,
    outcome        text,
    supplier       uuid,
    custody        uuid,
    ring_fence     uuid,
    recorded_at    timestamptz NOT NULL,
    PRIMARY KEY (position, entry, line),
    CHECK (debit = 0 OR credit = 0)
);
CREATE INDEX journal_line_of_budget ON journal_line (budget, position);

-- The journal added up by the day it was recorded (UTC), so that a trial balance need not read it all.
CREATE TABLE journal_day (
    recorded_on  date     NOT NULL,
    effective_on date     NOT NULL,
    account      smallint NOT NULL,
    source       text     NOT NULL,
    book         text     NOT NULL,
    debit        bigint   NOT NULL,
    credit       bigint   NOT NULL,
    PRIMARY KEY (recorded_on, effective_on, account, source, book)
);

-- Where each day of the journal begins and ends, so that a day can be cut at an instant.
CREATE TABLE recorded_day (
    recorded_on      date        PRIMARY KEY,
    first_position   bigint      NOT NULL,
    last_position    bigint      NOT NULL,
    last_recorded_at timestamptz NOT NULL
);

-- Which events a budget's history is made of: its own stream's and its payments'.
CREATE TABLE budget_event (
    budget   uuid   NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (budget, position)
);

CREATE TABLE budget (
    budget       uuid        PRIMARY KEY,
    position     bigint      NOT NULL UNIQUE,
    recorded_at  timestamptz NOT NULL,
    person       text        NOT NULL,
    care_group   text        NOT NULL,
    starts_on    date        NOT NULL,
    weekly       bigint      NOT NULL,
    indicative   bigint      NOT NULL,
    risk_tier    text        NOT NULL,
    proposer     text        NOT NULL
);
CREATE INDEX budget_of_person ON budget (person);

-- The first funder leads.
CREATE TABLE budget_funder (
    budget       uuid     NOT NULL,
    ordinal      smallint NOT NULL,
    funder       text     NOT NULL,
    basis_points integer  NOT NULL,
    PRIMARY KEY (budget, ordinal)
);

-- The weekly amount, by the day it takes effect and the moment it was known.
CREATE TABLE budget_weekly (
    budget         uuid        NOT NULL,
    position       bigint      NOT NULL,
    effective_from date        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    weekly         bigint      NOT NULL,
    PRIMARY KEY (budget, position)
);

CREATE TABLE plan (
    budget         uuid        NOT NULL,
    version        integer     NOT NULL,
    position       bigint      NOT NULL,
    recorded_at    timestamptz NOT NULL,
    effective_from date        NOT NULL,
    standing       text        NOT NULL,
    proposer       text        NOT NULL,
    decided_by     text,
    decided_at     timestamptz,
    reason         uuid,
    PRIMARY KEY (budget, version)
);

CREATE TABLE plan_outcome (
    budget    uuid     NOT NULL,
    version   integer  NOT NULL,
    ordinal   smallint NOT NULL,
    outcome   text     NOT NULL,
    statement uuid     NOT NULL,
    PRIMARY KEY (budget, version, ordinal)
);

CREATE TABLE plan_line (
    budget         uuid     NOT NULL,
    version        integer  NOT NULL,
    ordinal        smallint NOT NULL,
    line           text     NOT NULL,
    kind           text     NOT NULL,
    category       text     NOT NULL,
    outcome        text,
    weekly         bigint   NOT NULL,
    units_per_week bigint,
    unit_rate      bigint,
    supplier       uuid,
    PRIMARY KEY (budget, version, ordinal)
);

CREATE TABLE account (
    account     uuid        PRIMARY KEY,
    budget      uuid        NOT NULL,
    position    bigint      NOT NULL UNIQUE,
    recorded_at timestamptz NOT NULL,
    kind        text        NOT NULL,
    method      text        NOT NULL,
    holder      text,
    starts_on   date        NOT NULL
);
CREATE INDEX account_of_budget ON account (budget, position);

-- The plan lines an account pays for; none means all that no other account names.
CREATE TABLE account_line (
    account uuid     NOT NULL,
    ordinal smallint NOT NULL,
    line    text     NOT NULL,
    PRIMARY KEY (account, ordinal)
);

CREATE TABLE contribution (
    budget      uuid        NOT NULL,
    position    bigint      NOT NULL,
    recorded_at timestamptz NOT NULL,
    weekly      bigint      NOT NULL,
    from_on     date        NOT NULL,
    book        text        NOT NULL,
    assessor    text        NOT NULL,
    PRIMARY KEY (budget, position)
);

CREATE TABLE necessity (
    budget       uuid        NOT NULL,
    position     bigint      NOT NULL,
    recorded_at  timestamptz NOT NULL,
    payee        text,
    relationship text        NOT NULL,
    purpose      text        NOT NULL,
    first_on     date        NOT NULL,
    last_on      date        NOT NULL,
    reason       uuid,
    decided_by   text        NOT NULL,
    PRIMARY KEY (budget, position)
);

-- What the ledger raised by itself for somebody to look at.
CREATE TABLE budget_exception (
    position       bigint      PRIMARY KEY,
    budget         uuid        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    kind           text        NOT NULL,
    account        uuid,
    source         text,
    plan_line      text,
    service_period text,
    amount         bigint      NOT NULL
);
CREATE INDEX budget_exception_of_budget ON budget_exception (budget, position);

-- A spend in the latest standing it has reached.
CREATE TABLE spend (
    spend          uuid        PRIMARY KEY,
    budget         uuid        NOT NULL,
    position       bigint      NOT NULL UNIQUE,
    recorded_at    timestamptz NOT NULL,
    account        uuid        NOT NULL,
    effective_on   date        NOT NULL,
    amount         bigint      NOT NULL,
    category       text        NOT NULL,
    plan_line      text,
    outcome        text,
    service_period text,
    standing       text        NOT NULL,
    reasons        text        NOT NULL,
    payee          text,
    relationship   text        NOT NULL,
    payee_name     uuid,
    reference      uuid,
    recorded_by    text
);
CREATE INDEX spend_of_budget ON spend (budget, position);
CREATE INDEX spend_of_standing ON spend (standing, position);

-- One instruction to pay in the standing it has reached; HELD before it is instructed.
CREATE TABLE payment (
    payment        uuid        PRIMARY KEY,
    budget         uuid        NOT NULL,
    position       bigint      NOT NULL UNIQUE,
    recorded_at    timestamptz NOT NULL,
    purpose        text        NOT NULL,
    channel        text,
    account        uuid,
    supplier       uuid,
    invoice        text,
    plan_line      text,
    service_period text,
    amount         bigint      NOT NULL,
    standing       text        NOT NULL,
    standing_on    date        NOT NULL,
    attempt        integer     NOT NULL,
    return_code    text,
    reasons        text        NOT NULL,
    instructed_by  text
);
CREATE INDEX payment_of_budget ON payment (budget, position);
CREATE INDEX payment_of_standing ON payment (standing, position);

-- What an instalment was worked out from.
CREATE TABLE instalment (
    payment        uuid   PRIMARY KEY,
    budget         uuid   NOT NULL,
    account        uuid   NOT NULL,
    kind           text   NOT NULL,
    service_period text   NOT NULL,
    service_first  date   NOT NULL,
    service_last   date   NOT NULL,
    gross          bigint NOT NULL,
    contribution   bigint NOT NULL,
    payable        bigint NOT NULL,
    purpose        uuid,
    approver       text   NOT NULL
);

CREATE TABLE recharge (
    recharge     uuid        PRIMARY KEY,
    budget       uuid        NOT NULL,
    position     bigint      NOT NULL UNIQUE,
    recorded_at  timestamptz NOT NULL,
    funder       text        NOT NULL,
    amount       bigint      NOT NULL,
    paid         bigint      NOT NULL,
    recharged_by text        NOT NULL
);
CREATE INDEX recharge_of_budget ON recharge (budget, position);

CREATE TABLE supplier (
    supplier    uuid        PRIMARY KEY,
    position    bigint      NOT NULL UNIQUE,
    recorded_at timestamptz NOT NULL,
    ref         text        NOT NULL,
    kind        text        NOT NULL
);

CREATE TABLE supplier_rate (
    supplier    uuid        NOT NULL,
    position    bigint      NOT NULL,
    recorded_at timestamptz NOT NULL,
    category    text        NOT NULL,
    rate        bigint      NOT NULL,
    from_on     date        NOT NULL,
    to_on       date,
    PRIMARY KEY (supplier, position)
);
