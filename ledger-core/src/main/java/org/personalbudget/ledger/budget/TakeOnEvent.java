package org.personalbudget.ledger.budget;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;

/** What a budget brought with it from an old system. */
public sealed interface TakeOnEvent extends BudgetEvent {

    /** An account came with money in it. */
    record AccountTakenOn(
            BudgetId budget, When when, BatchId batch, AccountId account, AccountKind kind, Split balances, Funder lead)
            implements TakeOnEvent {}

    /**
     * Something open came with it.
     *
     * @param reference the id it has here: of a reclaim, a supplier refund or a recharge; null for a contribution
     */
    record ItemTakenOn(
            BudgetId budget,
            When when,
            BatchId batch,
            OpenItem item,
            @Nullable UUID reference,
            Funder lead) implements TakeOnEvent {}
}
