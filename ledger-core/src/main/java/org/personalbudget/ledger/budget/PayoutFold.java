package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.PayoutEvent.DeathQueried;
import org.personalbudget.ledger.budget.PayoutEvent.DeathQueryDismissed;

/** Takes in what keeps money from going out. */
final class PayoutFold {

    private PayoutFold() {}

    static Budget evolve(Budget budget, PayoutEvent event) {
        return switch (event) {
            case DeathQueried e -> budget.with(budget.lifecycle().queryDeath(e.payment()));
            case DeathQueryDismissed e -> budget.with(budget.lifecycle().queryDeath(null));
        };
    }
}
