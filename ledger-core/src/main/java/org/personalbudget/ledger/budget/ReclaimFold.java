package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;

/** Takes in what brings public money back, or lets it go. */
final class ReclaimFold {

    private ReclaimFold() {}

    static Budget evolve(Budget budget, ReclaimEvent event) {
        return budget;
    }
}
