package org.personalbudget.ledger.terms;

/** A reference to a person in the register. Never a name. */
public record PersonRef(String value) {
    @Override
    public String toString() {
        return value;
    }
}
