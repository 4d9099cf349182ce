package org.personalbudget.ledger.budget;

import java.util.Objects;
import java.util.UUID;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.TakeOnEvent.AccountTakenOn;
import org.personalbudget.ledger.budget.TakeOnEvent.ItemTakenOn;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** Takes in what a budget brought from an old system: from here on it lives like anything that arose here. */
final class TakeOnFold {

    private TakeOnFold() {}

    static Budget evolve(Budget budget, TakeOnEvent event) {
        return switch (event) {
            case AccountTakenOn e -> account(budget, e);
            case ItemTakenOn e -> item(budget, e);
        };
    }

    private static Budget account(Budget budget, AccountTakenOn event) {
        Account account = budget.accounts().get(event.account());
        return account == null
                ? budget
                : budget.with(event.account(), account.in(event.balances(), event.effectiveOn()));
    }

    private static Budget item(Budget budget, ItemTakenOn event) {
        OpenItem item = event.item();
        Money amount = item.part().amount();
        Split split = Split.of(item.part());
        return switch (item.kind()) {
            case CONTRIBUTION -> budget.with(budget.contributions().bringForward(item.dueOn(), amount));
            case RECLAIM -> budget.with(budget.reclaims().takenOn(new ReclaimId(id(event)), item.dueOn(), split));
            case SUPPLIER_RECOVERY -> budget.with(budget.recoveries().takenOn(new SupplierRefundId(id(event)), split));
            case CO_FUNDER ->
                budget.with(budget.recharges()
                        .takenOn(new RechargeId(id(event)), item.part().book(), amount));
        };
    }

    private static UUID id(ItemTakenOn event) {
        return Objects.requireNonNull(event.reference(), "only a contribution has no id");
    }
}
