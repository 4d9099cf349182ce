package org.personalbudget.ledger.terms;

/** The code of a line within a plan. */
public record LineId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
