package org.personalbudget.projections.reader;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Builds everything that people read anew from the log, beside the live tables, which stay in use until they are
 * replaced. Before they are, both are compared at the same position: law 3 says that they are the same.
 *
 * <p>A rebuild that is killed leaves the live tables alone; the next one starts over.
 */
public final class Rebuild {

    private final DataSource database;
    private final ProjectionReader live;
    private final ProjectionReader next;
    private volatile long position;

    /**
     * @param live the reader of the live tables
     * @param next the same, for the schema {@link ReadSchema#NEXT}
     */
    public Rebuild(DataSource database, ProjectionReader live, ProjectionReader next) {
        this.database = database;
        this.live = live;
        this.next = next;
    }

    /**
     * What a rebuild came to.
     *
     * @param position the last event it has read
     * @param different the tables that did not hold the same rows before; none, unless the projection has changed or
     *     somebody has written to them
     */
    public record Result(long position, List<String> different) {

        public boolean identical() {
            return different.isEmpty();
        }
    }

    /** How far it has read: progress, for whoever watches. */
    public long position() {
        return position;
    }

    public Result run() throws SQLException {
        ReadSchema.recreate(database, ReadSchema.NEXT);
        position = 0;
        catchUpWith(live.position());
        return Transactions.in(database, connection -> {
            Lease.take(ReadSchema.LIVE, connection);
            catchUpWith(live.position());
            Result result = new Result(position, different(connection));
            replace(connection);
            return result;
        });
    }

    private void catchUpWith(long last) throws SQLException {
        while (position < last) position = next.step(last).position();
    }

    private static List<String> different(Connection connection) throws SQLException {
        Map<String, String> before = digests(ReadSchema.LIVE, connection);
        Map<String, String> after = digests(ReadSchema.NEXT, connection);
        List<String> different = new ArrayList<>();
        for (String table : after.keySet()) {
            if (!after.get(table).equals(before.get(table))) different.add(table);
        }
        return different;
    }

    /** For each table how many rows it has, and a sum over all of them that does not depend on their order. */
    private static Map<String, String> digests(String schema, Connection connection) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        for (String table : ReadSchema.tables(schema, connection)) {
            if (table.startsWith("flyway")) continue;
            String sql = "SELECT count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM "
                    + schema + "." + table + " AS t";
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                digests.put(table, row.getString(1));
            }
        }
        return digests;
    }

    private static void replace(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : ReadSchema.tables(ReadSchema.LIVE, connection)) {
                statement.execute("DROP TABLE " + ReadSchema.LIVE + "." + table);
            }
            for (String table : ReadSchema.tables(ReadSchema.NEXT, connection)) {
                statement.execute("ALTER TABLE " + ReadSchema.NEXT + "." + table + " SET SCHEMA " + ReadSchema.LIVE);
            }
        }
    }
}
