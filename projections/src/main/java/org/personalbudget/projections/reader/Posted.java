package org.personalbudget.projections.reader;

import java.util.List;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.Postings;

/** An event with what it posts, worked out once for everyone who reads it. */
public record Posted(RecordedEvent recorded, List<JournalEntry> entries) {

    public static Posted of(RecordedEvent recorded) {
        return new Posted(recorded, Postings.of(recorded.event()));
    }

    public long position() {
        return recorded.position();
    }

    public Event event() {
        return recorded.event();
    }
}
