package org.personalbudget.ledger.supplier;

/** What kind of supplier is paid. */
public enum SupplierKind {
    AGENCY,
    MICRO,
    INDIVIDUAL
}
