package org.personalbudget.projections.reviews;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReviewKind;
import org.personalbudget.ledger.budget.ScoredFactor;
import org.personalbudget.ledger.policy.MonitoringFactor;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ReviewId;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.reviews.BudgetReviews.*;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviews that are due and were held, and monitoring scores. */
public final class ReviewQuery {

    private final JdbcClient database;

    public ReviewQuery(JdbcClient database) {
        this.database = database;
    }

    public Optional<BudgetReviews> of(BudgetId budget) {
        boolean known = sql("SELECT EXISTS (SELECT 1 FROM read.budget WHERE budget = :budget)", budget)
                .query(Boolean.class)
                .single();
        if (!known) return Optional.empty();
        return Optional.of(new BudgetReviews(
                budget, due(budget), held(budget), monitoring(budget).orElse(null)));
    }

    /**
     * Reviews due by a day, in the order in which they were scheduled.
     *
     * @param dueBy the last day that counts, or null for all
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<ReviewDue> list(@Nullable LocalDate dueBy, long after, int limit) {
        List<ReviewDue> due = database.sql("""
                        SELECT c.*, (SELECT max(h.held_on) FROM read.review_held AS h
                                     WHERE h.budget = c.budget AND (h.kind = 'ACCOUNT') = (c.clock = 'ACCOUNT'))
                                    AS last_held
                        FROM read.review_clock AS c
                        WHERE c.position > :after AND c.due_on <= :dueBy ORDER BY c.position LIMIT :limit
                        """)
                .param("after", after)
                .param("dueBy", dueBy == null ? LocalDate.of(9999, 12, 31) : dueBy)
                .param("limit", limit + 1)
                .query((row, number) -> new ReviewDue(
                        new BudgetId(uuid(row, "budget")),
                        row.getLong("position"),
                        ReviewKind.valueOf(text(row, "clock")),
                        date(row, "due_on"),
                        dateOrNull(row, "last_held")))
                .list();
        return Listed.page(due, limit, ReviewDue::position);
    }

    private List<Due> due(BudgetId budget) {
        return sql("SELECT * FROM read.review_clock WHERE budget = :budget ORDER BY due_on, clock", budget)
                .query((row, number) -> new Due(ReviewKind.valueOf(text(row, "clock")), date(row, "due_on")))
                .list();
    }

    private List<Held> held(BudgetId budget) {
        return sql("SELECT * FROM read.review_held WHERE budget = :budget ORDER BY held_on DESC, position DESC", budget)
                .query((row, number) -> new Held(
                        new ReviewId(uuid(row, "review")),
                        ReviewKind.valueOf(text(row, "kind")),
                        date(row, "held_on"),
                        uuid(row, "findings"),
                        text(row, "reviewer")))
                .list();
    }

    private Optional<Monitoring> monitoring(BudgetId budget) {
        return sql("SELECT * FROM read.monitoring_score WHERE budget = :budget ORDER BY position DESC LIMIT 1", budget)
                .query(this::score)
                .optional();
    }

    private Monitoring score(ResultSet row, int number) throws SQLException {
        return new Monitoring(
                date(row, "scored_on"),
                row.getInt("score"),
                RiskTier.valueOf(text(row, "tier")),
                date(row, "next_return"),
                factors(row.getLong("position")),
                text(row, "scored_by"));
    }

    private List<ScoredFactor> factors(long position) {
        return database.sql("SELECT * FROM read.monitoring_factor WHERE position = :position ORDER BY ordinal")
                .param("position", position)
                .query((row, number) -> new ScoredFactor(
                        MonitoringFactor.valueOf(text(row, "factor")), row.getInt("found"), row.getInt("points")))
                .list();
    }

    private JdbcClient.StatementSpec sql(String sql, BudgetId budget) {
        return database.sql(sql).param("budget", budget.value());
    }
}
