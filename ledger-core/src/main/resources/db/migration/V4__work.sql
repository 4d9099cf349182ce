-- What the service needs to go on where it stopped. Nothing here is a fact: all of it can be lost and made again.

-- The state of long streams. A snapshot of another revision than the running code's is as good as none.
CREATE TABLE work.snapshot (
    stream   text   NOT NULL COLLATE "C" PRIMARY KEY,
    sequence bigint NOT NULL,
    event_id uuid   NOT NULL,
    revision text   NOT NULL,
    state    bytea  NOT NULL
);

-- How far each segment of a reaction has read, in the columns that Axon's token store expects.
CREATE TABLE work.token (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    claimed_at     text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

-- What a fact asks the ledger itself to do next. Written where the fact is read, done by a command whose id is made
-- from the event and the reaction, so that it happens once however often it is tried.
CREATE TABLE work.todo (
    reaction   text        NOT NULL,
    event_id   uuid        NOT NULL,
    position   bigint      NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0,
    answer     text,
    done_at    timestamptz,
    PRIMARY KEY (reaction, event_id)
);

CREATE INDEX todo_open ON work.todo (reaction, position) WHERE done_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON work.snapshot, work.token, work.todo TO "${service_role}";
