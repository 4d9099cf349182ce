package org.personalbudget.ledger.terms;

import java.util.UUID;
import org.personalbudget.ledger.kernel.StreamId;

/** The personal budget of one person and one period of need. */
public record BudgetId(UUID value) {

    /** The stream that decides everything about this budget. */
    public StreamId stream() {
        return new StreamId("budget", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
