package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every ReviewCommand. */
final class ReviewDecider {

    private ReviewDecider() {}

    static Decision decide(ReviewCommand command, Budget budget, BudgetFacts facts) {
        throw new UnsupportedOperationException("written next: " + command);
    }
}
