package org.personalbudget.projections.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.testing.TestPostgres;
import org.personalbudget.projections.AllProjections;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.ProjectionReader;
import org.personalbudget.projections.reader.ReadSchema;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that people read, in a database of their own. */
public final class ReadTables {

    private final DataSource database;

    private ReadTables(DataSource database) {
        this.database = database;
    }

    public static ReadTables fresh() {
        ReadTables tables = new ReadTables(TestPostgres.fresh().dataSource());
        ReadSchema.migrate(tables.database, ReadSchema.LIVE);
        return tables;
    }

    public DataSource database() {
        return database;
    }

    public JdbcClient client() {
        return JdbcClient.create(database);
    }

    public ProjectionReader reader(EventReader log, int pageSize) {
        return reader(log, pageSize, AllProjections.list());
    }

    public ProjectionReader reader(EventReader log, int pageSize, List<Projection> projections) {
        return new ProjectionReader(log, database, ReadSchema.LIVE, projections, pageSize, new SimpleMeterRegistry());
    }

    /** Projects everything there is. */
    public ReadTables project(EventReader log) {
        return project(log, EventReader.PAGE);
    }

    public ReadTables project(EventReader log, int pageSize) {
        try {
            ProjectionReader reader = reader(log, pageSize);
            while (reader.step().position() < log.head()) {}
            return this;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Every table with every row in a fixed order, as PostgreSQL writes them: equal only if equal byte by byte. */
    public Map<String, String> contents(String schema) {
        try (Connection connection = database.getConnection()) {
            Map<String, String> contents = new TreeMap<>();
            for (String table : tables(schema)) contents.put(table, contents(connection, schema + "." + table));
            return contents;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> tables(String schema) {
        return client().sql(
                        "SELECT tablename FROM pg_tables WHERE schemaname = :schema AND tablename NOT LIKE 'flyway%'")
                .param("schema", schema)
                .query(String.class)
                .list();
    }

    private static String contents(Connection connection, String table) throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String copy = "COPY (SELECT * FROM " + table + " AS t ORDER BY t) TO STDOUT";
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
