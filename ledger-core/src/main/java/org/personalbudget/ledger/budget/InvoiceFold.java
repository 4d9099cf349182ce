package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.InvoiceEvent.*;

/** Takes in what becomes of invoices. */
final class InvoiceFold {

    private InvoiceFold() {}

    static Budget evolve(Budget budget, InvoiceEvent event) {
        return switch (event) {
            case InvoiceAssessed e -> budget.with(budget.invoices().assess(e));
            case InvoiceApproved e -> approve(budget, e);
            case InvoiceReleased e -> budget.with(budget.invoices().change(e.invoice(), Invoice::clear));
            case ActualsRecorded e -> budget.with(budget.invoices().deliver(e));
            case InvoiceDisputed e -> budget;
            case InvoiceRejected e -> budget;
            case CreditNoteRecorded e -> budget;
        };
    }

    /** What the budget does not bear is paid all the same: from the account, or by the council and its co-funders. */
    private static Budget approve(Budget budget, InvoiceApproved event) {
        Budget next = budget.with(budget.invoices().change(event.invoice(), invoice -> invoice.pay(event)));
        if (event.account() == null) {
            return next.with(next.recharges().paidByCouncil(event.rounding()));
        }
        Account account = next.accounts().get(event.account());
        if (account == null) return next;
        Account less = account.out(event.rounding(), event.effectiveOn())
                .reserve(event.rounding().total());
        return next.with(event.account(), less);
    }
}
