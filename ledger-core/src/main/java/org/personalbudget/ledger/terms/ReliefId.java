package org.personalbudget.ledger.terms;

import java.util.UUID;

/** One proposal to waive or write off an amount. */
public record ReliefId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
