package org.personalbudget.ledger.terms;

/** The code of a refusal, as an event keeps it that tells why something was left out. */
public record RefusalCode(String value) {
    @Override
    public String toString() {
        return value;
    }
}
