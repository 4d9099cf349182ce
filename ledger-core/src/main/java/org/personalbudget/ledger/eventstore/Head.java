package org.personalbudget.ledger.eventstore;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream stands: its last event. The id is what identifies it: after a failed append the same sequence may
 * come to be taken by somebody else's event, and a decision taken on one is not a decision taken on the other.
 *
 * @param sequence of the last event, 0 for a stream without events
 * @param id of the last event, null for a stream without events
 */
public record Head(long sequence, @Nullable UUID id) {

    /** A stream without events. */
    public static final Head EMPTY = new Head(0, null);
}
