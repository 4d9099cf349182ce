package org.personalbudget.ledger.terms;

/** What a supplier calls a line of an invoice. */
public record InvoiceLineId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
