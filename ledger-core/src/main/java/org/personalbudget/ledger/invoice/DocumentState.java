package org.personalbudget.ledger.invoice;

import org.personalbudget.ledger.invoice.DocumentEvent.DocumentEntered;

/** What has become of a number. */
public sealed interface DocumentState {

    /** Nothing was handed in under it. */
    record NoDocument() implements DocumentState {}

    /**
     * Something was.
     *
     * @param entered as it was handed in last
     */
    record Document(DocumentEntered entered, InvoiceStanding standing) implements DocumentState {

        /** Whether the number is taken; one that was rejected may be handed in again. */
        public boolean isTaken() {
            return standing != InvoiceStanding.REJECTED;
        }
    }
}
