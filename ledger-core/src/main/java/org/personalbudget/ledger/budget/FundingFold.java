package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;

/** Takes in what changes who pays for a budget. */
final class FundingFold {

    private FundingFold() {}

    static Budget evolve(Budget budget, FundingEvent event) {
        return budget;
    }
}
