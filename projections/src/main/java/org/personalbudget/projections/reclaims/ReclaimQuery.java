package org.personalbudget.projections.reclaims;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.budget.ReliefKind;
import org.personalbudget.ledger.budget.ReliefOf;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.ReliefId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.reclaims.ReclaimView.Reconsideration;
import org.personalbudget.projections.reclaims.ReclaimView.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be paid back, and what is let go. */
public final class ReclaimQuery {

    private static final String RECLAIMS = """
            SELECT * FROM (
                SELECT r.*, CASE WHEN standing = 'DECIDED' AND amount = received + relieved
                                 THEN 'SETTLED' ELSE standing END AS stands
                FROM read.reclaim AS r) AS reclaims
            WHERE position > :after
            """;

    private final JdbcClient database;

    public ReclaimQuery(JdbcClient database) {
        this.database = database;
    }

    /**
     * Reclaims in the order in which notice was recorded.
     *
     * @param budget only this budget's, or null for all
     * @param standing only those that have got exactly so far, or null for all
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<ReclaimView> list(@Nullable BudgetId budget, @Nullable Standing standing, long after, int limit) {
        String sql = RECLAIMS
                + (budget == null ? "" : " AND budget = :budget")
                + (standing == null ? "" : " AND stands = :standing")
                + " ORDER BY position LIMIT :limit";
        List<ReclaimView> reclaims = database.sql(sql)
                .param("after", after)
                .param("budget", budget == null ? null : budget.value())
                .param("standing", standing == null ? null : standing.name())
                .param("limit", limit + 1)
                .query(ReclaimQuery::reclaim)
                .list();
        return Listed.page(reclaims, limit, ReclaimView::position);
    }

    /** Every relief of a budget, in the order of the proposals. */
    public List<ReliefView> reliefs(BudgetId budget) {
        return database.sql("SELECT * FROM read.relief WHERE budget = :budget ORDER BY position")
                .param("budget", budget.value())
                .query(ReclaimQuery::relief)
                .list();
    }

    private static ReclaimView reclaim(ResultSet row, int number) throws SQLException {
        Standing standing = Standing.valueOf(text(row, "stands"));
        Money amount = money(row, "amount");
        Money settled = money(row, "received").plus(money(row, "relieved"));
        boolean owed = standing == Standing.DECIDED || standing == Standing.SETTLED;
        return new ReclaimView(
                new ReclaimId(uuid(row, "reclaim")),
                new BudgetId(uuid(row, "budget")),
                row.getLong("position"),
                instant(row, "recorded_at"),
                uuidOrNull(row, "account", AccountId::new),
                textOrNull(row, "kind", ReclaimKind::valueOf),
                uuidOrNull(row, "spend", SpendId::new),
                textOrNull(row, "payer", PersonRef::new),
                dateOrNull(row, "pay_by"),
                dateOrNull(row, "reconsider_by"),
                row.getString("notice_by"),
                moneyOrNull(row, "surplus"),
                row.getObject("cap_weeks", Integer.class),
                money(row, "demanded"),
                amount,
                standing,
                Reconsideration.valueOf(text(row, "reconsideration")),
                dateOrNull(row, "decided_on"),
                textOrNull(row, "rule", Attribution::valueOf),
                money(row, "client_part"),
                money(row, "received"),
                money(row, "relieved"),
                owed ? amount.minus(settled) : Money.ZERO);
    }

    private static ReliefView relief(ResultSet row, int number) throws SQLException {
        return new ReliefView(
                new ReliefId(uuid(row, "relief")),
                new BudgetId(uuid(row, "budget")),
                row.getLong("position"),
                instant(row, "recorded_at"),
                ReliefKind.valueOf(text(row, "kind")),
                ReliefOf.valueOf(text(row, "let_go_of")),
                uuidOrNull(row, "reclaim", ReclaimId::new),
                uuidOrNull(row, "account", AccountId::new),
                money(row, "amount"),
                text(row, "proposed_by"),
                ReliefView.Standing.valueOf(text(row, "standing")),
                dateOrNull(row, "decided_on"),
                row.getString("decided_by"));
    }

    private static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
