package org.personalbudget.ledger.terms;

/** The code of an outcome within a plan. */
public record OutcomeId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
