package org.personalbudget.projections.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Laws of the books as gauges in pence: each must read 0, whenever it is looked at. */
public final class LawGauges implements MeterBinder {

    private final JdbcClient database;

    public LawGauges(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledger.law.imbalance", this, LawGauges::imbalance)
                .description("law 1: by how much the books are out of balance, all of them added up")
                .baseUnit("pence")
                .register(registry);
        Gauge.builder("ledger.law.memorandum", this, LawGauges::memorandum)
                .description("allocated less uncommitted, committed and consumed, over all books")
                .baseUnit("pence")
                .register(registry);
        Gauge.builder("ledger.law.overdrawn", this, LawGauges::overdrawn)
                .description("law 12: sources of custody accounts that are negative without an exception")
                .register(registry);
    }

    public long imbalance() {
        return number("""
                SELECT coalesce(sum(abs(difference)), 0)::bigint
                FROM (SELECT sum(debit - credit) AS difference FROM read.journal_day GROUP BY book) AS books
                """);
    }

    public long memorandum() {
        return number("""
                SELECT coalesce(sum(abs(difference)), 0)::bigint
                FROM (SELECT sum(debit - credit) AS difference FROM read.journal_day
                      WHERE account >= 9000 GROUP BY book) AS books
                """);
    }

    /** Reads every custody line, so it is for a scrape a minute, not for a request. */
    public long overdrawn() {
        return number("""
                SELECT count(*) FROM (
                    SELECT custody, source FROM read.journal_line
                    WHERE account BETWEEN 1200 AND 1299 GROUP BY custody, source HAVING sum(debit - credit) < 0
                ) AS negative
                WHERE NOT EXISTS (SELECT 1 FROM read.budget_exception AS e
                                  WHERE e.account = negative.custody AND e.source = negative.source)
                """);
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
