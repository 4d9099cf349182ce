package org.personalbudget.ledger.terms;

import java.util.UUID;

/** One demand that money be paid back. */
public record ReclaimId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
