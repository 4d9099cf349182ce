package org.personalbudget.projections.payables;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.projections.Listed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recharges to co-funders. */
public final class RechargeQuery {

    private final JdbcClient database;

    public RechargeQuery(JdbcClient database) {
        this.database = database;
    }

    /**
     * Recharges in the order they were recorded.
     *
     * @param budget only this budget's, or null for all
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<RechargeView> list(@Nullable BudgetId budget, long after, int limit) {
        String sql = "SELECT * FROM read.recharge WHERE position > :after"
                + (budget == null ? "" : " AND budget = :budget")
                + " ORDER BY position LIMIT :limit";
        List<RechargeView> recharges = database.sql(sql)
                .param("after", after)
                .param("budget", budget == null ? null : budget.value())
                .param("limit", limit + 1)
                .query(RechargeQuery::recharge)
                .list();
        return Listed.page(recharges, limit, RechargeView::position);
    }

    private static RechargeView recharge(ResultSet row, int number) throws SQLException {
        Money amount = money(row, "amount");
        Money paid = money(row, "paid");
        Money reduced = money(row, "reduced");
        Money byAdvance = money(row, "settled_by_advance");
        return new RechargeView(
                new RechargeId(uuid(row, "recharge")),
                new BudgetId(uuid(row, "budget")),
                row.getLong("position"),
                instant(row, "recorded_at"),
                Funder.valueOf(text(row, "funder")),
                amount,
                money(row, "advanced"),
                paid,
                reduced,
                byAdvance,
                amount.minus(paid).minus(reduced).minus(byAdvance),
                text(row, "recharged_by"));
    }
}
