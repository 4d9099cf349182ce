package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.kernel.Decision;

/** Answers the command that brings a budget over from an old system. */
final class TakeOnDecider {

    private TakeOnDecider() {}

    static Decision decide(TakeOnCommand command, BudgetFacts facts) {
        throw new UnsupportedOperationException("written next: " + command);
    }
}
