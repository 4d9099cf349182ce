-- The log. Rows are added by events.append (V5) and never changed by anyone.

CREATE TABLE events.event (
    position       bigint      NOT NULL PRIMARY KEY,
    stream         text        NOT NULL COLLATE "C",
    sequence       bigint      NOT NULL CHECK (sequence > 0),
    id             uuid        NOT NULL,
    type           text        NOT NULL,
    revision       integer     NOT NULL CHECK (revision > 0),
    recorded_at    timestamptz NOT NULL,
    effective_on   date        NOT NULL,
    actor          text        NOT NULL,
    role           text        NOT NULL,
    command_id     uuid        NOT NULL,
    causation_id   uuid,
    correlation_id uuid        NOT NULL,
    policy_version integer     NOT NULL,
    payload        bytea       NOT NULL,
    CONSTRAINT event_stream_sequence UNIQUE (stream, sequence)
);

COMMENT ON TABLE events.event IS 'Every fact, in the order of commit. Position and (stream, sequence) have no gaps.';
COMMENT ON COLUMN events.event.recorded_at IS 'Stamped under the append lock; never decreases by position.';
COMMENT ON COLUMN events.event.payload IS 'The event as JSON in UTF-8, by type and revision.';

-- What was answered to each request: a request is answered once, and a repetition gets the first answer.
CREATE TABLE events.request (
    id       uuid    NOT NULL PRIMARY KEY,
    hash     text    NOT NULL,
    position bigint  NOT NULL,
    events   integer NOT NULL CHECK (events >= 0)
);

COMMENT ON COLUMN events.request.position IS 'The last position of the answer; its events are the last of that many up to here.';

-- Natural keys that may be claimed once in the whole ledger.
CREATE TABLE events.tag (
    kind     text   NOT NULL COLLATE "C",
    value    text   NOT NULL COLLATE "C",
    position bigint NOT NULL,
    PRIMARY KEY (kind, value)
);

-- Even the owner changes history only by taking this away first, which is an act of its own and not a slip.
CREATE FUNCTION events.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'events are facts: % on %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON events.event
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON events.request
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON events.tag
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();

REVOKE ALL ON FUNCTION events.refuse_change() FROM PUBLIC;
GRANT SELECT ON events.event, events.request, events.tag TO "${service_role}";
