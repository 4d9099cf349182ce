package org.personalbudget.ledger.axon;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.eventstore.Append;
import org.personalbudget.ledger.eventstore.EventCodec;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;

/**
 * The log as Axon sees it. Events get in only as the facts of a {@link Ruling}; positions are its tracking tokens.
 * Appending means getting in line: Axon's unit of work ends there, and the answer comes when the line has moved.
 */
final class PostgresEventStorageEngine implements EventStorageEngine {

    /** Under which every message read from the log carries the {@link RecordedEvent} it is made of. */
    static final String RECORDED = "recorded";

    private static final int PAGE = 1_000;

    private final Line line;
    private final EventReader reader;
    private final EventCodec codec;

    PostgresEventStorageEngine(Line line, EventReader reader, EventCodec codec) {
        this.line = line;
        this.reader = reader;
        this.codec = codec;
    }

    /** @throws IllegalStateException outside a decision: there is no other way for an event to come about */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        Verdict verdict = CurrentUnitOfWork.get().getResource(Verdict.RESOURCE);
        if (verdict == null) throw new IllegalStateException("events are recorded by decisions and in no other way");
        verdict.inLine(line.enter(
                verdict.ruling(), messages.stream().map(this::encoded).toList()));
    }

    private Append.NewEvent encoded(EventMessage<?> message) {
        var event = (Event) message.getPayload();
        return new Append.NewEvent(
                UUID.fromString(message.getIdentifier()),
                codec.name(event),
                codec.revision(event),
                codec.encode(event),
                event);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return reader.after(positionOf(token), PAGE).stream().map(PostgresEventStorageEngine::message);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return DomainEventStream.of(
                reader.stream(StreamId.parse(stream), firstSequence).stream().map(PostgresEventStorageEngine::message));
    }

    private static GenericTrackedDomainEventMessage<?> message(RecordedEvent event) {
        Supplier<Instant> recordedAt = event::recordedAt;
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()),
                event.stream().category(),
                event.stream().toString(),
                event.sequence(),
                new GenericMessage<>(event.id().toString(), event.event(), MetaData.from(Map.of(RECORDED, event))),
                recordedAt);
    }

    private static long positionOf(@Nullable TrackingToken token) {
        OptionalLong position = token == null ? OptionalLong.empty() : token.position();
        return position.orElse(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    /** Aggregates are this ledger's own business; Axon's snapshots have nothing to do here. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("the ledger keeps its own snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }
}
