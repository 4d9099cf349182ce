package org.personalbudget.ledger.axon;

import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.personalbudget.ledger.axon.Ruling.Fact;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Feature;

/** Carries any feature: takes its commands from the bus, has them decided, and publishes the facts. */
final class DeciderShell {

    /** Under which a command message carries its {@link Attempt}. */
    static final String ATTEMPT = "attempt";

    private final Deliberation deliberation;
    private final Line line;
    private final EventStore store;
    private final EventStorageEngine engine;
    private final Timer decided;

    DeciderShell(Deliberation deliberation, Line line, EventStore store, EventStorageEngine engine, Timer decided) {
        this.deliberation = deliberation;
        this.line = line;
        this.store = store;
        this.engine = engine;
        this.decided = decided;
    }

    /** Subscribes every command of a feature, as its sealed family lists them. */
    void carry(Feature<?, ?, ?, ?> feature, CommandBus bus) {
        for (Class<? extends Command> command : Feature.membersOf(feature.commands())) {
            bus.subscribe(command.getName(), message -> handle(feature, message));
        }
    }

    /** The stream's turn ends with the unit of work, when the ruling is in line; nothing is held until it is durable. */
    private Verdict handle(Feature<?, ?, ?, ?> feature, CommandMessage<?> message) {
        if (!(message.getMetaData().get(ATTEMPT) instanceof Attempt attempt)) {
            throw new IllegalArgumentException("commands come through the ledger's gateway");
        }
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        Lock turn = line.turnOf(attempt.request().command().stream());
        turn.lock();
        work.onCleanup(_ -> turn.unlock());
        Verdict verdict = new Verdict(decided.record(() -> deliberation.rule(feature, attempt)));
        work.resources().put(Verdict.RESOURCE, verdict);
        publish(verdict.ruling().facts(), work);
        return verdict;
    }

    private void publish(List<Fact> facts, UnitOfWork<?> work) {
        if (facts.isEmpty()) {
            // Axon does not publish nothing. But that nothing is to change has to be confirmed under the lock as well.
            work.onPrepareCommit(_ -> engine.appendEvents(List.of()));
        } else {
            store.publish(facts.stream().map(DeciderShell::message).toList());
        }
    }

    private static EventMessage<?> message(Fact fact) {
        return new GenericDomainEventMessage<>(
                fact.event().stream().category(),
                fact.event().stream().toString(),
                fact.sequence(),
                new GenericMessage<>(fact.id().toString(), fact.event(), MetaData.emptyInstance()),
                Instant.EPOCH);
    }
}
