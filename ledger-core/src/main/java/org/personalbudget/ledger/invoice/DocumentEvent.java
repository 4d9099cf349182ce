package org.personalbudget.ledger.invoice;

import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.SupplierId;

/**
 * What happens to an invoice or credit note as a paper with a number. The budget it is for decides about it and tells
 * what; this stream makes sure that there is only one of each.
 */
public sealed interface DocumentEvent extends Event {

    InvoiceId document();

    @Override
    default StreamId stream() {
        return document().stream();
    }

    /** It was handed in, for the first time or after it had been rejected. */
    record DocumentEntered(
            InvoiceId document,
            When when,
            DocumentKind kind,
            SupplierId supplier,
            InvoiceNumber number,
            BudgetId budget,
            Money gross,
            InvoiceStanding standing,
            ActorId enteredBy)
            implements DocumentEvent {}

    /** The budget has decided more about it. */
    record DocumentMoved(InvoiceId document, When when, BudgetId budget, InvoiceStanding standing)
            implements DocumentEvent {}
}
