package org.personalbudget.ledger.budget;

import java.util.Objects;
import java.util.UUID;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.RecoveryEvent.ReceiptApplied;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundDue;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundReceived;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** Takes in what comes back from suppliers, and what receipts turned out to be for. */
final class RecoveryFold {

    private RecoveryFold() {}

    static Budget evolve(Budget budget, RecoveryEvent event) {
        return switch (event) {
            case SupplierRefundDue e -> due(budget, e);
            case SupplierRefundReceived e -> received(budget, e);
            case ReceiptApplied e -> applied(budget, e);
        };
    }

    private static Budget due(Budget budget, SupplierRefundDue event) {
        LineBook lines = budget.lines();
        for (RefundPortion portion : event.portions()) {
            Money back = portion.consumed().total().negated();
            lines = lines.consume(event.line(), portion.servicePeriod(), back);
        }
        Budget freed = budget.with(lines).with(budget.recoveries().due(event));
        if (event.account() != null) return freed;
        return freed.with(freed.recharges().paidByCouncil(event.split().negated()));
    }

    private static Budget received(Budget budget, SupplierRefundReceived event) {
        Budget paid = budget.with(budget.recoveries().receive(event.refund(), event.split()))
                .with(budget.recharges().paidIntoAccount(event.settled().negated()));
        Account account = event.account() == null ? null : paid.accounts().get(event.account());
        return account == null
                ? paid
                : paid.with(account.opened().account(), account.in(event.split(), event.effectiveOn()));
    }

    private static Budget applied(Budget budget, ReceiptApplied event) {
        Budget settled =
                budget.with(budget.recharges().paidIntoAccount(event.settled().negated()));
        return switch (event.to()) {
            case CONTRIBUTION ->
                settled.with(settled.contributions().receive(event.split().total()));
            case SUPPLIER_REFUND ->
                settled.with(settled.recoveries().receive(new SupplierRefundId(id(event)), event.split()));
            case RECHARGE ->
                settled.with(settled.recharges()
                        .receive(new RechargeId(id(event)), event.split().total()));
            case RECLAIM -> settled.with(settled.reclaims().settle(new ReclaimId(id(event)), event.split()));
        };
    }

    private static UUID id(ReceiptApplied event) {
        return Objects.requireNonNull(event.reference(), "only a contribution has no id");
    }
}
