package org.personalbudget.projections.reviews;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReviewKind;
import org.personalbudget.ledger.budget.ScoredFactor;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ReviewId;

/**
 * When a budget is looked at again, what reviews were held, the last first, and how closely it is watched.
 *
 * @param monitoring as last scored, or null before the first score
 */
public record BudgetReviews(
        BudgetId budgetId,
        List<Due> due,
        List<Held> held,
        @Nullable Monitoring monitoring) {

    /** The next review of one clock. */
    public record Due(ReviewKind kind, LocalDate dueOn) {}

    /**
     * A review that was held.
     *
     * @param findings where the register has the words
     */
    public record Held(ReviewId reviewId, ReviewKind kind, LocalDate on, UUID findings, String by) {}

    /**
     * How closely it is watched.
     *
     * @param factors each thing that counted; together the score
     */
    public record Monitoring(
            LocalDate on, int score, RiskTier tier, LocalDate nextReturn, List<ScoredFactor> factors, String by) {}
}
