package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeCommand.*;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every ChangeCommand. */
final class ChangeDecider {

    private ChangeDecider() {}

    static Decision decide(ChangeCommand command, Budget budget, BudgetFacts facts) {
        return switch (command) {
            case SuspendBudget c -> Suspending.suspend(c, budget, facts);
            case ResumeBudget c -> Suspending.resume(c, budget, facts);
            case EndBudget c -> Ending.end(c, budget, facts);
            case RecordDeath c -> Ending.die(c, budget, facts);
            case MoveAccount c -> Moving.move(c, budget, facts);
            case RecordTransfer c -> Moving.transfer(c, budget, facts.at());
            case CancelInstalment c -> CallingOff.cancel(c, budget, facts);
            case UpliftRates c -> BulkChanges.uplift(c, budget, facts);
            case ProposeCut c -> BulkChanges.propose(c, budget, facts);
        };
    }
}
