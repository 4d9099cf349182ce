package org.personalbudget.projections.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.testing.SampleEvents;
import org.personalbudget.ledger.testing.SampleEvents.Variant;
import org.personalbudget.projections.AllProjections;
import org.personalbudget.projections.testing.MemoryLog;
import org.personalbudget.projections.testing.ReadTables;
import org.springframework.dao.OptimisticLockingFailureException;

/** Law 3: what people read is the same byte for byte, however the log was cut into pages, and whoever died over it. */
class ReplayIT {

    private static final int ROUNDS = 12;

    /** Many budgets' events over several days, shuffled between budgets and in order within each. */
    private static MemoryLog aLog(long seed) {
        Random random = new Random(seed);
        List<List<Event>> stories = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Variant variant : Variant.values()) stories.add(new ArrayList<>(SampleEvents.of(variant, round)));
        }
        MemoryLog log = new MemoryLog();
        Instant now = Instant.parse("2025-06-02T09:00:00Z");
        while (!stories.isEmpty()) {
            List<Event> story = stories.get(random.nextInt(stories.size()));
            log.at(now).record(story.removeFirst());
            if (story.isEmpty()) stories.remove(story);
            if (random.nextInt(3) == 0) now = now.plus(Duration.ofMinutes(random.nextInt(60)));
        }
        return log;
    }

    @Test
    void theRowsDoNotDependOnThePages() {
        MemoryLog log = aLog(1);
        Map<String, String> atOnce = ReadTables.fresh().project(log).contents(ReadSchema.LIVE);

        for (int pageSize : new int[] {1, 7, 250}) {
            assertThat(ReadTables.fresh().project(log, pageSize).contents(ReadSchema.LIVE))
                    .isEqualTo(atOnce);
        }
    }

    @Test
    void aReaderThatIsKilledInTheMiddleOfAPageLeavesNothingHalfDone() throws SQLException {
        MemoryLog log = aLog(2);
        ReadTables tables = ReadTables.fresh();
        tables.reader(log, 100).step();
        Map<String, String> before = tables.contents(ReadSchema.LIVE);
        List<Projection> deadly = new ArrayList<>(AllProjections.list());
        deadly.add(5, new Killed());

        assertThatThrownBy(() -> tables.reader(log, 100, deadly).step()).isInstanceOf(SQLException.class);

        assertThat(tables.contents(ReadSchema.LIVE)).isEqualTo(before);
        assertThat(tables.project(log, 100).contents(ReadSchema.LIVE))
                .isEqualTo(ReadTables.fresh().project(log).contents(ReadSchema.LIVE));
    }

    /** Its server process is ended in the middle of the page, as by {@code kill -9} of the node. */
    private static final class Killed implements Projection {
        @Override
        public String name() {
            return "killed";
        }

        @Override
        public void project(List<Posted> events, Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pg_backend_pid())");
            }
        }
    }

    @Test
    void ofSeveralNodesOneProjectsAtATimeAndNothingTwice() throws Exception {
        MemoryLog log = aLog(3);
        ReadTables tables = ReadTables.fresh();
        try (var nodes = Executors.newFixedThreadPool(4)) {
            Callable<Void> node = () -> {
                ProjectionReader reader = tables.reader(log, 20);
                while (reader.step().position() < log.head()) Thread.onSpinWait();
                return null;
            };
            for (Future<Void> done : nodes.invokeAll(List.of(node, node, node, node))) done.get();
        }

        assertThat(tables.contents(ReadSchema.LIVE))
                .isEqualTo(ReadTables.fresh().project(log).contents(ReadSchema.LIVE));
    }

    @Test
    void aPageThatAnotherReaderHasProjectedChangesNothing() throws SQLException {
        MemoryLog log = aLog(4);
        ReadTables tables = ReadTables.fresh();
        tables.reader(log, 100).step();
        Map<String, String> before = tables.contents(ReadSchema.LIVE);

        // Between its reading of the positions and its storing of them, the page was projected by somebody else.
        List<Projection> late = List.of(new Late(tables));
        assertThatThrownBy(() -> tables.reader(log, 100, late).step())
                .isInstanceOf(OptimisticLockingFailureException.class);

        Map<String, String> after = tables.contents(ReadSchema.LIVE);
        after.remove("projection");
        before.remove("projection");
        assertThat(after).isEqualTo(before);
    }

    /** Writes a row, but finds at the end of the page that its position has moved under it. */
    private record Late(ReadTables tables) implements Projection {
        @Override
        public String name() {
            return "late";
        }

        @Override
        public void project(List<Posted> events, Connection connection) throws SQLException {
            Rows rows = Rows.of("uuid", "int2", "text");
            rows.add(new java.util.UUID(0, 0), 1, "a line");
            rows.copy(connection, "account_line");
            tables.client()
                    .sql("INSERT INTO read.projection VALUES ('late', 100)")
                    .update();
        }
    }

    @Test
    void aRebuildFindsTheSameRowsPutsThemInPlaceAndReadingGoesOn() throws SQLException {
        MemoryLog log = aLog(5);
        ReadTables tables = ReadTables.fresh().project(log, 30);
        Map<String, String> live = tables.contents(ReadSchema.LIVE);

        Rebuild.Result result = rebuild(tables, log);

        assertThat(result.identical()).isTrue();
        assertThat(result.position()).isEqualTo(log.head());
        assertThat(tables.contents(ReadSchema.LIVE)).isEqualTo(live);
        assertThat(tables.contents(ReadSchema.NEXT)).isEmpty();
        log.record(SampleEvents.of(Variant.FULL, ROUNDS));
        assertThat(tables.project(log, 10).contents(ReadSchema.LIVE))
                .isEqualTo(ReadTables.fresh().project(log).contents(ReadSchema.LIVE));
    }

    @Test
    void aRebuildNamesTheTableThatSomebodyHasWrittenToAndPutsItRight() throws SQLException {
        MemoryLog log = aLog(6);
        ReadTables tables = ReadTables.fresh().project(log);
        Map<String, String> right = tables.contents(ReadSchema.LIVE);
        tables.client()
                .sql("UPDATE read.journal_line SET debit = debit + 1 WHERE debit > 0")
                .update();

        assertThat(rebuild(tables, log).different()).containsExactly("journal_line");
        assertThat(tables.contents(ReadSchema.LIVE)).isEqualTo(right);
        assertThat(rebuild(tables, log).identical()).isTrue();
    }

    private static Rebuild.Result rebuild(ReadTables tables, MemoryLog log) throws SQLException {
        ProjectionReader next = new ProjectionReader(
                log, tables.database(), ReadSchema.NEXT, AllProjections.list(), 1000, new SimpleMeterRegistry());
        return new Rebuild(tables.database(), tables.reader(log, 1000), next).run();
    }
}
