package org.personalbudget.projections.forecast;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.balance.LineFiguresQuery;
import org.personalbudget.projections.forecast.Known.AccountKnown;
import org.personalbudget.projections.forecast.Known.Assessed;
import org.personalbudget.projections.forecast.Known.Instalments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what a forecast starts from: by day where money has moved, as known where something was decided. */
final class KnownQuery {

    private final JdbcClient database;

    KnownQuery(JdbcClient database) {
        this.database = database;
    }

    Known of(BudgetId budget, AsOf asOf) {
        return new Known(
                new LineFiguresQuery(database).of(budget, asOf),
                accounts(budget, asOf),
                ordered(budget, asOf),
                assessed(budget, asOf),
                lastDay(budget, asOf),
                new InForceQuery(database).of(budget, asOf, lastDay(budget, asOf)),
                due(budget, asOf),
                received(budget, asOf));
    }

    private List<AccountKnown> accounts(BudgetId budget, AsOf asOf) {
        Map<UUID, Set<LineId>> lines = sql("""
                        SELECT account, line FROM read.account_line JOIN read.account USING (account)
                        WHERE budget = :budget
                        """, budget, asOf)
                .query((row, number) -> Map.entry(uuid(row, "account"), new LineId(text(row, "line"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        Map<UUID, Money> available = available(budget, asOf);
        Map<UUID, Map<PeriodId, Instalments>> instalments = instalments(budget, asOf);
        return sql("""
                        SELECT a.*, CASE WHEN closed_at <= :known THEN last_day END AS known_last_day
                        FROM read.account AS a WHERE budget = :budget AND recorded_at <= :known ORDER BY position
                        """, budget, asOf)
                .query((row, number) -> account(row, lines, available, instalments))
                .list();
    }

    private static AccountKnown account(
            ResultSet row,
            Map<UUID, Set<LineId>> lines,
            Map<UUID, Money> available,
            Map<UUID, Map<PeriodId, Instalments>> instalments)
            throws SQLException {
        UUID account = uuid(row, "account");
        return new AccountKnown(
                new AccountId(account),
                AccountKind.valueOf(text(row, "kind")),
                ContributionMethod.valueOf(text(row, "method")),
                date(row, "starts_on"),
                dateOrNull(row, "known_last_day"),
                lines.getOrDefault(account, Set.of()),
                available.getOrDefault(account, Money.ZERO),
                instalments.getOrDefault(account, Map.of()));
    }

    private Map<UUID, Money> available(BudgetId budget, AsOf asOf) {
        return sql("""
                        SELECT custody, sum(debit - credit) AS available FROM read.journal_line
                        WHERE budget = :budget AND recorded_at <= :known AND effective_on <= :effective
                          AND custody IS NOT NULL AND (account BETWEEN 1200 AND 1299 OR account = 2000)
                        GROUP BY custody
                        """, budget, asOf)
                .query((row, number) -> Map.entry(uuid(row, "custody"), money(row, "available")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is owed for a period is what was approved for it less what was reduced; a return owes nothing anew. */
    private Map<UUID, Map<PeriodId, Instalments>> instalments(BudgetId budget, AsOf asOf) {
        Map<UUID, Map<PeriodId, Instalments>> byAccount = new HashMap<>();
        sql("""
                SELECT custody, service_period,
                       coalesce(sum(credit - debit) FILTER (WHERE account = 2200
                           AND event IN ('InstalmentApproved', 'InstalmentReduced')), 0) AS approved,
                       coalesce(sum(debit - credit) FILTER (WHERE account BETWEEN 1200 AND 1299
                           AND event IN ('AccountCredited', 'AccountCreditReversed')), 0) AS credited
                FROM read.journal_line
                WHERE budget = :budget AND recorded_at <= :known AND effective_on <= :effective
                  AND custody IS NOT NULL AND service_period IS NOT NULL AND ring_fence IS NULL
                  AND event IN ('InstalmentApproved', 'InstalmentReduced', 'AccountCredited', 'AccountCreditReversed')
                GROUP BY custody, service_period
                """, budget, asOf).query(row -> {
            byAccount
                    .computeIfAbsent(uuid(row, "custody"), account -> new HashMap<>())
                    .put(
                            PeriodId.parse(text(row, "service_period")),
                            new Instalments(money(row, "approved"), money(row, "credited")));
        });
        return byAccount;
    }

    private Set<LineId> ordered(BudgetId budget, AsOf asOf) {
        return new HashSet<>(sql("""
                        SELECT DISTINCT l.line FROM read.plan_line AS l JOIN read.plan AS p USING (budget, version)
                        WHERE budget = :budget AND p.standing = 'APPROVED' AND p.decided_at <= :known
                          AND l.supplier IS NOT NULL
                        """, budget, asOf)
                .query((row, number) -> new LineId(text(row, "line")))
                .list());
    }

    private List<Assessed> assessed(BudgetId budget, AsOf asOf) {
        return sql(
                        "SELECT * FROM read.contribution WHERE budget = :budget AND recorded_at <= :known ORDER BY position",
                        budget,
                        asOf)
                .query((row, number) -> new Assessed(money(row, "weekly"), date(row, "from_on")))
                .list();
    }

    private @Nullable LocalDate lastDay(BudgetId budget, AsOf asOf) {
        return sql("""
                        SELECT min(effective_on) FROM read.budget_change
                        WHERE budget = :budget AND recorded_at <= :known AND kind IN ('ENDED', 'DIED')
                        HAVING min(effective_on) IS NOT NULL
                        """, budget, asOf).query(LocalDate.class).optional().orElse(null);
    }

    private Map<PeriodId, Money> due(BudgetId budget, AsOf asOf) {
        return sql("""
                        SELECT service_period, sum(debit - credit) AS due FROM read.journal_line
                        WHERE budget = :budget AND recorded_at <= :known AND effective_on <= :effective
                          AND account = 1300 AND service_period IS NOT NULL
                          AND event IN ('ContributionFellDue', 'ContributionAdjusted')
                        GROUP BY service_period
                        """, budget, asOf)
                .query((row, number) -> Map.entry(PeriodId.parse(text(row, "service_period")), money(row, "due")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Money received(BudgetId budget, AsOf asOf) {
        return sql("""
                        SELECT coalesce(sum(credit - debit), 0) FROM read.journal_line
                        WHERE budget = :budget AND recorded_at <= :known AND effective_on <= :effective
                          AND account = 1300 AND event IN ('ContributionReceived', 'ReceiptApplied')
                        """, budget, asOf)
                .query((row, number) -> Money.ofPence(row.getLong(1)))
                .single();
    }

    private JdbcClient.StatementSpec sql(String sql, BudgetId budget, AsOf asOf) {
        JdbcClient.StatementSpec statement =
                database.sql(sql).param("budget", budget.value()).param("known", asOf.knownUtc());
        return statement.param("effective", asOf.effective());
    }
}
