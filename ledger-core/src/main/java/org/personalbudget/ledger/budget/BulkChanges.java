package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeCommand.ProposeCut;
import org.personalbudget.ledger.budget.ChangeCommand.UpliftRates;
import org.personalbudget.ledger.kernel.Decision;

/** What a bulk change does to one budget: it proposes, and somebody else decides. */
final class BulkChanges {

    private BulkChanges() {}

    static Decision uplift(UpliftRates command, Budget budget, BudgetFacts facts) {
        throw new UnsupportedOperationException("written next: " + command);
    }

    static Decision propose(ProposeCut command, Budget budget, BudgetFacts facts) {
        throw new UnsupportedOperationException("written next: " + command);
    }
}
