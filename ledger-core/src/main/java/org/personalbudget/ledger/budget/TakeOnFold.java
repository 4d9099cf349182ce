package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;

/** Takes in what a budget brought from an old system. */
final class TakeOnFold {

    private TakeOnFold() {}

    static Budget evolve(Budget budget, TakeOnEvent event) {
        return budget;
    }
}
