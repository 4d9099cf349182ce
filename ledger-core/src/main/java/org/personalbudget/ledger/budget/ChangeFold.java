package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;

/** Takes in what changes the course of a budget. */
final class ChangeFold {

    private ChangeFold() {}

    static Budget evolve(Budget budget, ChangeEvent event) {
        return budget;
    }
}
