package org.personalbudget.projections.period;

import static org.personalbudget.projections.Columns.instant;
import static org.personalbudget.projections.Columns.money;
import static org.personalbudget.projections.Columns.text;
import static org.personalbudget.projections.Columns.uuid;
import static org.personalbudget.projections.Columns.uuidOrNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.period.PeriodView.Full;
import org.personalbudget.projections.period.PeriodView.Moved;
import org.personalbudget.projections.period.PeriodView.Spent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Periods, what is posted in them and for them, and what is accrued. */
public final class PeriodQuery {

    private final JdbcClient database;
    private final PeriodCalendar calendar = PeriodCalendar.standard();

    public PeriodQuery(JdbcClient database) {
        this.database = database;
    }

    /**
     * Every period from the first in which anything was posted or that was closed, to the last, in order.
     *
     * @param today the period of today is among them
     */
    public List<PeriodView> list(PeriodId today) {
        NavigableSet<PeriodId> known = new TreeSet<>(database.sql("""
                        SELECT period FROM read.period_event
                        UNION SELECT posting_period FROM read.period_expenditure
                        """)
                .query((row, number) -> PeriodId.parse(text(row, "period")))
                .list());
        known.add(today);
        Standings standings = standings();
        Figures figures = figures(null);
        return calendar
                .periodsOver(new DateRange(
                        calendar.period(known.first()).first(),
                        calendar.period(known.last()).last()))
                .stream()
                .map(Period::id)
                .map(period -> view(period, standings, figures))
                .toList();
    }

    /** One period with all that makes it up. */
    public Full find(PeriodId period) {
        int budgets = database.sql("SELECT count(DISTINCT budget) FROM read.accrual WHERE service_period = :period")
                .param("period", period.toString())
                .query(Integer.class)
                .single();
        return new Full(view(period, standings(), figures(period)), spent(period), movedLater(period), budgets);
    }

    /**
     * What is accrued in a period, line by line, in the order in which it was.
     *
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<AccrualView> accruals(PeriodId period, long after, int limit) {
        List<AccrualView> found = database.sql("""
                        SELECT min(position * 1000 + ordinal) AS first, budget, plan_line, category, supplier,
                               sum(greatest(amount, 0))::bigint AS accrued,
                               sum(greatest(-amount, 0))::bigint AS reversed
                        FROM read.accrual WHERE service_period = :period
                        GROUP BY budget, plan_line, category, supplier
                        HAVING min(position * 1000 + ordinal) > :after
                        ORDER BY first LIMIT :limit
                        """)
                .param("period", period.toString())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, number) -> new AccrualView(
                        row.getLong("first"),
                        new BudgetId(uuid(row, "budget")),
                        new LineId(text(row, "plan_line")),
                        Category.valueOf(text(row, "category")),
                        new SupplierId(uuid(row, "supplier")),
                        money(row, "accrued"),
                        money(row, "reversed")))
                .list();
        return Listed.page(found, limit, AccrualView::place);
    }

    /** The budgets that have ordered something for a period that has not been billed. */
    public List<BudgetId> withOpenOrders(PeriodId period) {
        return database.sql(
                        "SELECT budget FROM read.open_order WHERE service_period = :period AND amount > 0 ORDER BY budget")
                .param("period", period.toString())
                .query((row, number) -> new BudgetId(uuid(row, "budget")))
                .list();
    }

    private static PeriodView view(PeriodId period, Standings standings, Figures figures) {
        return new PeriodView(
                period,
                standings.of(period),
                standings.closed.get(period),
                period.equals(standings.reopened) ? standings.reopening : null,
                figures.of(figures.posted, period),
                figures.of(figures.prior, period),
                figures.of(figures.accrued, period),
                figures.of(figures.reversed, period));
    }

    /** Sums by period. */
    private record Figures(
            Map<PeriodId, Money> posted,
            Map<PeriodId, Money> prior,
            Map<PeriodId, Money> accrued,
            Map<PeriodId, Money> reversed) {

        Money of(Map<PeriodId, Money> sums, PeriodId period) {
            return sums.getOrDefault(period, Money.ZERO);
        }
    }

    private Figures figures(@Nullable PeriodId only) {
        return new Figures(
                sums("posting_period", "amount", "period_expenditure", only),
                sums(
                        "posting_period",
                        "CASE WHEN service_period < posting_period THEN amount ELSE 0 END",
                        "period_expenditure",
                        only),
                sums("service_period", "greatest(amount, 0)", "accrual", only),
                sums("service_period", "greatest(-amount, 0)", "accrual", only));
    }

    private Map<PeriodId, Money> sums(String by, String what, String table, @Nullable PeriodId only) {
        Map<PeriodId, Money> sums = new HashMap<>();
        String where = only == null ? "" : " WHERE " + by + " = :only";
        database.sql("SELECT " + by + " AS period, sum(" + what + ")::bigint AS amount FROM read." + table + where
                        + " GROUP BY 1")
                .params(only == null ? Map.of() : Map.of("only", only.toString()))
                .query((row, number) -> Map.entry(PeriodId.parse(text(row, "period")), money(row, "amount")))
                .list()
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        return sums;
    }

    private List<Spent> spent(PeriodId period) {
        return database.sql("""
                        SELECT service_period, account, book, amount FROM read.period_expenditure
                        WHERE posting_period = :period AND amount <> 0
                        ORDER BY service_period, account, book
                        """)
                .param("period", period.toString())
                .query((row, number) -> new Spent(
                        PeriodId.parse(text(row, "service_period")),
                        row.getInt("account"),
                        Funder.valueOf(text(row, "book")),
                        money(row, "amount")))
                .list();
    }

    private List<Moved> movedLater(PeriodId period) {
        return database.sql("""
                        SELECT posting_period, sum(amount)::bigint AS amount FROM read.period_expenditure
                        WHERE service_period = :period AND posting_period > :period
                        GROUP BY posting_period HAVING sum(amount) <> 0 ORDER BY posting_period
                        """)
                .param("period", period.toString())
                .query((row, number) -> new Moved(PeriodId.parse(text(row, "posting_period")), money(row, "amount")))
                .list();
    }

    private Standings standings() {
        Standings standings = new Standings(calendar);
        database.sql("SELECT * FROM read.period_event ORDER BY position")
                .query((row, number) -> {
                    PeriodId period = PeriodId.parse(text(row, "period"));
                    UUID reason = uuidOrNull(row, "reason", Function.identity());
                    var step = new PeriodView.Step(instant(row, "recorded_at"), text(row, "actor"), reason);
                    return standings.take(period, PeriodStep.valueOf(text(row, "kind")), step);
                })
                .list();
        return standings;
    }

    /** How periods stand after all that has happened to them: closed up to one, with at most one on its way. */
    private static final class Standings {

        private final PeriodCalendar calendar;
        private final Map<PeriodId, PeriodView.Step> closed = new HashMap<>();
        private @Nullable PeriodId through;
        private @Nullable PeriodId closing;
        private @Nullable PeriodId reopened;
        private PeriodView.@Nullable Step reopening;

        private Standings(PeriodCalendar calendar) {
            this.calendar = calendar;
        }

        private Standings take(PeriodId period, PeriodStep kind, PeriodView.Step step) {
            switch (kind) {
                case CLOSING_BEGUN -> closing = period;
                case CLOSED -> {
                    closed.put(period, step);
                    through = period;
                    settle();
                }
                case REOPENING_REQUESTED -> {
                    reopened = period;
                    reopening = step;
                }
                case REOPENED -> {
                    // What was closed before it stays so.
                    through = calendar.periodOf(calendar.period(period).first().minusDays(1))
                            .id();
                    settle();
                }
            }
            return this;
        }

        private void settle() {
            closing = null;
            reopened = null;
            reopening = null;
        }

        private PeriodView.Standing of(PeriodId period) {
            boolean isClosed = through != null && period.compareTo(through) <= 0;
            if (isClosed) return PeriodView.Standing.CLOSED;
            return period.equals(closing) ? PeriodView.Standing.CLOSING : PeriodView.Standing.OPEN;
        }
    }
}
