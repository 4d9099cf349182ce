package org.personalbudget.ops.http.invoices;

import org.personalbudget.ledger.budget.InvoiceRefusal.UnknownInvoice;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentEntered;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;

/** Which budget an invoice is for, and whose it is: the budget decides about it. */
public final class InvoiceBudgets {

    private final EventReader log;

    public InvoiceBudgets(EventReader log) {
        this.log = log;
    }

    /** As it was handed in last. */
    DocumentEntered of(InvoiceId invoice) {
        return log.stream(invoice.stream(), 1).stream()
                .map(each -> each.event())
                .filter(DocumentEntered.class::isInstance)
                .map(DocumentEntered.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownInvoice(invoice))));
    }
}
