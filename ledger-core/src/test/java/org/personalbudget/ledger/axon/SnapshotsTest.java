package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.axon.TestLedger.of;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.axon.CounterCommand.Count;
import org.personalbudget.ledger.axon.CounterCommand.CountMany;
import org.personalbudget.ledger.axon.CounterCommand.Look;
import org.personalbudget.ledger.axon.CounterEvent.Counted;
import org.personalbudget.ledger.model.SeededHistory;
import org.personalbudget.ledger.model.SeededHistory.Asked;
import org.personalbudget.ledger.testing.TestPostgres;

class SnapshotsTest {

    private static final Ledger.Limits EAGER = new Ledger.Limits(2, 64, Duration.ofSeconds(5), 1);

    private static final TestPostgres DATABASE = TestLedger.migrated();
    private final UUID counter = UUID.randomUUID();

    @BeforeAll
    static void knowThyself() {
        ProgramRevision.known().join();
    }

    @Test
    void aColdStartTakesTheSnapshot() throws SQLException {
        onANewNode(new CountMany(counter, 3));
        onANewNode(new Look(counter));
        execute("UPDATE work.snapshot SET state = '1000' WHERE stream = 'counter/%s'".formatted(counter));

        assertThat(onANewNode(new Count(counter, 9_999))).isEqualTo(1_001);
    }

    @Test
    void aSnapshotOfAnotherProgramIsAsGoodAsNone() throws SQLException {
        onANewNode(new CountMany(counter, 3));
        onANewNode(new Look(counter));
        execute("UPDATE work.snapshot SET state = '1000', revision = 'another' WHERE stream = 'counter/%s'"
                .formatted(counter));

        assertThat(onANewNode(new Count(counter, 9_999))).isEqualTo(4);
    }

    /** Each command meets states that come from snapshots of all kinds, and is answered as the model would. */
    @Test
    void coldEqualsWarm() throws SQLException {
        var now = new AtomicReference<>(Instant.EPOCH);
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        try (var ledger = new Ledger(
                TestLedger.service(DATABASE.jdbcUrl()),
                TestLedger.service(DATABASE.jdbcUrl()),
                clock,
                new SimpleMeterRegistry(),
                LedgerConfiguration.contents(),
                EAGER)) {
            for (var stretch : SeededHistory.of(3, 300, 4).stretches()) {
                now.set(stretch.day().atTime(12, 0).toInstant(ZoneOffset.UTC));
                stretch.asked().forEach(asked -> assertAnswered(ledger, asked));
            }
        }
        assertThat(snapshotCategories()).contains("budget", "payment");
    }

    private static Set<String> snapshotCategories() throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT DISTINCT split_part(stream, '/', 1) FROM work.snapshot")) {
            Set<String> categories = new HashSet<>();
            while (rows.next()) categories.add(rows.getString(1));
            return categories;
        }
    }

    private static void assertAnswered(Ledger ledger, Asked asked) {
        var step = asked.step();
        var request = new Request(
                step.command(),
                step.id(),
                SeededHistory.hashOf(step.command()),
                step.actor().id(),
                Set.of(step.actor().role()),
                List.of(),
                null,
                step.id().value());
        Object figures = switch (of(ledger.gateway().send(request))) {
            case Answer.Accepted accepted ->
                SeededHistory.accepted(
                        accepted.events().stream().map(event -> event.event()).toList());
            case Answer.Refused refused ->
                SeededHistory.refused(refused.refused().refusal().code());
            case Answer.KeyReused reused -> reused;
        };
        assertThat(figures).as("%s", step.command()).isEqualTo(asked.figures());
    }

    /** Asks a node that has just started, and gives what it counted to. */
    private long onANewNode(CounterCommand command) {
        try (var node = new TestLedger(DATABASE.jdbcUrl(), Clock.systemUTC(), EAGER)) {
            var answer = (Answer.Accepted) of(node.ask(command));
            return answer.events().isEmpty()
                    ? 0
                    : ((Counted) answer.events().getLast().event()).total();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
