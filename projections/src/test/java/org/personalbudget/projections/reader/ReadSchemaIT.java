package org.personalbudget.projections.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.testing.SampleEvents;
import org.personalbudget.projections.testing.MemoryLog;
import org.personalbudget.projections.testing.ReadTables;

/** The tables people read change from one version of the ledger to the next, in a database that is in use. */
class ReadSchemaIT {

    private final MemoryLog log = new MemoryLog().record(SampleEvents.all());
    private final ReadTables tables = ReadTables.fresh().project(log);

    /** The database as a version left it that did not have the second migration. */
    private void withoutTheSecond() {
        tables.client().sql("DROP INDEX read.journal_line_of_custody").update();
        tables.client()
                .sql("DELETE FROM read.flyway_schema_history WHERE version = '2'")
                .update();
    }

    @Test
    void aMigrationHasEverythingReadAnew() {
        var before = tables.contents(ReadSchema.LIVE);
        withoutTheSecond();

        ReadSchema.migrate(tables.database(), ReadSchema.LIVE);

        assertThat(tables.contents(ReadSchema.LIVE).get("projection")).isEmpty();
        assertThat(tables.contents(ReadSchema.LIVE).get("journal_line")).isEmpty();
        assertThat(tables.project(log).contents(ReadSchema.LIVE)).isEqualTo(before);
    }

    @Test
    void withoutANewMigrationWhatStandsInTheTablesStays() {
        var before = tables.contents(ReadSchema.LIVE);

        ReadSchema.migrate(tables.database(), ReadSchema.LIVE);

        assertThat(tables.contents(ReadSchema.LIVE)).isEqualTo(before);
    }
}
