package org.personalbudget.ledger.intake;

/** What a file holds many of. */
public enum FileKind {
    INVOICES
}
