package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every FundingCommand. */
final class FundingDecider {

    private FundingDecider() {}

    static Decision decide(FundingCommand command, Budget budget, BudgetFacts facts) {
        throw new UnsupportedOperationException("written next: " + command);
    }
}
