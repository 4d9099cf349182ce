package org.personalbudget.projections.balance;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.balance.BudgetBalance.AccountBalance;
import org.personalbudget.projections.balance.BudgetBalance.PeriodFigures;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The balance of one budget at any two dates, from the lines of its journal. */
public final class BalanceQuery {

    private final JdbcClient database;
    private final PeriodCalendar calendar;

    public BalanceQuery(JdbcClient database, PeriodCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /**
     * The balance, or nothing if the budget was not known then.
     *
     * @throws IllegalArgumentException if the period table does not reach the effective date
     */
    public Optional<BudgetBalance> of(BudgetId budget, AsOf asOf) {
        if (!known(budget, asOf)) return Optional.empty();
        return Optional.of(new BudgetBalance(
                budget,
                asOf.effective(),
                asOf.known(),
                weekly(budget, asOf),
                period(budget, asOf),
                accounts(budget, asOf)));
    }

    private boolean known(BudgetId budget, AsOf asOf) {
        return sql(
                        "SELECT EXISTS (SELECT 1 FROM read.budget WHERE budget = :budget AND recorded_at <= :known)",
                        budget,
                        asOf)
                .query(Boolean.class)
                .single();
    }

    /** As the last decision has it of those that had taken effect. */
    private Money weekly(BudgetId budget, AsOf asOf) {
        return sql("""
                        SELECT weekly FROM read.budget_weekly
                        WHERE budget = :budget AND recorded_at <= :known AND effective_from <= :effective
                        ORDER BY position DESC LIMIT 1
                        """, budget, asOf)
                .query(Long.class)
                .optional()
                .map(Money::ofPence)
                .orElse(Money.ZERO);
    }

    private PeriodFigures period(BudgetId budget, AsOf asOf) {
        PeriodId period = calendar.periodOf(asOf.effective()).id();
        return sql("""
                        SELECT coalesce(sum(debit - credit) FILTER (WHERE account = 9000), 0) AS allocated,
                               coalesce(sum(credit - debit) FILTER (WHERE account = 9100), 0) AS committed,
                               coalesce(sum(credit - debit) FILTER (WHERE account = 9200), 0) AS consumed,
                               coalesce(sum(credit - debit) FILTER (WHERE account = 9010), 0) AS available
                        FROM read.journal_line
                        WHERE budget = :budget AND recorded_at <= :known AND effective_on <= :effective
                          AND service_period = :period
                        """, budget, asOf)
                .param("period", period.toString())
                .query((row, number) -> new PeriodFigures(
                        period,
                        money(row, "allocated"),
                        money(row, "committed"),
                        money(row, "consumed"),
                        money(row, "available")))
                .single();
    }

    private List<AccountBalance> accounts(BudgetId budget, AsOf asOf) {
        Map<UUID, List<Holding>> holdings = sql("""
                        SELECT custody, source,
                               sum(held) AS held,
                               coalesce(sum(greatest(held, 0)) FILTER (WHERE ring_fence IS NOT NULL), 0) AS ring_fenced,
                               sum(reserved) AS reserved
                        FROM (SELECT custody, source, ring_fence,
                                     coalesce(sum(debit - credit) FILTER (WHERE account BETWEEN 1200 AND 1299), 0) AS held,
                                     coalesce(sum(credit - debit) FILTER (WHERE account = 2000), 0) AS reserved
                              FROM read.journal_line
                              WHERE budget = :budget AND recorded_at <= :known AND effective_on <= :effective
                                AND (account BETWEEN 1200 AND 1299 OR account = 2000) AND custody IS NOT NULL
                              GROUP BY custody, source, book, ring_fence) AS pot
                        GROUP BY custody, source
                        """, budget, asOf).query(BalanceQuery::holding).list().stream()
                .collect(Collectors.groupingBy(Holding::account));
        return sql("""
                        SELECT account, kind FROM read.account
                        WHERE budget = :budget AND recorded_at <= :known ORDER BY position
                        """, budget, asOf)
                .query((row, number) -> balance(row, holdings))
                .list();
    }

    /**
     * What one account holds of one source.
     *
     * @param ringFenced what is set aside; a pot from which more was taken than was in it sets nothing aside
     */
    private record Holding(UUID account, Source source, Money held, Money ringFenced, Money reserved) {}

    private static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(
                uuid(row, "custody"),
                Source.valueOf(text(row, "source")),
                money(row, "held"),
                money(row, "ring_fenced"),
                money(row, "reserved"));
    }

    private static AccountBalance balance(ResultSet row, Map<UUID, List<Holding>> holdings) throws SQLException {
        AccountId account = new AccountId(uuid(row, "account"));
        Map<Source, Money> bySource = new EnumMap<>(Source.class);
        Money ringFenced = Money.ZERO;
        Money reserved = Money.ZERO;
        for (Holding holding : holdings.getOrDefault(account.value(), List.of())) {
            bySource.merge(holding.source, holding.held, Money::plus);
            ringFenced = ringFenced.plus(holding.ringFenced);
            reserved = reserved.plus(holding.reserved);
        }
        Money balance = bySource.values().stream().reduce(Money.ZERO, Money::plus);
        Money notPublic = of(Source.OWN, bySource).plus(of(Source.UNKNOWN, bySource));
        return new AccountBalance(
                account,
                AccountKind.valueOf(text(row, "kind")),
                balance,
                ringFenced,
                reserved,
                balance.minus(notPublic).minus(ringFenced).minus(reserved),
                bySource);
    }

    private static Money of(Source source, Map<Source, Money> bySource) {
        return bySource.getOrDefault(source, Money.ZERO);
    }

    private JdbcClient.StatementSpec sql(String sql, BudgetId budget, AsOf asOf) {
        return database.sql(sql)
                .param("budget", budget.value())
                .param("known", asOf.knownUtc())
                .param("effective", asOf.effective());
    }
}
