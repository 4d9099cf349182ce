package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.InvoiceCommand.*;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every InvoiceCommand. */
final class InvoiceDecider {

    private InvoiceDecider() {}

    static Decision decide(InvoiceCommand command, Budget budget, BudgetFacts facts) {
        return switch (command) {
            case SubmitInvoice c -> InvoiceIntake.submit(c, budget, facts);
            case RecordActuals c -> Actuals.record(c, budget, facts);
            case ApproveInvoice c -> InvoiceApprovals.approve(c, budget, facts.at());
            case DisputeInvoice c -> InvoiceSettling.dispute(c, budget, facts);
            case ReleaseInvoice c -> InvoiceSettling.release(c, budget, facts);
            case RejectInvoice c -> InvoiceSettling.reject(c, budget, facts.at());
            case RecordCreditNote c -> CreditNotes.record(c, budget, facts);
        };
    }
}
