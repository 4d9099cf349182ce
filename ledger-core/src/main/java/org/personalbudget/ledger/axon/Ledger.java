package org.personalbudget.ledger.axon;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.eventstore.AppendConnection;
import org.personalbudget.ledger.eventstore.EventCodec;
import org.personalbudget.ledger.eventstore.EventIds;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.EventTypes;
import org.personalbudget.ledger.eventstore.GroupCommit;
import org.personalbudget.ledger.eventstore.PositionSignal;
import org.personalbudget.ledger.eventstore.PostgresEventReader;
import org.personalbudget.ledger.eventstore.Snapshots;
import org.personalbudget.ledger.eventstore.Upcaster;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.kernel.Refusal;

/** One node of a ledger, put together: the deciders, the line, the log, and Axon in between. */
public final class Ledger implements AutoCloseable {

    /**
     * What the ledger is about.
     *
     * @param features what decides
     * @param folds what is only read and written by others' decisions
     * @param refusals the sealed families of refusals, beside the common one
     */
    public record Contents(
            List<Feature<?, ?, ?, ?>> features,
            List<Fold<?, ?>> folds,
            List<Class<? extends Refusal>> refusals,
            List<Upcaster> upcasters,
            PolicySource policies,
            PeriodSource periods,
            PeriodCalendar calendar) {

        List<Fold<?, ?>> allFolds() {
            List<Fold<?, ?>> all = new ArrayList<>(features);
            all.addAll(folds);
            return all;
        }

        /** The names and JSON of everything that can lie in the log. */
        public EventCodec codec() {
            Set<Class<? extends Event>> families = new LinkedHashSet<>();
            families.add(CommandRefused.class);
            for (Fold<?, ?> fold : allFolds()) families.add(fold.events());
            return new EventCodec(new EventTypes(families, upcasters), refusals);
        }
    }

    /**
     * How much a node takes on.
     *
     * @param streams how many streams' states are kept in memory
     * @param waiting how many requests may wait for the log before callers have to
     * @param patience how long a lost database is waited for in the middle of a commit
     * @param snapshotEvery after how many events a stream is worth a snapshot; 0 for none at all
     */
    public record Limits(long streams, int waiting, Duration patience, int snapshotEvery) {
        public static final Limits STANDARD = new Limits(50_000, 4_096, Duration.ofSeconds(30), 500);
    }

    private final EventCodec codec;
    private final EventReader reader;
    private final PositionSignal signal = new PositionSignal();
    private final GroupCommit writer;
    private final CommandBus bus = SimpleCommandBus.builder().build();
    private final LedgerEventStore store;
    private final AxonLedgerGateway gateway;

    /**
     * @param log a pool of connections as the service's role, for reading
     * @param writing opens a connection as the service's role for the writer alone; never a pool that others use
     */
    public Ledger(
            DataSource log, DataSource writing, Clock clock, MeterRegistry meters, Contents contents, Limits limits) {
        codec = contents.codec();
        reader = new PostgresEventReader(log, codec);
        writer = new GroupCommit(
                new AppendConnection(writing, clock, limits.patience()), limits.waiting(), signal, meters);
        var streams = new Streams(recall(log, contents, limits), limits.streams());
        var line = new Line(streams, writer);
        var engine = new PostgresEventStorageEngine(line, reader, codec);
        store = LedgerEventStore.over(engine);
        signal.whenMoved(store::wake);
        var deliberation = new Deliberation(
                streams,
                new Folds(contents.allFolds()),
                contents.policies(),
                contents.periods(),
                contents.calendar(),
                clock,
                new EventIds(clock));
        var shell = new DeciderShell(deliberation, line, store, engine, meters.timer("ledger.command.decide"));
        for (Feature<?, ?, ?, ?> feature : contents.features()) shell.carry(feature, bus);
        gateway = new AxonLedgerGateway(bus, writer, reader, codec, meters);
    }

    private Recall recall(DataSource log, Contents contents, Limits limits) {
        var revision = limits.snapshotEvery() == 0 ? new CompletableFuture<String>() : ProgramRevision.known();
        return new Recall(
                reader,
                new Snapshots(log, reader),
                limits.snapshotEvery(),
                revision,
                codec.json(),
                contents.allFolds());
    }

    public LedgerGateway gateway() {
        return gateway;
    }

    public EventReader reader() {
        return reader;
    }

    public EventCodec codec() {
        return codec;
    }

    /** How far this node has written. */
    public PositionSignal signal() {
        return signal;
    }

    /** Axon's command bus, for interceptors. Requests go through {@link #gateway()}. */
    public CommandBus bus() {
        return bus;
    }

    /** The log as Axon's processors read it. */
    public StreamableMessageSource<TrackedEventMessage<?>> events() {
        return store;
    }

    /** Answers what is in line, and takes nothing more. */
    @Override
    public void close() {
        writer.close();
        gateway.close();
        store.shutDown();
    }
}
