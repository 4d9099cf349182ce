package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every ChangeCommand. */
final class ChangeDecider {

    private ChangeDecider() {}

    static Decision decide(ChangeCommand command, Budget budget, BudgetFacts facts) {
        throw new UnsupportedOperationException("written next: " + command);
    }
}
