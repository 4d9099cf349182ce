package org.personalbudget.projections.reader;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables people read, in the schema they live in or in the one they are rebuilt in. */
public final class ReadSchema {

    /** Where the queries look. */
    public static final String LIVE = "read";

    /** Where a rebuild works. */
    public static final String NEXT = "read_next";

    private static final String LOCATION = "classpath:db/read";

    private ReadSchema() {}

    /** Creates or updates the tables; what stands in them stays. */
    public static void migrate(DataSource database, String schema) {
        flyway(database, schema).migrate();
    }

    /** Empties the schema and creates the tables anew. */
    static void recreate(DataSource database, String schema) {
        Flyway flyway = flyway(database, schema);
        flyway.clean();
        flyway.migrate();
    }

    private static Flyway flyway(DataSource database, String schema) {
        return Flyway.configure()
                .dataSource(database)
                .locations(LOCATION)
                .schemas(schema)
                .cleanDisabled(LIVE.equals(schema))
                .load();
    }
}
