package org.personalbudget.projections.budget;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.budget.BudgetOverview.AccountView;
import org.personalbudget.projections.budget.BudgetOverview.ContributionView;
import org.personalbudget.projections.budget.BudgetOverview.ExceptionView;
import org.personalbudget.projections.budget.BudgetOverview.Weekly;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Budgets as they were decided. */
public final class BudgetQuery {

    /** Whether an exception is open is read from the journal as it is now. */
    private static final String EXCEPTIONS = """
            SELECT e.*, coalesce(e.source, e.plan_line, e.account::text, 'CONTRIBUTION') AS subject,
                   CASE e.kind
                   WHEN 'SOURCE_OVERDRAWN' THEN
                       (SELECT coalesce(sum(debit - credit), 0) < 0 FROM read.journal_line AS j
                        WHERE j.custody = e.account AND j.source = e.source
                          AND (j.account BETWEEN 1200 AND 1299 OR j.account = 2000))
                   WHEN 'MEMBER_OVERDRAWN' THEN
                       (SELECT coalesce(sum(debit - credit), 0) < 0 FROM read.journal_line AS j
                        WHERE j.custody = e.account AND j.budget = e.budget AND j.account BETWEEN 1200 AND 1299)
                   WHEN 'LINE_OVERSPENT' THEN
                       (SELECT coalesce(sum(debit - credit), 0) < 0 FROM read.journal_line AS j
                        WHERE j.budget = e.budget AND j.plan_line = e.plan_line
                          AND j.service_period <= e.service_period AND j.account IN (9000, 9100, 9200))
                   WHEN 'OVER_ADVANCED' THEN
                       NOT EXISTS (SELECT 1 FROM read.journal_line AS j
                                   WHERE j.custody = e.account AND j.event = 'ReclaimDecided'
                                     AND j.position > e.position)
                   WHEN 'VIREMENT_NOTIFIED' THEN false
                   WHEN 'DEATH_QUERIED' THEN
                       EXISTS (SELECT 1 FROM read.paid_budget AS b
                               WHERE b.budget = e.budget AND b.death_query = e.account)
                   ELSE
                       (SELECT coalesce(sum(debit - credit), 0) > 0 FROM read.journal_line AS j
                        WHERE j.budget = e.budget AND j.account = 1300)
                   END AS is_open
            FROM read.budget_exception AS e
            WHERE e.budget = :budget ORDER BY e.position
            """;

    private final JdbcClient database;
    private final PlanQuery plans;

    public BudgetQuery(JdbcClient database) {
        this.database = database;
        this.plans = new PlanQuery(database);
    }

    /** Everything that was decided about one budget. */
    public Optional<BudgetOverview> overview(BudgetId budget) {
        // Read first: a row in hand holds a connection, and to ask on from there would take another.
        Parts parts = parts(budget);
        return database.sql("SELECT * FROM read.budget WHERE budget = :budget")
                .param("budget", budget.value())
                .query((row, number) -> overview(row, budget, parts))
                .optional();
    }

    /** What a budget has any number of. */
    private record Parts(
            List<FunderShare> funders,
            List<Weekly> weekly,
            List<PlanView> plans,
            List<AccountView> accounts,
            List<ContributionView> contributions,
            List<ExceptionView> exceptions) {}

    private Parts parts(BudgetId budget) {
        return new Parts(
                funders(budget),
                weeklyHistory(budget),
                plans.of(budget),
                accounts(budget),
                contributions(budget),
                exceptions(budget));
    }

    /**
     * Budgets in the order they were recorded.
     *
     * @param person only this person's, or null for all
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<BudgetSummary> list(@Nullable PersonRef person, long after, int limit) {
        String sql = """
                SELECT b.*, f.funder, w.weekly AS decided FROM read.budget AS b
                JOIN read.budget_funder AS f ON f.budget = b.budget AND f.ordinal = 1
                JOIN LATERAL (SELECT weekly FROM read.budget_weekly AS w WHERE w.budget = b.budget
                              ORDER BY position DESC LIMIT 1) AS w ON true
                WHERE position > :after
                """ + (person == null ? "" : "AND person = :person ") + "ORDER BY position LIMIT :limit";
        List<BudgetSummary> budgets = database.sql(sql)
                .param("after", after)
                .param("person", person == null ? null : person.value())
                .param("limit", limit + 1)
                .query(BudgetQuery::summary)
                .list();
        return Listed.page(budgets, limit, BudgetSummary::position);
    }

    private static BudgetSummary summary(ResultSet row, int number) throws SQLException {
        return new BudgetSummary(
                new BudgetId(uuid(row, "budget")),
                new PersonRef(text(row, "person")),
                CareGroup.valueOf(text(row, "care_group")),
                date(row, "starts_on"),
                money(row, "decided"),
                Funder.valueOf(text(row, "funder")),
                row.getLong("position"));
    }

    private BudgetOverview overview(ResultSet row, BudgetId budget, Parts parts) throws SQLException {
        return new BudgetOverview(
                budget,
                new PersonRef(text(row, "person")),
                CareGroup.valueOf(text(row, "care_group")),
                date(row, "starts_on"),
                row.getLong("position"),
                instant(row, "recorded_at"),
                parts.weekly.getLast().weekly(),
                money(row, "indicative"),
                RiskTier.valueOf(text(row, "risk_tier")),
                text(row, "proposer"),
                parts.funders,
                parts.weekly,
                parts.plans,
                parts.accounts,
                parts.contributions,
                parts.exceptions);
    }

    /** As last decided. */
    private List<FunderShare> funders(BudgetId budget) {
        return list(
                """
                SELECT * FROM read.funder_share WHERE budget = :budget
                  AND position = (SELECT max(position) FROM read.funder_share WHERE budget = :budget)
                ORDER BY ordinal
                """,
                budget,
                (row, number) -> new FunderShare(Funder.valueOf(text(row, "funder")), row.getInt("basis_points")));
    }

    /** The person whose budget it is, and all who hold or held an account of it. */
    public Set<PersonRef> people(BudgetId budget) {
        return Set.copyOf(list("""
                SELECT person FROM read.budget WHERE budget = :budget
                UNION SELECT holder FROM read.account WHERE budget = :budget AND holder IS NOT NULL
                """, budget, (row, number) -> new PersonRef(text(row, "person"))));
    }

    private List<Weekly> weeklyHistory(BudgetId budget) {
        return list(
                "SELECT * FROM read.budget_weekly WHERE budget = :budget ORDER BY position",
                budget,
                (row, number) ->
                        new Weekly(money(row, "weekly"), date(row, "effective_from"), instant(row, "recorded_at")));
    }

    private List<AccountView> accounts(BudgetId budget) {
        Map<UUID, List<LineId>> lines =
                list("""
                        SELECT account, line FROM read.account_line JOIN read.account USING (account)
                        WHERE budget = :budget ORDER BY account, ordinal
                        """, budget, (row, number) -> Map.entry(uuid(row, "account"), new LineId(text(row, "line"))))
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return list(
                "SELECT * FROM read.account WHERE budget = :budget ORDER BY position",
                budget,
                (row, number) -> account(row, lines));
    }

    private static AccountView account(ResultSet row, Map<UUID, List<LineId>> lines) throws SQLException {
        UUID account = uuid(row, "account");
        return new AccountView(
                new AccountId(account),
                AccountKind.valueOf(text(row, "kind")),
                ContributionMethod.valueOf(text(row, "method")),
                textOrNull(row, "holder", PersonRef::new),
                date(row, "starts_on"),
                lines.getOrDefault(account, List.of()),
                dateOrNull(row, "last_day"),
                uuidOrNull(row, "successor", AccountId::new));
    }

    private List<ContributionView> contributions(BudgetId budget) {
        return list(
                "SELECT * FROM read.contribution WHERE budget = :budget ORDER BY position",
                budget,
                (row, number) -> new ContributionView(
                        money(row, "weekly"),
                        date(row, "from_on"),
                        Funder.valueOf(text(row, "book")),
                        text(row, "assessor"),
                        instant(row, "recorded_at")));
    }

    private List<ExceptionView> exceptions(BudgetId budget) {
        return list(
                EXCEPTIONS,
                budget,
                (row, number) -> new ExceptionView(
                        row.getLong("position"),
                        text(row, "kind"),
                        row.getObject("account", UUID.class),
                        text(row, "subject"),
                        row.getString("service_period"),
                        money(row, "amount"),
                        instant(row, "recorded_at"),
                        row.getBoolean("is_open")));
    }

    private <T> List<T> list(String sql, BudgetId budget, RowMapper<T> mapper) {
        return database.sql(sql).param("budget", budget.value()).query(mapper).list();
    }
}
