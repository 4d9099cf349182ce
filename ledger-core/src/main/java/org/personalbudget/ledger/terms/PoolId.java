package org.personalbudget.ledger.terms;

import java.util.UUID;
import org.personalbudget.ledger.kernel.StreamId;

/** Money that several budgets hold together. */
public record PoolId(UUID value) {

    public StreamId stream() {
        return new StreamId("pool", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
