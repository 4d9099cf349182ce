package org.personalbudget.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.eventstore.Outcome.*;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.UniqueTag;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.testing.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** What the log itself promises, whatever its callers think they know. */
class AppendTest {

    /** Something happened, and perhaps a name was claimed. */
    public record Noted(UUID on, When when, List<String> names) implements Event {
        @Override
        public StreamId stream() {
            return new StreamId("note", on);
        }

        @Override
        public Set<UniqueTag> claims() {
            return Set.copyOf(
                    names.stream().map(name -> new UniqueTag("name", name)).toList());
        }
    }

    private static final When WHEN = new When(LocalDate.of(2025, 6, 2), new PeriodId(2025, 3));
    private static final Instant NOON = Instant.parse("2025-06-02T12:00:00Z");

    private final EventCodec codec = new EventCodec(new EventTypes(List.of(Noted.class), List.of()), List.of());
    private final EventIds ids = new EventIds(Clock.systemUTC());
    private final UUID stream = UUID.randomUUID();
    private static DataSource service;
    private AppendConnection log;
    private EventReader reader;
    private long base;

    @BeforeAll
    static void migrate() {
        service = fresh();
    }

    private static DataSource fresh() {
        var database = TestPostgres.fresh();
        LedgerSchema.migrate(database.dataSource(), "ledger_service_test", "secret");
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser("ledger_service_test");
        source.setPassword("secret");
        return source;
    }

    @BeforeEach
    void open() {
        log = at(NOON, service);
        reader = new PostgresEventReader(service, codec);
        base = reader.head();
    }

    private static AppendConnection at(Instant now, DataSource source) {
        return new AppendConnection(source, Clock.fixed(now, ZoneOffset.UTC), Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aGroupIsRecordedInItsOrderWithoutGaps() {
        Append first = append(Head.EMPTY, 2);
        Append second = append(headAfter(first), 3);
        Append elsewhere = append(UUID.randomUUID(), Head.EMPTY, 1);

        assertThat(log.append(List.of(first, elsewhere, second)))
                .containsExactly(recorded(2, 2), recorded(3, 1), recorded(6, 3));
        assertNoGaps();
        assertThat(reader.stream(new StreamId("note", stream), 2))
                .extracting(RecordedEvent::sequence)
                .containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void whoeverWasDecidedOnAFailureFailsAndNobodyElse() {
        log.append(List.of(append(Head.EMPTY, 1)));
        Append stale = append(Head.EMPTY, 1);
        Append successor = append(headAfter(stale), 1);
        Append itsSuccessor = append(headAfter(successor), 1);
        Append stranger = append(UUID.randomUUID(), Head.EMPTY, 1);

        assertThat(log.append(List.of(stale, successor, stranger, itsSuccessor)))
                .containsExactly(new Moved(), new Moved(), recorded(2, 1), new Moved());
        assertNoGaps();
    }

    /** Sequences alone would let it in: the number it expects is taken, but by somebody else's event. */
    @Test
    void aDecisionTakenOnAnEventThatNeverWasIsNotLetInBehindAnother() {
        Append mine = append(Head.EMPTY, 1);
        Append decidedOnMine = append(headAfter(mine), 1);
        log.append(List.of(append(Head.EMPTY, 1)));

        assertThat(log.append(List.of(mine))).containsExactly(new Moved());
        assertThat(log.append(List.of(decidedOnMine))).containsExactly(new Moved());
    }

    @Test
    void whatIsOnlyReadIsCheckedToo() {
        var other = UUID.randomUUID();
        Append elsewhere = append(other, Head.EMPTY, 1);
        log.append(List.of(elsewhere));

        assertThat(log.append(List.of(reading(append(Head.EMPTY, 1), other, Head.EMPTY))))
                .containsExactly(new Moved());
        assertThat(log.append(List.of(reading(append(Head.EMPTY, 1), other, headAfter(elsewhere)))))
                .containsExactly(recorded(2, 1));
    }

    @Test
    void aRequestIsAnsweredOnce() {
        Append asked = append(Head.EMPTY, 2);
        log.append(List.of(asked));

        assertThat(log.append(List.of(asked))).containsExactly(new AnsweredBefore(base + 2, 2));
        assertThat(log.append(List.of(hashed(asked, "other")))).containsExactly(new KeyUsed());
        assertThat(reader.head()).isEqualTo(base + 2);
    }

    @Test
    void askedTwiceInOneGroupTheSecondHasToComeAgain() {
        Append asked = append(Head.EMPTY, 1);

        assertThat(log.append(List.of(asked, asked))).containsExactly(recorded(1, 1), new Moved());
    }

    @Test
    void changingNothingIsAnAnswerIfNothingHasMoved() {
        Append first = append(Head.EMPTY, 1);
        log.append(List.of(first));
        Append nothing = append(headAfter(first), 0);

        assertThat(log.append(List.of(nothing, append(Head.EMPTY, 0)))).containsExactly(recorded(1, 0), new Moved());
        assertThat(log.append(List.of(nothing))).containsExactly(new AnsweredBefore(base + 1, 0));
    }

    @Test
    void aNameIsClaimedOnceAlsoWithinAGroup() {
        Append first = append(UUID.randomUUID(), Head.EMPTY, 1, "ada");
        Append second = append(UUID.randomUUID(), Head.EMPTY, 1, "ada");

        assertThat(log.append(List.of(first, second))).containsExactly(recorded(1, 1), new Moved());
        assertThat(log.append(List.of(second))).containsExactly(new Taken(new UniqueTag("name", "ada")));
    }

    @Test
    void recordedTimeNeverGoesBack() {
        var other = fresh();
        try (var noon = at(NOON, other);
                var past = at(NOON.minusSeconds(60), other);
                var future = at(NOON.plusSeconds(60), other)) {
            noon.append(List.of(append(Head.EMPTY, 1)));
            past.append(List.of(append(UUID.randomUUID(), Head.EMPTY, 1)));
            future.append(List.of(append(UUID.randomUUID(), Head.EMPTY, 1)));
        }
        assertThat(new PostgresEventReader(other, codec).after(0, 10))
                .extracting(RecordedEvent::recordedAt)
                .containsExactly(NOON, NOON, NOON.plusSeconds(60));
    }

    @Test
    void aRequestThatTheLogCannotTakeSpoilsNobodyElses() {
        Append good = append(UUID.randomUUID(), Head.EMPTY, 1);
        Append.NewEvent event = append(Head.EMPTY, 1).events().getFirst();
        Append bad = with(
                append(Head.EMPTY, 1),
                new Append.NewEvent(event.id(), event.type(), 0, event.payload(), event.event()));

        List<Outcome> outcomes = log.append(List.of(bad, good));

        assertThat(outcomes.getFirst()).isInstanceOf(Impossible.class);
        assertThat(outcomes.getLast()).isEqualTo(recorded(1, 1));
    }

    @Test
    void aConnectionLostInItsCommitIsAskedAgainAndNothingIsDoubled() {
        var losses = new AtomicInteger(2);
        Append asked = append(Head.EMPTY, 2);
        try (var shaky = at(NOON, losing(service, losses))) {
            assertThat(shaky.append(List.of(asked))).containsExactly(new AnsweredBefore(base + 2, 2));
        }
        assertThat(losses).hasValueLessThanOrEqualTo(0);
        assertThat(reader.head()).isEqualTo(base + 2);
    }

    @Test
    void readersSeePages() {
        log.append(List.of(append(Head.EMPTY, 7)));

        assertThat(reader.after(base + 2, 3))
                .extracting(RecordedEvent::position)
                .containsExactly(base + 3, base + 4, base + 5);
        assertThat(reader.at(base + 7)).isPresent();
        assertThat(reader.at(base + 8)).isEmpty();
    }

    private Recorded recorded(long position, int events) {
        return new Recorded(base + position, events, NOON);
    }

    private void assertNoGaps() {
        List<Long> positions =
                reader.after(0, 1_000).stream().map(RecordedEvent::position).toList();
        assertThat(positions)
                .isEqualTo(LongStream.rangeClosed(1, positions.size()).boxed().toList());
    }

    private Append append(Head on, int events, String... names) {
        return append(stream, on, events, names);
    }

    private Append append(UUID to, Head on, int events, String... names) {
        List<Append.NewEvent> noted = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            var event = new Noted(to, WHEN, List.of(names));
            noted.add(new Append.NewEvent(ids.next(), "Noted", 1, codec.encode(event), event));
        }
        var id = new CommandId(UUID.randomUUID());
        return new Append(
                id,
                "hash",
                new ActorId("alice"),
                Role.PANEL,
                null,
                id.value(),
                0,
                Map.of(new StreamId("note", to), on),
                noted,
                List.of());
    }

    private static Head headAfter(Append append) {
        Head before = append.heads().values().iterator().next();
        return new Head(
                before.sequence() + append.events().size(),
                append.events().getLast().id());
    }

    private static Append reading(Append append, UUID other, Head head) {
        var heads = new HashMap<>(append.heads());
        heads.put(new StreamId("note", other), head);
        return new Append(
                append.id(),
                append.hash(),
                append.actor(),
                append.role(),
                append.causation(),
                append.correlation(),
                append.policyVersion(),
                heads,
                append.events(),
                append.entries());
    }

    private static Append hashed(Append append, String hash) {
        return new Append(
                append.id(),
                hash,
                append.actor(),
                append.role(),
                append.causation(),
                append.correlation(),
                append.policyVersion(),
                append.heads(),
                append.events(),
                append.entries());
    }

    private static Append with(Append append, Append.NewEvent event) {
        return new Append(
                append.id(),
                append.hash(),
                append.actor(),
                append.role(),
                append.causation(),
                append.correlation(),
                append.policyVersion(),
                append.heads(),
                List.of(event),
                append.entries());
    }

    /** Connections whose calls are carried out, committed, and then said to have been lost. */
    private static DataSource losing(DataSource source, AtomicInteger losses) {
        return proxy(
                DataSource.class,
                source,
                (method, result) -> result instanceof Connection connection ? losing(connection, losses) : result);
    }

    private static Connection losing(Connection connection, AtomicInteger losses) {
        return proxy(
                Connection.class,
                connection,
                (method, result) -> result instanceof PreparedStatement statement
                        ? proxy(PreparedStatement.class, statement, (called, rows) -> {
                            if (called.equals("executeQuery") && losses.getAndDecrement() > 0) {
                                throw new SQLException("connection lost", "08006");
                            }
                            return rows;
                        })
                        : result);
    }

    private interface Afterwards {
        Object apply(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, Afterwards afterwards) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return afterwards.apply(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
