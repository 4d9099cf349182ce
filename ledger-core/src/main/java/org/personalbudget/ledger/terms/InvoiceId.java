package org.personalbudget.ledger.terms;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.personalbudget.ledger.kernel.StreamId;

/**
 * What a supplier has handed in under one number, an invoice or a credit note. Its id is derived from the supplier and
 * the normalised number, so that the same one has nowhere to go a second time.
 */
public record InvoiceId(UUID value) {

    public static InvoiceId of(SupplierId supplier, InvoiceNumber number) {
        String name = "document/" + supplier + "/" + number.normalised();
        return new InvoiceId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    public StreamId stream() {
        return new StreamId("invoice", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
