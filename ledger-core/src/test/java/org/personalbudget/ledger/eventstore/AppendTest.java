package org.personalbudget.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.eventstore.Appends.*;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.eventstore.Outcome.*;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.UniqueTag;
import org.personalbudget.ledger.testing.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** What the log itself promises, whatever its callers think they know. */
class AppendTest {

    private static final Instant NOON = Instant.parse("2025-06-02T12:00:00Z");

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
        reader = new PostgresEventReader(service, CODEC);
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
        Append elsewhere = Appends.append(UUID.randomUUID(), Head.EMPTY, 1);

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
        Append stranger = Appends.append(UUID.randomUUID(), Head.EMPTY, 1);

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
        Append elsewhere = Appends.append(other, Head.EMPTY, 1);
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
        Append first = Appends.append(UUID.randomUUID(), Head.EMPTY, 1, "ada");
        Append second = Appends.append(UUID.randomUUID(), Head.EMPTY, 1, "ada");

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
            past.append(List.of(Appends.append(UUID.randomUUID(), Head.EMPTY, 1)));
            future.append(List.of(Appends.append(UUID.randomUUID(), Head.EMPTY, 1)));
        }
        assertThat(new PostgresEventReader(other, CODEC).after(0, 10))
                .extracting(RecordedEvent::recordedAt)
                .containsExactly(NOON, NOON, NOON.plusSeconds(60));
    }

    @Test
    void aRequestThatTheLogCannotTakeSpoilsNobodyElses() {
        Append good = Appends.append(UUID.randomUUID(), Head.EMPTY, 1);
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
        try (var shaky = at(NOON, LossyConnections.losing(service, losses))) {
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

    private Append append(Head on, int events, String... names) {
        return Appends.append(stream, on, events, names);
    }

    private void assertNoGaps() {
        List<Long> positions =
                reader.after(0, 1_000).stream().map(RecordedEvent::position).toList();
        assertThat(positions)
                .isEqualTo(LongStream.rangeClosed(1, positions.size()).boxed().toList());
    }
}
