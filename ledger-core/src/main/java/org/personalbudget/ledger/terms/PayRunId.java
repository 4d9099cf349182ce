package org.personalbudget.ledger.terms;

import java.util.UUID;
import org.personalbudget.ledger.kernel.StreamId;

/** One run of payments. */
public record PayRunId(UUID value) {

    public StreamId stream() {
        return new StreamId("pay-run", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
