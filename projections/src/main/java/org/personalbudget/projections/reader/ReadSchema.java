package org.personalbudget.projections.reader;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** The tables people read, in the schema they live in or in the one they are rebuilt in. */
public final class ReadSchema {

    /** Where the queries look. */
    public static final String LIVE = "read";

    /** Where a rebuild works. */
    public static final String NEXT = "read_next";

    private static final String LOCATION = "classpath:db/read";

    private ReadSchema() {}

    /**
     * Creates or updates the tables. What stands in them stays where nothing changes; with every new migration all of
     * it is read anew, since projections that write more than before have missed it in the events already read.
     */
    public static void migrate(DataSource database, String schema) {
        flyway(database, schema, MigrationVersion.LATEST).migrate();
    }

    /** The same, as far as an earlier version of the ledger had it. */
    static void migrate(DataSource database, String schema, int version) {
        flyway(database, schema, MigrationVersion.fromVersion(Integer.toString(version)))
                .migrate();
    }

    /** Empties the schema and creates the tables anew. Flyway's own clean would keep a connection of the pool. */
    static void recreate(DataSource database, String schema) throws SQLException {
        if (LIVE.equals(schema)) throw new IllegalArgumentException("what people read is replaced, never emptied");
        Transactions.in(database, connection -> {
            for (String table : tables(schema, connection)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("DROP TABLE " + schema + "." + table);
                }
            }
            return schema;
        });
        migrate(database, schema);
    }

    /** The tables of a schema, Flyway's own among them. */
    static List<String> tables(String schema, Connection connection) throws SQLException {
        String sql = "SELECT tablename FROM pg_tables WHERE schemaname = ? ORDER BY tablename";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) tables.add(row.getString(1));
            }
            return tables;
        }
    }

    private static Flyway flyway(DataSource database, String schema, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(database)
                .locations(LOCATION)
                .schemas(schema)
                .target(target)
                .load();
    }
}
