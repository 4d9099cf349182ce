package org.personalbudget.projections.flexiblespend;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.Relationship;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.flexiblespend.SpendView.Query;
import org.personalbudget.projections.flexiblespend.SpendView.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spends in their latest standing. */
public final class SpendQuery {

    private final JdbcClient database;

    public SpendQuery(JdbcClient database) {
        this.database = database;
    }

    public Optional<SpendView> find(SpendId spend) {
        return database.sql("SELECT * FROM read.spend WHERE spend = :spend")
                .param("spend", spend.value())
                .query(SpendQuery::spend)
                .optional();
    }

    /**
     * Spends in the order they were first recorded.
     *
     * @param budget only this budget's, or null for all
     * @param standing only those that stand so, or null for all
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<SpendView> list(@Nullable BudgetId budget, @Nullable Standing standing, long after, int limit) {
        String sql = "SELECT * FROM read.spend WHERE position > :after"
                + (budget == null ? "" : " AND budget = :budget")
                + (standing == null ? "" : " AND standing = :standing")
                + " ORDER BY position LIMIT :limit";
        List<SpendView> spends = database.sql(sql)
                .param("after", after)
                .param("budget", budget == null ? null : budget.value())
                .param("standing", standing == null ? null : standing.name())
                .param("limit", limit + 1)
                .query(SpendQuery::spend)
                .list();
        return Listed.page(spends, limit, SpendView::position);
    }

    private static SpendView spend(ResultSet row, int number) throws SQLException {
        return new SpendView(
                new SpendId(uuid(row, "spend")),
                new BudgetId(uuid(row, "budget")),
                row.getLong("position"),
                instant(row, "recorded_at"),
                new AccountId(uuid(row, "account")),
                date(row, "effective_on"),
                money(row, "amount"),
                Category.valueOf(text(row, "category")),
                textOrNull(row, "plan_line", LineId::new),
                textOrNull(row, "outcome", OutcomeId::new),
                textOrNull(row, "service_period", PeriodId::parse),
                Standing.valueOf(text(row, "standing")),
                reasons(text(row, "reasons")),
                textOrNull(row, "payee", PersonRef::new),
                Relationship.valueOf(text(row, "relationship")),
                uuidOrNull(row, "payee_name", Function.identity()),
                uuidOrNull(row, "reference", Function.identity()),
                row.getString("recorded_by"),
                money(row, "accepted"),
                money(row, "under_query"),
                money(row, "reclaimed"),
                money(row, "refunded"),
                query(row));
    }

    private static @Nullable Query query(ResultSet row) throws SQLException {
        if (row.getDate("answer_by") == null) return null;
        return new Query(
                row.getInt("policy_version"),
                date(row, "answer_by"),
                uuidOrNull(row, "question", Function.identity()),
                uuidOrNull(row, "answer", Function.identity()),
                row.getObject("evidence", Boolean.class),
                uuidOrNull(row, "judgement", Function.identity()),
                row.getString("judged_by"));
    }

    private static List<SpendReason> reasons(String names) {
        if (names.isEmpty()) return List.of();
        return Arrays.stream(names.split(",")).map(SpendReason::valueOf).toList();
    }
}
