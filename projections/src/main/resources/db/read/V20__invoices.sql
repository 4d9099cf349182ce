-- Every invoice and credit note, as it stands.
CREATE TABLE invoice (
    invoice      uuid        PRIMARY KEY,
    budget       uuid        NOT NULL,
    supplier     uuid        NOT NULL,
    number       text        NOT NULL,
    kind         text        NOT NULL,
    corrects     uuid,
    position     bigint      NOT NULL UNIQUE,
    recorded_at  timestamptz NOT NULL,
    received_on  date        NOT NULL,
    issued_on    date        NOT NULL,
    service_from date,
    service_to   date,
    due_on       date,
    net          bigint,
    tax          bigint,
    gross        bigint      NOT NULL,
    approved     bigint      NOT NULL,
    disputed     bigint      NOT NULL,
    credited     bigint      NOT NULL,
    declined     bigint      NOT NULL,
    refund_due   bigint      NOT NULL,
    standing     text        NOT NULL,
    assessment   bigint,
    entered_by   text        NOT NULL
);
CREATE INDEX invoice_of_budget ON invoice (budget, position);
CREATE INDEX invoice_of_supplier ON invoice (supplier, position);
CREATE INDEX invoice_of_standing ON invoice (standing, position);

-- What was found of each line, each time the invoice went through the rules.
CREATE TABLE invoice_line (
    invoice      uuid     NOT NULL,
    assessment   bigint   NOT NULL,
    ordinal      smallint NOT NULL,
    line         text     NOT NULL,
    plan_line    text,
    service_from date     NOT NULL,
    service_to   date     NOT NULL,
    quantity     bigint   NOT NULL,
    rate         bigint   NOT NULL,
    net          bigint   NOT NULL,
    vat          text     NOT NULL,
    vat_rate     integer  NOT NULL,
    units        bigint   NOT NULL,
    cost         bigint   NOT NULL,
    tax          bigint   NOT NULL,
    rounding     bigint   NOT NULL,
    disputed     bigint   NOT NULL,
    PRIMARY KEY (invoice, assessment, ordinal)
);

-- Why, with the figures.
CREATE TABLE invoice_reason (
    invoice        uuid     NOT NULL,
    assessment     bigint   NOT NULL,
    ordinal        smallint NOT NULL,
    code           text     NOT NULL,
    effect         text     NOT NULL,
    line           text,
    billed         bigint,
    delivered      bigint,
    authorised     bigint,
    earlier        bigint,
    allowed        bigint,
    billed_rate    bigint,
    rate           bigint,
    amount         bigint,
    amount_limit   bigint,
    tolerance      bigint,
    from_day       date,
    days           integer,
    service_period text,
    other          uuid,
    PRIMARY KEY (invoice, assessment, ordinal)
);

-- What an invoice is paid by.
CREATE TABLE invoice_payment (
    payment  uuid   PRIMARY KEY,
    invoice  uuid   NOT NULL,
    position bigint NOT NULL,
    amount   bigint NOT NULL
);
CREATE INDEX invoice_payment_of ON invoice_payment (invoice, position);
