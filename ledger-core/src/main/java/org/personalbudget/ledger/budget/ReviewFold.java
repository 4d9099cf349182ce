package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;

/** Takes in what says when a budget is looked at again. */
final class ReviewFold {

    private ReviewFold() {}

    static Budget evolve(Budget budget, ReviewEvent event) {
        return budget;
    }
}
