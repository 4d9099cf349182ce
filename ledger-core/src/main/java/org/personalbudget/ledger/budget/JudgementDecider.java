package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every JudgementCommand. */
final class JudgementDecider {

    private JudgementDecider() {}

    static Decision decide(JudgementCommand command, Budget budget, BudgetFacts facts) {
        throw new UnsupportedOperationException("written next: " + command);
    }
}
