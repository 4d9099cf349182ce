package org.personalbudget.projections.balance;

import static org.personalbudget.projections.Columns.*;

import java.util.List;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.projections.AsOf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the lines of a budget have been allocated and ordered for every period, and what was consumed by a day. */
public final class LineFiguresQuery {

    private final JdbcClient database;

    public LineFiguresQuery(JdbcClient database) {
        this.database = database;
    }

    /** By period, then by line; allocations and orders of periods to come are among them, as known. */
    public List<LineFigures> of(BudgetId budget, AsOf asOf) {
        return database.sql("""
                        SELECT plan_line, service_period,
                               coalesce(sum(debit - credit) FILTER (WHERE account = 9000
                                                                      AND event <> 'OneOffAllocated'), 0) AS allocated,
                               coalesce(sum(debit - credit) FILTER (WHERE account = 9000
                                                                      AND event = 'OneOffAllocated'), 0) AS once,
                               coalesce(sum(credit - debit) FILTER (WHERE account = 9100), 0) AS committed,
                               coalesce(sum(credit - debit) FILTER (WHERE account = 9200
                                                                      AND effective_on <= :effective), 0) AS consumed
                        FROM read.journal_line
                        WHERE budget = :budget AND recorded_at <= :known AND account IN (9000, 9100, 9200)
                          AND service_period IS NOT NULL
                        GROUP BY plan_line, service_period
                        ORDER BY service_period, plan_line NULLS LAST
                        """)
                .param("budget", budget.value())
                .param("known", asOf.knownUtc())
                .param("effective", asOf.effective())
                .query((row, number) -> new LineFigures(
                        textOrNull(row, "plan_line", LineId::new),
                        PeriodId.parse(text(row, "service_period")),
                        money(row, "allocated"),
                        money(row, "once"),
                        money(row, "committed"),
                        money(row, "consumed")))
                .list();
    }
}
