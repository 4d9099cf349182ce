package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;

/** Why a budget is not taken on. */
public sealed interface TakeOnRefusal extends BudgetRefusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    /** Law 7. */
    record PreparerMayNotApprove(ActorId actor, BatchId batch) implements TakeOnRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    record BudgetAlreadyTakenOn(BudgetId budget) implements TakeOnRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** A budget comes with at least one account. */
    record NoAccountsTaken() implements TakeOnRefusal {}

    /** Only the budget's funders, the person's contribution and own money have pots. */
    record SourceNotOfBudget(Source source) implements TakeOnRefusal {}

    record ItemNotOfBudget(OpenItem.Kind kind, Funder funder) implements TakeOnRefusal {}
}
