-- The journal of one custody account, and of one account of the chart.
CREATE INDEX journal_line_of_custody ON journal_line (custody, position) WHERE custody IS NOT NULL;
CREATE INDEX journal_line_of_account ON journal_line (account, position);

-- Who recorded what about a budget, so that a list of events need not read the log.
ALTER TABLE budget_event ADD COLUMN type text NOT NULL;
ALTER TABLE budget_event ADD COLUMN actor text NOT NULL;
ALTER TABLE budget_event ADD COLUMN recorded_at timestamptz NOT NULL;

-- A plan may set the weekly amount; a lower one follows from a reassessment, and may decide a proposed cut.
ALTER TABLE plan ADD COLUMN weekly bigint;
ALTER TABLE plan ADD COLUMN reassessment uuid;
ALTER TABLE plan ADD COLUMN cut text;

-- An account pays for nothing after its last day.
ALTER TABLE account ADD COLUMN last_day date;
ALTER TABLE account ADD COLUMN successor uuid;
ALTER TABLE account ADD COLUMN closed_at timestamptz;

-- The funders' shares, by the day they take effect and the moment they were known; the first leads.
CREATE TABLE funder_share (
    budget         uuid        NOT NULL,
    position       bigint      NOT NULL,
    ordinal        smallint    NOT NULL,
    effective_from date        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    funder         text        NOT NULL,
    basis_points   integer     NOT NULL,
    PRIMARY KEY (budget, position, ordinal)
);

-- What changed the course of a budget: from when, known since when, and by whom.
CREATE TABLE budget_change (
    position     bigint      PRIMARY KEY,
    budget       uuid        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    effective_on date        NOT NULL,
    actor        text        NOT NULL,
    kind         text        NOT NULL,
    subject      text
);
CREATE INDEX budget_change_of_budget ON budget_change (budget, position);

-- What it changed, and into what. What it was before is written down only where the event itself says so.
CREATE TABLE budget_change_part (
    position     bigint   NOT NULL,
    ordinal      smallint NOT NULL,
    what         text     NOT NULL,
    value_before text,
    value_after  text,
    PRIMARY KEY (position, ordinal)
);

-- What was instructed at first, and called off or reduced since.
ALTER TABLE payment ADD COLUMN instructed bigint NOT NULL DEFAULT 0;

-- What of a recharge stems from advances, was taken back, or was settled by what the co-funder had paid in advance.
ALTER TABLE recharge ADD COLUMN advanced bigint NOT NULL DEFAULT 0;
ALTER TABLE recharge ADD COLUMN reduced bigint NOT NULL DEFAULT 0;
ALTER TABLE recharge ADD COLUMN settled_by_advance bigint NOT NULL DEFAULT 0;

-- What a co-funder paid in advance (positive), and what of it was used (negative).
CREATE TABLE funder_advance (
    position    bigint      PRIMARY KEY,
    budget      uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    funder      text        NOT NULL,
    amount      bigint      NOT NULL
);
CREATE INDEX funder_advance_of_budget ON funder_advance (budget, position);
