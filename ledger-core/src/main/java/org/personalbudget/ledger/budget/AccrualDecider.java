package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.AccrualCommand.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every AccrualCommand. */
final class AccrualDecider {

    private AccrualDecider() {}

    static Decision decide(AccrualCommand command, Budget budget, Circumstances at) {
        return switch (command) {
            case AccrueCare c -> Accruing.accrue(c, budget, at);
            case ReverseAccrual c -> Accruing.reverse(c, budget, at);
        };
    }
}
