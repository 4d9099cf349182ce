package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every ReclaimCommand. */
final class ReclaimDecider {

    private ReclaimDecider() {}

    static Decision decide(ReclaimCommand command, Budget budget, BudgetFacts facts) {
        throw new UnsupportedOperationException("written next: " + command);
    }
}
