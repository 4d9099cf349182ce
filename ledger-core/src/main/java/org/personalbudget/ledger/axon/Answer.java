package org.personalbudget.ledger.axon;

import java.util.List;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.CommandRefused;

/** What the ledger says to a request, once all it was decided on is durable. */
public sealed interface Answer {

    /**
     * The command was accepted.
     *
     * @param position the last position it was recorded at; for a command that changes nothing, where the ledger stood
     * @param events what was recorded, in order; empty if the command changes nothing
     * @param replayed whether this is the answer to an earlier request with the same identity
     */
    record Accepted(long position, List<RecordedEvent> events, boolean replayed) implements Answer {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * The command was refused, and that was recorded.
     *
     * @param position where the refusal was recorded
     * @param refused who asked for what, and why not
     * @param replayed whether this is the answer to an earlier request with the same identity
     */
    record Refused(long position, CommandRefused refused, boolean replayed) implements Answer {}

    /** The identity has been used for another request. Nothing was recorded. */
    record KeyReused() implements Answer {}
}
