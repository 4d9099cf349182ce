-- What is to be paid back, from the notice on.
CREATE TABLE reclaim (
    reclaim         uuid        PRIMARY KEY,
    budget          uuid        NOT NULL,
    position        bigint      NOT NULL UNIQUE,
    recorded_at     timestamptz NOT NULL,
    account         uuid,
    kind            text,
    spend           uuid,
    payer           text,
    pay_by          date,
    reconsider_by   date,
    notice_by       text,
    surplus         bigint,
    cap_weeks       int,
    demanded        bigint      NOT NULL,
    amount          bigint      NOT NULL,
    standing        text        NOT NULL,
    reconsideration text        NOT NULL,
    decided_on      date,
    rule            text,
    client_part     bigint      NOT NULL,
    received        bigint      NOT NULL,
    relieved        bigint      NOT NULL
);
CREATE INDEX reclaim_of_budget ON reclaim (budget, position);

-- What is let go, from the proposal on.
CREATE TABLE relief (
    relief      uuid        PRIMARY KEY,
    budget      uuid        NOT NULL,
    position    bigint      NOT NULL UNIQUE,
    recorded_at timestamptz NOT NULL,
    kind        text        NOT NULL,
    let_go_of   text        NOT NULL,
    reclaim     uuid,
    account     uuid,
    amount      bigint      NOT NULL,
    proposed_by text        NOT NULL,
    standing    text        NOT NULL,
    decided_on  date,
    decided_by  text
);
CREATE INDEX relief_of_budget ON relief (budget, position);
