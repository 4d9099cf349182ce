package org.personalbudget.ledger.terms;

import java.util.UUID;

/** What a supplier owes back of one payment. */
public record SupplierRefundId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
