package org.personalbudget.ledger.eventstore;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.kernel.StreamId;

/**
 * Reads the log. Positions have no gaps and become visible in their order, so whoever has read up to a position never
 * misses anything below it.
 */
public interface EventReader {

    /** How many events a reader takes at a time, unless it has a reason. */
    int PAGE = 10_000;

    /** The next events after a position, at most {@code limit}, in order. */
    List<RecordedEvent> after(long position, int limit);

    /** The next rows after a position, undecoded: for seals, exports and counting. */
    List<StoredEvent> rowsAfter(long position, int limit);

    /** The events of one stream from a sequence on (inclusive, the first is 1), in order. */
    List<RecordedEvent> stream(StreamId stream, long fromSequence);

    /** One event. */
    Optional<RecordedEvent> at(long position);

    /** The events at these positions, in position order; a position that holds none is passed over. */
    default List<RecordedEvent> at(Collection<Long> positions) {
        return positions.stream()
                .sorted()
                .flatMap(position -> at(position).stream())
                .toList();
    }

    /** The last position of the ledger, 0 for an empty one. */
    long head();

    /** Turns a row into a fact, in its newest revision. */
    RecordedEvent decode(StoredEvent row);
}
