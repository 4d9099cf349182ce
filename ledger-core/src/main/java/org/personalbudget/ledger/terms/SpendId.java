package org.personalbudget.ledger.terms;

import java.util.UUID;

/** One spend from an account. */
public record SpendId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
