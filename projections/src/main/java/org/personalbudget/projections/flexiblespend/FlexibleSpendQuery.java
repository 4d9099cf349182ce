package org.personalbudget.projections.flexiblespend;

import static org.personalbudget.projections.Columns.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.flexiblespend.FlexibleSpend.CategorySpend;
import org.personalbudget.projections.flexiblespend.FlexibleSpend.Figures;
import org.personalbudget.projections.flexiblespend.FlexibleSpend.OutcomeSpend;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How freely a budget was spent, at any two dates. */
public final class FlexibleSpendQuery {

    /** The journal of one budget, each line marked with whether its plan line serves an outcome without a service. */
    private static final String MARKED = """
            WITH flexible AS (
                SELECT DISTINCT ON (l.line) l.line, l.kind = 'OUTCOME' AS flexible
                FROM read.plan_line AS l JOIN read.plan AS p USING (budget, version)
                WHERE budget = :budget AND p.recorded_at <= :known
                ORDER BY l.line, version DESC
            ), marked AS (
                SELECT j.account, j.debit, j.credit, j.outcome,
                       coalesce(f.flexible, j.account = 5040) AS flexible
                FROM read.journal_line AS j LEFT JOIN flexible AS f ON f.line = j.plan_line
                WHERE j.budget = :budget AND j.recorded_at <= :known AND j.effective_on <= :effective
            )
            """;

    private final JdbcClient database;

    public FlexibleSpendQuery(JdbcClient database) {
        this.database = database;
    }

    /** The figures, or nothing if the budget was not known then. */
    public Optional<FlexibleSpend> of(BudgetId budget, AsOf asOf) {
        return sql("SELECT 1 FROM read.budget WHERE budget = :budget AND recorded_at <= :known", budget, asOf)
                .query(Integer.class)
                .optional()
                .map(_ -> figures(budget, asOf));
    }

    private record Totals(Money allocated, Money flexible, Money all, Money underQuery) {}

    private FlexibleSpend figures(BudgetId budget, AsOf asOf) {
        Totals totals = totals(budget, asOf);
        return new FlexibleSpend(
                budget,
                asOf.effective(),
                asOf.known(),
                new Figures(totals.allocated, totals.flexible, totals.allocated.minus(totals.flexible)),
                percent(totals.flexible, totals.all),
                byOutcome(budget, asOf),
                byCategory(budget, asOf),
                totals.underQuery);
    }

    private Totals totals(BudgetId budget, AsOf asOf) {
        return sql(MARKED + """
                        SELECT coalesce(sum(debit - credit) FILTER (WHERE account = 9000 AND flexible), 0) AS allocated,
                               coalesce(sum(debit - credit) FILTER (WHERE account BETWEEN 5000 AND 5099 AND flexible), 0)
                                   AS flexible,
                               coalesce(sum(debit - credit) FILTER (WHERE account BETWEEN 5000 AND 5099), 0) AS spent,
                               coalesce(sum(debit - credit) FILTER (WHERE account = 5800), 0) AS under_query
                        FROM marked
                        """, budget, asOf)
                .query((row, number) -> new Totals(
                        money(row, "allocated"),
                        money(row, "flexible"),
                        money(row, "spent"),
                        money(row, "under_query")))
                .single();
    }

    private static String percent(Money part, Money whole) {
        if (!whole.isPositive()) return "0.00";
        return BigDecimal.valueOf(part.pence())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole.pence()), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private List<OutcomeSpend> byOutcome(BudgetId budget, AsOf asOf) {
        return sql("""
                        WITH figures AS (
                            SELECT outcome,
                                   sum(debit - credit) FILTER (WHERE account = 9000) AS allocated,
                                   sum(debit - credit) FILTER (WHERE account BETWEEN 5000 AND 5099) AS spent
                            FROM read.journal_line
                            WHERE budget = :budget AND recorded_at <= :known AND effective_on <= :effective
                              AND outcome IS NOT NULL
                            GROUP BY outcome
                        ), stated AS (
                            SELECT DISTINCT ON (o.outcome) o.outcome, o.statement, version, ordinal
                            FROM read.plan_outcome AS o JOIN read.plan AS p USING (budget, version)
                            WHERE budget = :budget AND p.recorded_at <= :known
                            ORDER BY o.outcome, version DESC
                        )
                        SELECT outcome, statement, coalesce(allocated, 0) AS allocated, coalesce(spent, 0) AS spent
                        FROM stated FULL JOIN figures USING (outcome)
                        ORDER BY version, ordinal, outcome
                        """, budget, asOf).query(FlexibleSpendQuery::outcome).list();
    }

    private static OutcomeSpend outcome(ResultSet row, int number) throws SQLException {
        return new OutcomeSpend(
                new OutcomeId(text(row, "outcome")),
                uuidOrNull(row, "statement", Function.identity()),
                money(row, "allocated"),
                money(row, "spent"));
    }

    private List<CategorySpend> byCategory(BudgetId budget, AsOf asOf) {
        return sql("""
                        SELECT account, sum(debit - credit) AS spent FROM read.journal_line
                        WHERE budget = :budget AND recorded_at <= :known AND effective_on <= :effective
                          AND account BETWEEN 5000 AND 5099
                        GROUP BY account HAVING sum(debit - credit) <> 0 ORDER BY account
                        """, budget, asOf)
                .query((row, number) -> new CategorySpend(category(row.getInt("account")), money(row, "spent")))
                .list();
    }

    private static Category category(int account) {
        return Arrays.stream(Category.values())
                .filter(category -> category.account() == account)
                .findFirst()
                .orElseThrow();
    }

    private JdbcClient.StatementSpec sql(String sql, BudgetId budget, AsOf asOf) {
        return database.sql(sql)
                .param("budget", budget.value())
                .param("known", asOf.knownUtc())
                .param("effective", asOf.effective());
    }
}
