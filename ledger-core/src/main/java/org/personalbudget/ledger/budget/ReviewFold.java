package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ReviewEvent.*;

/** Takes in what says when a budget is looked at again. */
final class ReviewFold {

    private ReviewFold() {}

    static Budget evolve(Budget budget, ReviewEvent event) {
        Reviews reviews = budget.reviews();
        return switch (event) {
            case ReviewScheduled e -> budget.with(reviews.schedule(e.kind(), e.dueOn()));
            case ReviewRecorded e ->
                budget.with(reviews.hold(
                        new HeldReview(e.review(), e.kind(), e.when().effectiveOn())));
            case MonitoringScored e -> budget.with(reviews.score(e.tier()));
        };
    }
}
