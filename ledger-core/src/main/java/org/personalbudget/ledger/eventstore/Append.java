package org.personalbudget.ledger.eventstore;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.register.RegisterEntry;

/**
 * What one request asks of the log: everything or nothing of it is recorded.
 *
 * @param id the identity of the request; the log answers it once
 * @param heads the streams it was decided on, those it writes included, as they stood
 * @param events in the order of the decision, at most {@value #MOST_EVENTS}; none for a command that changes nothing
 */
public record Append(
        CommandId id,
        String hash,
        ActorId actor,
        Role role,
        @Nullable UUID causation,
        UUID correlation,
        int policyVersion,
        Map<StreamId, Head> heads,
        List<NewEvent> events,
        List<RegisterEntry> entries) {

    /** The most events that one request may record: a fact about many things is one event and many commands. */
    public static final int MOST_EVENTS = 1_000;

    public Append {
        heads = Map.copyOf(heads);
        events = List.copyOf(events);
        entries = List.copyOf(entries);
        if (events.size() > MOST_EVENTS) {
            throw new IllegalArgumentException("a request records at most 1,000 events, not " + events.size());
        }
        for (NewEvent event : events) {
            if (!heads.containsKey(event.event().stream())) {
                throw new IllegalArgumentException("nobody looked where " + event.event().stream() + " stands");
            }
        }
    }

    /** An event that has been given an id and written as JSON, but not yet a place. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to the log, never compared
    public record NewEvent(UUID id, String type, int revision, byte[] payload, Event event) {}
}
