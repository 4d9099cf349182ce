package org.personalbudget.projections.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.eventstore.StoredEvent;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;

/** The log as the real one behaves, in memory: positions without gaps, recorded times that never go back. */
public final class MemoryLog implements EventReader {

    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<StreamId, Long> sequences = new HashMap<>();
    private Instant now = Instant.parse("2025-01-01T00:00:00Z");

    /** What is recorded from now on is recorded at this instant. */
    public synchronized MemoryLog at(Instant instant) {
        if (instant.isBefore(now)) throw new IllegalArgumentException("recorded time never goes back");
        now = instant;
        return this;
    }

    public synchronized MemoryLog record(Event... facts) {
        return record(List.of(facts));
    }

    public synchronized MemoryLog record(List<? extends Event> facts) {
        for (Event fact : facts) record(new CommandId(new UUID(7, events.size() + 1L)), fact);
        return this;
    }

    /** What came of one request. */
    public synchronized MemoryLog record(CommandId command, Event... facts) {
        for (Event fact : facts) {
            long sequence = sequences.merge(fact.stream(), 1L, Long::sum);
            long position = events.size() + 1L;
            UUID id = new UUID(7, position);
            events.add(new RecordedEvent(
                    position,
                    fact.stream(),
                    sequence,
                    id,
                    fact.getClass().getSimpleName(),
                    1,
                    now,
                    fact.effectiveOn(),
                    new ActorId("controller"),
                    Role.FINANCE_CONTROLLER,
                    command,
                    null,
                    id,
                    0,
                    fact));
        }
        return this;
    }

    @Override
    public synchronized List<RecordedEvent> after(long position, int limit) {
        int from = (int) Math.min(position, events.size());
        return List.copyOf(events.subList(from, Math.min(from + limit, events.size())));
    }

    @Override
    public synchronized Optional<RecordedEvent> at(long position) {
        return after(position - 1, 1).stream().findFirst();
    }

    @Override
    public synchronized List<RecordedEvent> stream(StreamId stream, long fromSequence) {
        return events.stream()
                .filter(event -> event.stream().equals(stream) && event.sequence() >= fromSequence)
                .toList();
    }

    @Override
    public synchronized long head() {
        return events.size();
    }

    @Override
    public List<StoredEvent> rowsAfter(long position, int limit) {
        throw new UnsupportedOperationException("nothing here is stored as rows");
    }

    @Override
    public RecordedEvent decode(StoredEvent row) {
        throw new UnsupportedOperationException("nothing here is stored as rows");
    }
}
