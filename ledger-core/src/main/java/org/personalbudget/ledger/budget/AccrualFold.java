package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.AccrualEvent.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;

/** Takes in what counts as spent before a bill has come. The order stands until then: nothing is consumed by it. */
final class AccrualFold {

    private AccrualFold() {}

    static Budget evolve(Budget budget, AccrualEvent event) {
        LineBook lines = budget.lines();
        return switch (event) {
            case CareAccrued e -> budget.with(lines.with(lines.accruals().accrue(e)));
            case AccrualReversed e -> budget.with(lines.with(lines.accruals().reverse(e)));
        };
    }
}
