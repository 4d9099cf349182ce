package org.personalbudget.projections.comparison;

import static org.personalbudget.projections.Columns.*;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.comparison.Comparison.Cause;
import org.personalbudget.projections.comparison.Comparison.Figure;
import org.personalbudget.projections.comparison.Comparison.Name;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares what was known at two instants about the same days. */
public final class ComparisonQuery {

    /** Each line of the journal that counts is part of one figure; amounts are signed as people read the figure. */
    private static final String FIGURES = """
            WITH part AS (
                SELECT position, recorded_at <= :with AS was_known,
                       CASE WHEN account = 9000 THEN 'ALLOCATED'
                            WHEN account = 9010 THEN 'AVAILABLE'
                            WHEN account = 9100 THEN 'COMMITTED'
                            WHEN account = 9200 THEN 'CONSUMED'
                            WHEN account = 1300 AND credit > 0 AND event IN ('ContributionReceived', 'ReceiptApplied')
                                THEN 'CONTRIBUTION_RECEIVED'
                            WHEN account = 1300 THEN 'CONTRIBUTION_DUE'
                            WHEN account = 1350 THEN 'RECLAIM_OUTSTANDING'
                            ELSE 'BALANCE' END AS figure,
                       CASE WHEN account >= 9000 THEN service_period END AS period,
                       CASE WHEN account BETWEEN 1200 AND 1299 THEN custody END AS custody,
                       CASE WHEN account BETWEEN 1200 AND 1299 THEN source END AS source,
                       CASE WHEN account IN (9010, 9100, 9200)
                              OR account = 1300 AND event IN ('ContributionReceived', 'ReceiptApplied')
                            THEN credit - debit ELSE debit - credit END AS amount
                FROM read.journal_line
                WHERE budget = :budget AND recorded_at <= :known AND effective_on <= :effective
                  AND (account IN (1300, 1350, 9000, 9010, 9100, 9200) OR account BETWEEN 1200 AND 1299)
            ), moved AS (
                SELECT figure, period, custody, source, position, was_known, sum(amount) AS amount FROM part
                GROUP BY figure, period, custody, source, position, was_known
            )
            SELECT figure, period, custody, source,
                   coalesce(sum(amount) FILTER (WHERE was_known), 0) AS then_pence, sum(amount) AS now_pence,
                   array_agg(position ORDER BY position) FILTER (WHERE NOT was_known AND amount <> 0) AS positions
            FROM moved GROUP BY figure, period, custody, source
            """;

    private static final Comparator<Figure> ORDER = Comparator.comparing(Figure::figure)
            .thenComparing(Figure::period, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(figure -> String.valueOf(figure.accountId()))
            .thenComparing(Figure::source, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final JdbcClient database;

    public ComparisonQuery(JdbcClient database) {
        this.database = database;
    }

    /**
     * The comparison, or nothing if the budget is not known at the later instant.
     *
     * @param with the earlier instant, to the microsecond below
     */
    public Optional<Comparison> of(BudgetId budget, AsOf asOf, Instant with) {
        AsOf then = new AsOf(asOf.effective(), with);
        Map<Long, Cause> causes = causes(budget, then, asOf);
        if (!known(budget, asOf)) return Optional.empty();
        List<Figure> figures = new ArrayList<>(database.sql(FIGURES)
                .param("budget", budget.value())
                .param("effective", asOf.effective())
                .param("with", then.knownUtc())
                .param("known", asOf.knownUtc())
                .query((row, number) -> figure(row, causes))
                .list());
        figures.add(weekly(budget, then, asOf, causes));
        figures.sort(ORDER);
        boolean same = figures.stream().allMatch(figure -> figure.difference().isZero());
        return Optional.of(new Comparison(budget, asOf.effective(), then.known(), asOf.known(), same, figures));
    }

    private boolean known(BudgetId budget, AsOf asOf) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM read.budget WHERE budget = :budget AND recorded_at <= :known)")
                .param("budget", budget.value())
                .param("known", asOf.knownUtc())
                .query(Boolean.class)
                .single();
    }

    /** What was recorded about the budget in between. */
    private Map<Long, Cause> causes(BudgetId budget, AsOf then, AsOf now) {
        return database
                .sql("""
                        SELECT position, type, actor, recorded_at FROM read.budget_event
                        WHERE budget = :budget AND recorded_at > :with AND recorded_at <= :known
                        """)
                .param("budget", budget.value())
                .param("with", then.knownUtc())
                .param("known", now.knownUtc())
                .query((row, number) -> new Cause(
                        row.getLong("position"), text(row, "type"), text(row, "actor"), instant(row, "recorded_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Cause::position, Function.identity()));
    }

    private static Figure figure(ResultSet row, Map<Long, Cause> causes) throws SQLException {
        return figure(
                Name.valueOf(text(row, "figure")),
                textOrNull(row, "period", PeriodId::parse),
                uuidOrNull(row, "custody", AccountId::new),
                textOrNull(row, "source", Source::valueOf),
                money(row, "then_pence"),
                money(row, "now_pence"),
                causes(row.getArray("positions"), causes));
    }

    private static Figure figure(
            Name name,
            @Nullable PeriodId period,
            @Nullable AccountId account,
            @Nullable Source source,
            Money then,
            Money now,
            List<Cause> events) {
        return new Figure(name, period, account, source, then, now, now.minus(then), events);
    }

    private static List<Cause> causes(@Nullable Array positions, Map<Long, Cause> causes) throws SQLException {
        if (positions == null) return List.of();
        return Arrays.stream((Long[]) positions.getArray())
                .map(position -> Objects.requireNonNull(causes.get(position)))
                .toList();
    }

    /** A weekly amount decided and not known before. */
    private record Weekly(long position, Instant recordedAt, Money weekly) {}

    private Figure weekly(BudgetId budget, AsOf then, AsOf now, Map<Long, Cause> causes) {
        List<Weekly> decided = database.sql("""
                        SELECT position, recorded_at, weekly FROM read.budget_weekly
                        WHERE budget = :budget AND recorded_at <= :known AND effective_from <= :effective
                        ORDER BY position
                        """)
                .param("budget", budget.value())
                .param("known", now.knownUtc())
                .param("effective", now.effective())
                .query((row, number) ->
                        new Weekly(row.getLong("position"), instant(row, "recorded_at"), money(row, "weekly")))
                .list();
        List<Weekly> before = decided.stream()
                .filter(weekly -> !weekly.recordedAt.isAfter(then.known()))
                .toList();
        List<Cause> since = decided.subList(before.size(), decided.size()).stream()
                .map(weekly -> Objects.requireNonNull(causes.get(weekly.position)))
                .toList();
        return figure(Name.WEEKLY, null, null, null, last(before), last(decided), since);
    }

    private static Money last(List<Weekly> decided) {
        return decided.isEmpty() ? Money.ZERO : decided.getLast().weekly;
    }
}
