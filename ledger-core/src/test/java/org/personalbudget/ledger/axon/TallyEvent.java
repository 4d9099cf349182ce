package org.personalbudget.ledger.axon;

import java.util.UUID;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;

/** Everything that can happen to a tally, all of it decided by counters. */
public sealed interface TallyEvent extends Event {

    /** A counter counted, as its {@code total}th. */
    record Tallied(UUID tally, When when, UUID counter, long total) implements TallyEvent {
        @Override
        public StreamId stream() {
            return new StreamId("tally", tally);
        }
    }
}
