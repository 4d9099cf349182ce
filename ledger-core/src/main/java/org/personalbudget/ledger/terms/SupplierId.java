package org.personalbudget.ledger.terms;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.personalbudget.ledger.kernel.StreamId;

/** Whoever is paid for care. */
public record SupplierId(UUID value) {

    /** The natural identity: one supplier per reference, so a second registration has nowhere to go. */
    public static SupplierId of(SupplierRef ref) {
        return new SupplierId(UUID.nameUUIDFromBytes(("supplier/" + ref.value()).getBytes(StandardCharsets.UTF_8)));
    }

    public StreamId stream() {
        return new StreamId("supplier", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
