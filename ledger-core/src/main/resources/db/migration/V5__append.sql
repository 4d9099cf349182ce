-- The only way into the log. One call appends a group of requests, each on its own: what is wrong with one never
-- touches another, except that whoever was decided on a request that failed has failed as well.
--
-- Three lists, one array a column. A request has heads: the streams it was decided on, read or written, each with the
-- sequence and the id of the event it had last (0 and null for a stream that was empty). An event extends one of them.
-- A head is known by its event's id and not by its number alone: after a failure the number may come to be right again
-- by somebody else's event, and a decision taken on an event that never was would slip in behind it.
--
-- Outcomes: 0 appended; 1 answered before (position and events of then); 2 the request's id was used for another
-- request; 3 a stream has moved, decide again; 4 a tag is taken.

CREATE FUNCTION events.append(
    p_now              timestamptz,
    p_request_id       uuid[],
    p_request_hash     text[],
    p_actor            text[],
    p_role             text[],
    p_causation_id     uuid[],
    p_correlation_id   uuid[],
    p_policy_version   integer[],
    p_head_request     integer[],  -- which request was decided on it
    p_head_stream      text[],
    p_head_sequence    bigint[],
    p_head_id          uuid[],
    p_head_after       integer[],  -- the event of this very call that made it, or 0 where it is in the log
    p_event_head       integer[],  -- which head it extends
    p_event_id         uuid[],
    p_event_type       text[],
    p_event_revision   integer[],
    p_event_effective  date[],
    p_event_payload    bytea[],
    p_tag_request      integer[],
    p_tag_kind         text[],
    p_tag_value        text[],
    p_entry_request    integer[],
    p_entry_kind       text[],
    p_entry_ref        text[],
    p_entry_about      text[],
    p_entry_body       text[]
) RETURNS TABLE (request integer, outcome integer, "position" bigint, events integer, recorded_at timestamptz, taken text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
-- A session plans this once, perhaps while the log is empty, and must not go on reading a grown log from end to end.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    v_outcome  integer[] := array_fill(0, ARRAY[cardinality(p_request_id)]);
    v_head     bigint;
    v_now      timestamptz;
    v_appended bigint;
    v_row      record;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'events.append needs READ COMMITTED: any other isolation would read the head before the lock';
    END IF;

    -- A statement of its own. The next one takes a snapshot after the lock is held and so sees the latest head.
    PERFORM pg_advisory_xact_lock(5353910128437002753);

    SELECT e.position, e.recorded_at INTO v_head, v_now FROM events.event e ORDER BY e.position DESC LIMIT 1;
    v_head := coalesce(v_head, 0);
    v_now := greatest(v_now, p_now);

    -- Asked before?
    FOR v_row IN
        SELECT r.n, (SELECT q.hash = r.hash FROM events.request q WHERE q.id = r.id) AS same
        FROM unnest(p_request_id, p_request_hash) WITH ORDINALITY r(id, hash, n)
    LOOP
        IF v_row.same THEN v_outcome[v_row.n] := 1; ELSIF NOT v_row.same THEN v_outcome[v_row.n] := 2; END IF;
    END LOOP;

    -- Decided on what is still so? Asked twice in this very group? Not known which counts: decide again.
    FOR v_row IN
        SELECT h.request AS n
        FROM unnest(p_head_request, p_head_stream, p_head_sequence, p_head_id, p_head_after)
            AS h(request, stream, sequence, id, after)
        LEFT JOIN LATERAL (
            SELECT e.sequence, e.id FROM events.event e
            WHERE h.after = 0 AND e.stream = h.stream ORDER BY e.sequence DESC LIMIT 1
        ) e ON true
        WHERE CASE WHEN h.after = 0
            THEN coalesce(e.sequence, 0) <> h.sequence OR e.id IS DISTINCT FROM h.id
            ELSE p_event_id[h.after] IS DISTINCT FROM h.id END
        UNION ALL
        SELECT r.n::integer
        FROM (SELECT n, row_number() OVER (PARTITION BY id ORDER BY n) AS k
              FROM unnest(p_request_id) WITH ORDINALITY r(id, n)) r
        WHERE r.k > 1
    LOOP
        IF v_outcome[v_row.n] = 0 THEN v_outcome[v_row.n] := 3; END IF;
    END LOOP;

    -- Names claimed before, or twice in this group.
    IF cardinality(p_tag_request) > 0 THEN
        FOR v_row IN
            SELECT t.request AS n, EXISTS (
                SELECT FROM events.tag x WHERE x.kind = t.kind AND x.value = t.value LIMIT 1 OFFSET 0) AS taken,
                row_number() OVER (PARTITION BY t.kind, t.value ORDER BY t.request) AS k
            FROM unnest(p_tag_request, p_tag_kind, p_tag_value) t(request, kind, value)
        LOOP
            IF v_outcome[v_row.n] = 0 AND v_row.taken THEN v_outcome[v_row.n] := 4;
            ELSIF v_outcome[v_row.n] = 0 AND v_row.k > 1 THEN v_outcome[v_row.n] := 3;
            END IF;
        END LOOP;
    END IF;

    -- Whoever was decided on a failure has failed. Requests only follow earlier ones, so one pass in order is enough.
    IF 0 <> ANY (v_outcome) THEN
        FOR v_row IN
            SELECT h.request AS n, made.request AS on_request
            FROM unnest(p_head_request, p_head_after) AS h(request, after)
            JOIN unnest(p_event_head) WITH ORDINALITY e(head, n) ON e.n = h.after
            JOIN unnest(p_head_request) WITH ORDINALITY made(request, n) ON made.n = e.head
            ORDER BY h.request
        LOOP
            IF v_outcome[v_row.n] = 0 AND v_outcome[v_row.on_request] <> 0 THEN v_outcome[v_row.n] := 3; END IF;
        END LOOP;
    END IF;

    IF cardinality(p_event_id) > 1000 AND EXISTS (
        SELECT FROM unnest(p_event_head) e(head)
        JOIN unnest(p_head_request) WITH ORDINALITY h(request, n) ON h.n = e.head
        GROUP BY h.request HAVING count(*) > 1000)
    THEN
        RAISE EXCEPTION 'a request appends at most 1000 events';
    END IF;

    IF cardinality(p_entry_request) > 0 THEN
        INSERT INTO register.entry AS known (kind, ref, about, body)
        SELECT DISTINCT ON (n.kind, n.ref) n.kind, n.ref, n.about, n.body
        FROM unnest(p_entry_request, p_entry_kind, p_entry_ref, p_entry_about, p_entry_body)
            AS n(request, kind, ref, about, body)
        WHERE v_outcome[n.request] = 0
        ORDER BY n.kind, n.ref, n.request DESC
        ON CONFLICT (kind, ref) DO UPDATE SET about = excluded.about, body = excluded.body, erased_at = NULL
            WHERE known.kind = 'PERSON';
    END IF;

    RETURN QUERY
    WITH appended AS (
        INSERT INTO events.event AS e (position, stream, sequence, id, type, revision, recorded_at, effective_on,
            actor, role, command_id, causation_id, correlation_id, policy_version, payload)
        SELECT v_head + row_number() OVER (ORDER BY h.request, n.n),
            h.stream, h.sequence + row_number() OVER (PARTITION BY n.head ORDER BY n.n),
            n.id, n.type, n.revision, v_now, n.effective,
            r.actor, r.role, r.id, r.causation, r.correlation, r.policy, n.payload
        FROM unnest(p_event_head, p_event_id, p_event_type, p_event_revision, p_event_effective, p_event_payload)
            WITH ORDINALITY AS n(head, id, type, revision, effective, payload, n)
        JOIN unnest(p_head_request, p_head_stream, p_head_sequence)
            WITH ORDINALITY AS h(request, stream, sequence, n) ON h.n = n.head
        JOIN unnest(p_request_id, p_actor, p_role, p_causation_id, p_correlation_id, p_policy_version)
            WITH ORDINALITY AS r(id, actor, role, causation, correlation, policy, n) ON r.n = h.request
        WHERE v_outcome[h.request] = 0
        RETURNING e.command_id, e.position
    ), counted AS (
        SELECT a.command_id, max(a.position) AS position, count(*)::integer AS events FROM appended a GROUP BY 1
    ), answered AS (
        INSERT INTO events.request AS q (id, hash, position, events)
        SELECT r.id, r.hash, coalesce(c.position, v_head + (SELECT count(*) FROM appended)), coalesce(c.events, 0)
        FROM unnest(p_request_id, p_request_hash) WITH ORDINALITY r(id, hash, n)
        LEFT JOIN counted c ON c.command_id = r.id
        WHERE v_outcome[r.n] = 0
        RETURNING q.id, q.position, q.events
    ), claimed AS (
        INSERT INTO events.tag (kind, value, position)
        SELECT t.kind, t.value, c.position
        FROM unnest(p_tag_request, p_tag_kind, p_tag_value) t(request, kind, value)
        JOIN counted c ON c.command_id = p_request_id[t.request]
        WHERE v_outcome[t.request] = 0
    )
    SELECT r.n::integer, v_outcome[r.n],
        coalesce(a.position, (SELECT q.position FROM events.request q WHERE v_outcome[r.n] = 1 AND q.id = r.id)),
        coalesce(a.events, (SELECT q.events FROM events.request q WHERE v_outcome[r.n] = 1 AND q.id = r.id)),
        v_now,
        CASE WHEN v_outcome[r.n] = 4 THEN (
            SELECT t.kind || '/' || t.value
            FROM unnest(p_tag_request, p_tag_kind, p_tag_value) t(request, kind, value)
            WHERE t.request = r.n AND EXISTS (
                SELECT FROM events.tag x WHERE x.kind = t.kind AND x.value = t.value LIMIT 1 OFFSET 0)
            LIMIT 1) END
    FROM unnest(p_request_id) WITH ORDINALITY r(id, n)
    LEFT JOIN answered a ON a.id = r.id AND v_outcome[r.n] = 0
    ORDER BY r.n;
END
$$;

REVOKE ALL ON FUNCTION events.append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION events.append TO "${service_role}";
