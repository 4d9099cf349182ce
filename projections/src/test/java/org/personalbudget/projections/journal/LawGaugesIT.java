package org.personalbudget.projections.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.testing.SampleEvents;
import org.personalbudget.ledger.testing.SampleEvents.Variant;
import org.personalbudget.projections.testing.MemoryLog;
import org.personalbudget.projections.testing.ReadTables;

/** The gauges read 0, and would not if a law were broken. */
class LawGaugesIT {

    private final ReadTables tables = ReadTables.fresh().project(new MemoryLog().record(SampleEvents.of(Variant.FULL)));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LawGauges gauges = new LawGauges(tables.client());

    LawGaugesIT() {
        gauges.bindTo(meters);
    }

    @Test
    void theyReadZero() {
        assertThat(read("ledger.law.imbalance")).isZero();
        assertThat(read("ledger.law.memorandum")).isZero();
    }

    @Test
    void aPennyOutOfBalanceIsSeen() {
        tables.client()
                .sql("UPDATE read.journal_day SET debit = debit + 1 WHERE account = 9000 AND book = 'ICB'")
                .update();

        assertThat(read("ledger.law.imbalance")).isEqualTo(1);
        assertThat(read("ledger.law.memorandum")).isEqualTo(1);
    }

    @Test
    void anOverdrawnSourceIsSeenUnlessItWasRaised() {
        tables.client().sql("DELETE FROM read.budget_exception").update();
        tables.client()
                .sql(
                        "UPDATE read.journal_line SET credit = 99999999 WHERE account BETWEEN 1200 AND 1299 AND credit > 0")
                .update();
        long overdrawn = read("ledger.law.overdrawn");
        assertThat(overdrawn).isPositive();

        tables.client().sql("""
                INSERT INTO read.budget_exception (position, budget, recorded_at, kind, account, source, amount)
                SELECT 1, budget, recorded_at, 'SOURCE_OVERDRAWN', custody, source, 1 FROM read.journal_line
                WHERE account BETWEEN 1200 AND 1299 AND source = 'LA' LIMIT 1
                """).update();

        assertThat(read("ledger.law.overdrawn")).isEqualTo(overdrawn - 1);
    }

    private long read(String gauge) {
        return Math.round(meters.get(gauge).gauge().value());
    }
}
