-- What banks say, beside what the ledger says. An account is 1000, 1010, or the id of a custody account.
CREATE TABLE bank_statement (
    statement      uuid        PRIMARY KEY,
    account        text        NOT NULL,
    position       bigint      NOT NULL UNIQUE,
    recorded_at    timestamptz NOT NULL,
    file           text        NOT NULL,
    owner          text        NOT NULL,
    from_on        date        NOT NULL,
    to_on          date        NOT NULL,
    opening        bigint,
    closing        bigint,
    lines          integer     NOT NULL,
    overlapping    integer     NOT NULL,
    imported_by    text        NOT NULL,
    joined_opening bigint,
    joined_closing bigint,
    gap            bigint,
    climbed        boolean     NOT NULL,
    matched        integer     NOT NULL,
    queued         integer     NOT NULL
);
CREATE INDEX bank_statement_of_account ON bank_statement (account, to_on, position);

-- A line that a statement brought. What could name somebody is a digest; the words are in the register.
CREATE TABLE bank_line (
    statement    uuid        NOT NULL,
    line         integer     NOT NULL,
    account      text        NOT NULL,
    position     bigint      NOT NULL,
    recorded_at  timestamptz NOT NULL,
    booked_on    date        NOT NULL,
    amount       bigint      NOT NULL,
    status       text        NOT NULL,
    end_to_end   text,
    file         text,
    refs         text        NOT NULL,
    counterparty text,
    payer        text,
    merchant     text,
    returned     text,
    words        uuid,
    words_digest text,
    rule         text,
    attempt      integer,
    PRIMARY KEY (statement, line)
);
CREATE INDEX bank_line_of_account ON bank_line (account, booked_on);
CREATE INDEX bank_line_open ON bank_line (account, booked_on) WHERE rule IS NULL AND status = 'BOOKED';

-- What a line, or a part of it, was said to be. An undone match stays, with the reason.
CREATE TABLE bank_match (
    statement  uuid        NOT NULL,
    line       integer     NOT NULL,
    attempt    integer     NOT NULL,
    item       integer     NOT NULL,
    account    text        NOT NULL,
    position   bigint      NOT NULL,
    rule       text        NOT NULL,
    effect     text        NOT NULL,
    budget     uuid,
    subject    uuid,
    amount     bigint      NOT NULL,
    effect_id  uuid        NOT NULL UNIQUE,
    mirror_id  uuid        NOT NULL UNIQUE,
    matched_by text        NOT NULL,
    matched_at timestamptz NOT NULL,
    done       boolean     NOT NULL,
    undone     boolean     NOT NULL,
    mirrored   boolean     NOT NULL,
    refused    text,
    reason     uuid,
    undone_by  text,
    PRIMARY KEY (statement, line, attempt, item)
);
CREATE INDEX bank_match_of_subject ON bank_match (account, subject) WHERE effect = 'Confirms';
CREATE INDEX bank_match_waiting ON bank_match (matched_at) WHERE NOT done AND NOT undone;
CREATE INDEX bank_match_of_budget ON bank_match (budget) WHERE NOT undone;

-- What the ledger has posted to an account that a bank keeps, and the line that shows it.
CREATE TABLE bank_movement (
    account      text        NOT NULL,
    position     bigint      NOT NULL,
    event        uuid        NOT NULL,
    event_type   text        NOT NULL,
    budget       uuid,
    subject      uuid,
    attempt      integer,
    effective_on date        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    amount       bigint      NOT NULL,
    command      uuid        NOT NULL,
    statement    uuid,
    line         integer,
    cancelled    boolean     NOT NULL,
    PRIMARY KEY (account, position)
);
CREATE INDEX bank_movement_of_command ON bank_movement (command);
CREATE INDEX bank_movement_of_event ON bank_movement (event);
CREATE INDEX bank_movement_of_line ON bank_movement (statement, line) WHERE statement IS NOT NULL;
CREATE INDEX bank_movement_open ON bank_movement (account, effective_on) WHERE statement IS NULL AND NOT cancelled;

-- What a bank is expected to show and the ledger has not posted yet.
CREATE TABLE bank_expected (
    kind      text    NOT NULL,
    id        uuid    NOT NULL,
    account   text    NOT NULL,
    budget    uuid    NOT NULL,
    amount    bigint  NOT NULL,
    on_day    date    NOT NULL,
    attempt   integer,
    left_bank boolean NOT NULL,
    open      boolean NOT NULL,
    run       uuid,
    PRIMARY KEY (kind, id)
);
CREATE INDEX bank_expected_open ON bank_expected (account) WHERE open;
CREATE INDEX bank_expected_of_budget ON bank_expected (budget) WHERE kind IN ('CONTRIBUTION', 'RECEIVED');
