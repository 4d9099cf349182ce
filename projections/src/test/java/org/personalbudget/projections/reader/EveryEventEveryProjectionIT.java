package org.personalbudget.projections.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.testing.SampleEvents;
import org.personalbudget.projections.testing.MemoryLog;
import org.personalbudget.projections.testing.ReadTables;

/** Every event there is goes through every projection, on a real PostgreSQL. */
class EveryEventEveryProjectionIT {

    @Test
    void everyEventIsProjectedAndEveryTableIsFilled() {
        MemoryLog log = new MemoryLog().record(SampleEvents.all());

        ReadTables tables = ReadTables.fresh().project(log);

        assertThat(tables.contents(ReadSchema.LIVE))
                .isNotEmpty()
                .allSatisfy((table, rows) ->
                        assertThat(rows).as("no event fills " + table).isNotEmpty());
        assertThat(tables.client()
                        .sql("SELECT DISTINCT position FROM read.projection")
                        .query(Long.class)
                        .list())
                .containsExactly(log.head());
    }
}
