package org.personalbudget.projections.reader;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.personalbudget.ledger.eventstore.EventReader;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Reads the log forward, page by page, and hands each page to every projection. The rows of all of them and their
 * positions are one transaction, so what is read together is of one position, and a killed reader leaves nothing half
 * done. Whoever holds the lease projects; other nodes pass by. The lease is of the transaction, so it cannot outlive it.
 */
public final class ProjectionReader {

    private final EventReader log;
    private final DataSource database;
    private final String schema;
    private final List<Projection> projections;
    private final int pageSize;
    private final MeterRegistry meters;

    public ProjectionReader(
            EventReader log,
            DataSource database,
            String schema,
            List<Projection> projections,
            int pageSize,
            MeterRegistry meters) {
        this.log = log;
        this.database = database;
        this.schema = schema;
        this.projections = List.copyOf(projections);
        this.pageSize = pageSize;
        this.meters = meters;
    }

    /**
     * What one step came to.
     *
     * @param position the position up to which every projection has now read
     * @param more whether there is probably more to read at once
     */
    public record Step(long position, boolean more) {}

    /** The position up to which every projection has read, whoever has projected it. */
    public long position() throws SQLException {
        return Transactions.in(database, connection -> {
            lookIn(schema, connection);
            return least(positions(connection));
        });
    }

    private static long least(Map<String, Long> positions) {
        return positions.values().stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    /** Reads and projects at most one page. */
    public Step step() throws SQLException {
        return step(Long.MAX_VALUE);
    }

    /** Reads and projects at most one page, and nothing beyond a position. */
    Step step(long last) throws SQLException {
        Timer.Sample sample = Timer.start(meters);
        Step step = Transactions.in(database, connection -> step(connection, last));
        sample.stop(timer("page"));
        return step;
    }

    private Step step(Connection connection, long last) throws SQLException {
        lookIn(schema, connection);
        boolean leased = Lease.tryTake(schema, connection);
        Map<String, Long> positions = positions(connection);
        long from = least(positions);
        if (!leased) return new Step(from, false);
        int limit = (int) Math.min(pageSize, last - from);
        List<Posted> page = limit < 1 ? List.of() : read(from, limit);
        if (page.isEmpty()) return new Step(from, false);
        project(page, positions, connection);
        return new Step(page.getLast().position(), page.size() == limit);
    }

    /** Until the end of the transaction, names without a schema mean this one. */
    private static void lookIn(String schema, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config('search_path', ?, true)")) {
            statement.setString(1, schema);
            statement.execute();
        }
    }

    private Map<String, Long> positions(Connection connection) throws SQLException {
        Map<String, Long> positions = new HashMap<>();
        for (Projection projection : projections) positions.put(projection.name(), 0L);
        try (PreparedStatement statement = connection.prepareStatement("SELECT name, position FROM projection");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) positions.replace(row.getString(1), row.getLong(2));
        }
        return positions;
    }

    private List<Posted> read(long from, int limit) {
        Timer.Sample sample = Timer.start(meters);
        List<Posted> page = log.after(from, limit).stream().map(Posted::of).toList();
        sample.stop(timer("read"));
        return page;
    }

    private void project(List<Posted> page, Map<String, Long> positions, Connection connection) throws SQLException {
        long to = page.getLast().position();
        Rows moved = Rows.of("text", "int8", "int8");
        for (Projection projection : projections) {
            long from = positions.getOrDefault(projection.name(), 0L);
            if (from >= to) continue;
            Timer.Sample sample = Timer.start(meters);
            projection.project(after(from, page), connection);
            sample.stop(timer(projection.name()));
            moved.add(projection.name(), from, to);
        }
        store(moved, connection);
    }

    private static List<Posted> after(long position, List<Posted> page) {
        if (page.getFirst().position() > position) return page;
        return page.stream().filter(event -> event.position() > position).toList();
    }

    /** The guard: whoever does not find the positions it read from changes nothing, not even its rows. */
    private static void store(Rows moved, Connection connection) throws SQLException {
        int stored = moved.send(connection, """
                INSERT INTO projection AS p (name, position)
                SELECT name, reached FROM unnest(?, ?, ?) AS moved (name, read_from, reached)
                WHERE read_from = coalesce((SELECT position FROM projection q WHERE q.name = moved.name), 0)
                ON CONFLICT (name) DO UPDATE SET position = excluded.position
                WHERE p.position < excluded.position
                """);
        if (stored != moved.size()) {
            throw new OptimisticLockingFailureException("another reader has projected the same events");
        }
    }

    private Timer timer(String stage) {
        return meters.timer("ledger.projections", "schema", schema, "stage", stage);
    }
}
