package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;

/** Takes in what happens to a contribution after it has fallen due. */
final class ContributionFold {

    private ContributionFold() {}

    static Budget evolve(Budget budget, ContributionEvent event) {
        return budget;
    }
}
