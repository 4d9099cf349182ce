package org.personalbudget.ledger.terms;

/** The council's own name for one bulk change or one take-on: the same name is the same batch. */
public record BatchId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
