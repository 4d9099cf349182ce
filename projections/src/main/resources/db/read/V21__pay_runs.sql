-- Where payees are paid, in versions. The details themselves are in the register.
CREATE TABLE bank_details (
    payee         uuid        NOT NULL,
    version       integer     NOT NULL,
    kind          text        NOT NULL,
    budget        uuid,
    position      bigint      NOT NULL,
    details       uuid        NOT NULL,
    modulus       text        NOT NULL,
    payee_check   text        NOT NULL,
    standing      text        NOT NULL,
    proposed_by   text        NOT NULL,
    proposed_at   timestamptz NOT NULL,
    approved_by   text,
    evidence      uuid,
    in_force_from timestamptz,
    block_code    text,
    block_reason  uuid,
    blocked_at    timestamptz,
    PRIMARY KEY (payee, version)
);

-- What the council's bank or card programme is to pay, and when it is due.
CREATE TABLE payment_due (
    payment        uuid    PRIMARY KEY,
    position       bigint  NOT NULL UNIQUE,
    budget         uuid    NOT NULL,
    payee_kind     text    NOT NULL,
    payee          uuid    NOT NULL,
    purpose        text    NOT NULL,
    channel        text    NOT NULL,
    service_period text    NOT NULL,
    regular        boolean NOT NULL,
    due_on         date    NOT NULL,
    amount         bigint  NOT NULL,
    attempt        integer NOT NULL,
    standing       text    NOT NULL
);
CREATE INDEX payment_due_waiting ON payment_due (position) WHERE standing = 'INSTRUCTED';
CREATE INDEX payment_due_of_payee ON payment_due (payee, service_period);

-- When an invoice is to be paid, and by which payments it is.
CREATE TABLE due_invoice (
    invoice uuid PRIMARY KEY,
    due_on  date NOT NULL
);
CREATE TABLE due_invoice_payment (
    payment uuid PRIMARY KEY,
    invoice uuid NOT NULL
);

-- What keeps money of a budget from going out: its end, a death, or the question whether somebody has died.
CREATE TABLE paid_budget (
    budget            uuid    PRIMARY KEY,
    last_day          date,
    died              boolean NOT NULL DEFAULT false,
    death_query       uuid,
    death_queried_on  date
);

-- And suspensions of everything.
CREATE TABLE paid_suspension (
    budget     uuid    NOT NULL,
    position   bigint  NOT NULL,
    from_on    date    NOT NULL,
    paid_days  integer NOT NULL,
    until_on   date,
    PRIMARY KEY (budget, position)
);

CREATE TABLE pay_run (
    run             uuid        PRIMARY KEY,
    position        bigint      NOT NULL UNIQUE,
    kind            text        NOT NULL,
    due_by          date        NOT NULL,
    period          text,
    input_on        date        NOT NULL,
    processing_on   date        NOT NULL,
    pay_on          date        NOT NULL,
    standing        text        NOT NULL,
    built_by        text        NOT NULL,
    opened_at       timestamptz NOT NULL,
    opened_on       date        NOT NULL,
    parts           integer     NOT NULL DEFAULT 0,
    submitted_parts integer     NOT NULL DEFAULT 0,
    payments        integer     NOT NULL DEFAULT 0,
    amount          bigint      NOT NULL DEFAULT 0,
    loads           integer     NOT NULL DEFAULT 0,
    loaded          bigint      NOT NULL DEFAULT 0,
    hash            text,
    approved_by     text,
    approved_at     timestamptz,
    released_payments integer,
    released_amount bigint,
    released_loads  integer,
    released_loaded bigint,
    submitted_by    text,
    submitted_at    timestamptz
);

CREATE TABLE pay_run_item (
    run            uuid    NOT NULL,
    number         integer NOT NULL,
    part           integer NOT NULL,
    payment        uuid    NOT NULL,
    attempt        integer NOT NULL,
    budget         uuid    NOT NULL,
    payee_kind     text    NOT NULL,
    payee          uuid    NOT NULL,
    purpose        text    NOT NULL,
    channel        text    NOT NULL,
    details        integer,
    awaited        integer,
    due_on         date    NOT NULL,
    amount         bigint  NOT NULL,
    bacs_reference text    NOT NULL,
    dropped        text,
    PRIMARY KEY (run, number)
);
CREATE INDEX pay_run_item_of_payment ON pay_run_item (payment, attempt);
CREATE INDEX pay_run_item_of_reference ON pay_run_item (bacs_reference);

CREATE TABLE pay_run_excluded (
    run        uuid     NOT NULL,
    position   bigint   NOT NULL,
    ordinal    integer  NOT NULL,
    budget     uuid     NOT NULL,
    payee_kind text,
    payee      uuid,
    payment    uuid,
    amount     bigint   NOT NULL,
    reason     text     NOT NULL,
    code       text,
    PRIMARY KEY (run, position, ordinal)
);
