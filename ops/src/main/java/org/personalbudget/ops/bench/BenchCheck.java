package org.personalbudget.ops.bench;

import java.util.List;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.JournalLine;
import org.personalbudget.ledger.postings.Postings;

/**
 * Reads the whole log after a run: positions have no gap, there is an event for everything that was answered and
 * nothing else, and the postings of all events add up to nothing.
 */
final class BenchCheck {

    private final EventReader log;
    private final long expected;
    private long events;
    private long lines;
    private long difference;

    /**
     * @param expected how many events the answers said were recorded
     */
    BenchCheck(EventReader log, long expected) {
        this.log = log;
        this.expected = expected;
    }

    /** @throws IllegalStateException if the ledger is not what its answers said */
    String run() {
        List<RecordedEvent> page = log.after(0, EventReader.PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::take);
            page = log.after(events, EventReader.PAGE);
        }
        require(events == expected, events + " events, but the answers said " + expected);
        require(difference == 0, "the trial balance is out by " + difference + " pence");
        return "check: %,d events as answered, no gap, %,d journal lines, trial balance 0.00".formatted(events, lines);
    }

    private void take(RecordedEvent event) {
        events++;
        require(event.position() == events, "position " + event.position() + " where " + events + " was expected");
        for (JournalEntry entry : Postings.of(event.event())) {
            for (JournalLine line : entry.lines()) {
                lines++;
                difference += line.debit().minus(line.credit()).pence();
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException(otherwise);
    }
}
