package org.personalbudget.ledger.terms;

/** What a supplier calls a visit; the same visit told twice has the same. */
public record VisitId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
