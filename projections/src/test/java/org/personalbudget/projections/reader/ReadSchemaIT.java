package org.personalbudget.projections.reader;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.testing.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables people read change from one version of the ledger to the next, in a database that is in use. */
class ReadSchemaIT {

    private final DataSource database = TestPostgres.fresh().dataSource();
    private final JdbcClient client = JdbcClient.create(database);

    private void inUse() {
        client.sql("INSERT INTO read.projection VALUES ('journal', 100)").update();
        client.sql("INSERT INTO read.recorded_day VALUES ('2025-06-02', 1, 100, now())")
                .update();
    }

    private long rows() {
        return client.sql("SELECT (SELECT count(*) FROM read.projection) + (SELECT count(*) FROM read.recorded_day)")
                .query(Long.class)
                .single();
    }

    @Test
    void aMigrationHasEverythingReadAnew() {
        ReadSchema.migrate(database, ReadSchema.LIVE, 1);
        inUse();

        ReadSchema.migrate(database, ReadSchema.LIVE);

        assertThat(rows()).isZero();
    }

    @Test
    void withoutANewMigrationWhatStandsInTheTablesStays() {
        ReadSchema.migrate(database, ReadSchema.LIVE);
        inUse();

        ReadSchema.migrate(database, ReadSchema.LIVE);

        assertThat(rows()).isEqualTo(2);
    }
}
