package org.personalbudget.ledger.terms;

import java.util.UUID;

/** One recharge to a co-funder. */
public record RechargeId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
