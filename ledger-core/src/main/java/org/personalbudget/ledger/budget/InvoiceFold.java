package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.InvoiceEvent.*;
import org.personalbudget.ledger.budget.Recoveries.Owed;
import org.personalbudget.ledger.budget.Withdrawal.WithdrawnLine;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** Takes in what becomes of invoices. */
final class InvoiceFold {

    private InvoiceFold() {}

    static Budget evolve(Budget budget, InvoiceEvent event) {
        return switch (event) {
            case InvoiceAssessed e -> budget.with(budget.invoices().assess(e));
            case InvoiceApproved e -> approve(budget, e);
            case InvoiceDisputed e ->
                withdraw(budget, e.withdrawals(), e.effectiveOn())
                        .with(budget.invoices().change(e.invoice(), invoice -> invoice.dispute(e)));
            case InvoiceRejected e ->
                budget.with(budget.invoices()
                        .change(e.invoice(), invoice -> invoice.reject(e))
                        .lapse(e.lapsed()));
            case CreditNoteRecorded e -> credit(budget, e);
            case ActualsRecorded e -> budget.with(budget.invoices().deliver(e));
            // What it leads to is told by the assessment beside it.
            case InvoiceReleased _ -> budget;
        };
    }

    /** What the budget does not bear is paid all the same: from the account, or by the council and its co-funders. */
    private static Budget approve(Budget budget, InvoiceApproved event) {
        Budget next = budget.with(budget.invoices().change(event.invoice(), invoice -> invoice.pay(event)));
        Split rounding = event.rounding();
        if (event.account() == null) return next.with(next.recharges().paidByCouncil(rounding));
        Account account = next.account(event.account());
        return next.with(
                event.account(), account.out(rounding, event.effectiveOn()).reserve(rounding.total()));
    }

    private static Budget credit(Budget budget, CreditNoteRecorded event) {
        InvoiceId id = event.invoice();
        Budget next = withdraw(budget, event.withdrawals(), event.effectiveOn());
        next = next.with(
                next.invoices().change(id, invoice -> invoice.credit(event)).lapse(event.lapsed()));
        SupplierRefundId refund = event.refund();
        Split tax = event.refundedTax();
        if (refund == null || tax.parts().isEmpty()) return next;
        return next.with(next.recoveries().owe(refund, new Owed(event.supplier(), null, null, tax)));
    }

    /** What is not paid after all is consumed no more, and lies again where it would have been paid from. */
    private static Budget withdraw(Budget budget, List<Withdrawal> withdrawals, LocalDate on) {
        Budget next = budget;
        for (Withdrawal each : withdrawals) {
            for (WithdrawnLine line : each.lines()) next = withdraw(next, each, line);
            next = giveBack(next, each, on);
        }
        return next;
    }

    private static Budget withdraw(Budget budget, Withdrawal of, WithdrawnLine line) {
        LineBook lines = budget.lines();
        for (RefundPortion portion : line.portions()) {
            lines = lines.consume(
                    line.line(),
                    portion.servicePeriod(),
                    portion.consumed().total().negated());
        }
        Budget next = budget.with(lines).with(budget.recoveries().takeBack(of.payment(), line.line(), line.portions()));
        return of.account() == null ? FundingFold.notPaid(next, of.payment(), line.line(), line.portions()) : next;
    }

    private static Budget giveBack(Budget budget, Withdrawal each, LocalDate on) {
        if (each.account() == null) {
            Split borne = each.split().minus(each.tax());
            return budget.with(budget.recharges().paidByCouncil(borne.negated()));
        }
        Account account = budget.account(each.account());
        Account more = account.in(each.split(), on).reserve(each.split().total().negated());
        return budget.with(each.account(), more);
    }
}
