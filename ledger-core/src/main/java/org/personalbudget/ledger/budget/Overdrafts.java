package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetEvent.SourceOverdrawn;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Source;

/** Law 12: no source of an account goes below zero without saying so. */
final class Overdrafts {

    private Overdrafts() {}

    /** Raises an exception for each source that the facts of this draft have taken further below zero. */
    static void raise(Account before, Draft draft, Circumstances at) {
        AccountId id = before.opened().account();
        Account after = draft.budget().accounts().get(id);
        if (after == null) return;
        for (Source source : Source.values()) {
            Money shortfall = after.pots().overdrawn(source).minus(before.pots().overdrawn(source));
            if (shortfall.isPositive()) {
                draft.add(new SourceOverdrawn(draft.budget().terms().budget(), at.now(), id, source, shortfall));
            }
        }
    }
}
