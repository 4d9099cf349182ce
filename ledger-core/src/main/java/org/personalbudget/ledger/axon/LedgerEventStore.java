package org.personalbudget.ledger.axon;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Axon's event store, told of new events when they are durable and not when the unit of work that made them ends. */
final class LedgerEventStore extends EmbeddedEventStore {

    /** How long events of another node may go unnoticed by this node's reactions. */
    private static final long FETCH_DELAY_MILLIS = 100;

    private LedgerEventStore(Builder builder) {
        super(builder);
    }

    static LedgerEventStore over(EventStorageEngine engine) {
        var builder = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(FETCH_DELAY_MILLIS)
                .timeUnit(TimeUnit.MILLISECONDS);
        return new LedgerEventStore(builder);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        // In line, but not yet durable: there is nothing to be read.
    }

    /** Something has become durable. */
    void wake() {
        super.afterCommit(List.of());
    }
}
