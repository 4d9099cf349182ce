package org.personalbudget.ledger.axon;

import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.UniqueTag;
import org.personalbudget.ledger.kernel.When;

/** Everything that can happen to a counter. */
public sealed interface CounterEvent extends Event {

    UUID counter();

    @Override
    default StreamId stream() {
        return CounterFeature.stream(counter());
    }

    /** @param total what it came to: derived, which a real event would never hold, and here what tests compare */
    record Counted(UUID counter, When when, long total) implements CounterEvent {}

    record CounterNamed(UUID counter, When when, String name) implements CounterEvent {
        @Override
        public Set<UniqueTag> claims() {
            return Set.of(new UniqueTag("counter-name", name));
        }
    }
}
