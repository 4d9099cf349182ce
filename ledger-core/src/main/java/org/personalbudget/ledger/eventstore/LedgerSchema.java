package org.personalbudget.ledger.eventstore;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, functions and rights of the ledger, by migration. */
public final class LedgerSchema {

    /** Where the migrations lie on the class path. */
    public static final String LOCATION = "classpath:db/migration";

    private LedgerSchema() {}

    /** What the migrations have to be told: the role that serves requests, and its password if it is yet to be made. */
    public static Map<String, String> placeholders(String serviceRole, String servicePassword) {
        return Map.of("service_role", serviceRole, "service_password", servicePassword);
    }

    /** @param owner opens connections as the role that owns the ledger, which is not the one that serves requests */
    public static void migrate(DataSource owner, String serviceRole, String servicePassword) {
        Flyway.configure()
                .dataSource(owner)
                .locations(LOCATION)
                .placeholders(placeholders(serviceRole, servicePassword))
                .load()
                .migrate();
    }
}
