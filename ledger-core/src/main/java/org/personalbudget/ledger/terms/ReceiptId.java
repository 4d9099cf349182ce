package org.personalbudget.ledger.terms;

import java.util.UUID;
import org.personalbudget.ledger.kernel.StreamId;

/** Money that came to the council's bank before anybody knew what for. */
public record ReceiptId(UUID value) {

    /** The stream that knows what is left of it. */
    public StreamId stream() {
        return new StreamId("receipt", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
