package org.personalbudget.projections.reader;

import java.time.Instant;
import java.util.List;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.Postings;
import tools.jackson.databind.JsonNode;

/**
 * An event as the log holds it, with what it posts.
 *
 * @param position its place in the ledger, counted from 1
 * @param sequence its place in its stream
 * @param type its stable name
 * @param recordedAt never earlier than that of the position before
 * @param policyVersion the policy it was decided under
 * @param data the event as it is stored
 * @param postings what it posts, worked out once for everyone who reads it
 */
public record RecordedEvent(
        long position,
        StreamId stream,
        long sequence,
        String type,
        Instant recordedAt,
        Actor actor,
        int policyVersion,
        Event event,
        JsonNode data,
        List<JournalEntry> postings) {

    public RecordedEvent(
            long position,
            StreamId stream,
            long sequence,
            String type,
            Instant recordedAt,
            Actor actor,
            int policyVersion,
            Event event,
            JsonNode data) {
        this(position, stream, sequence, type, recordedAt, actor, policyVersion, event, data, Postings.of(event));
    }
}
