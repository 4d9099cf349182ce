package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;

/** Takes in what happens to a spend after it was recorded. */
final class JudgementFold {

    private JudgementFold() {}

    static Budget evolve(Budget budget, JudgementEvent event) {
        return budget;
    }
}
