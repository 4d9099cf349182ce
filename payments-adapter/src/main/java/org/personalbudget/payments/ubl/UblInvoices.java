package org.personalbudget.payments.ubl;

import java.util.List;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.payments.FileUnreadable;

/** Reads a UBL 2.1 invoice or credit note. */
public final class UblInvoices {

    private UblInvoices() {}

    /**
     * Reads a document and checks it by its schema, by EN 16931 and by Peppol BIS Billing 3. The first call in a process
     * takes seconds, as it loads the rules.
     *
     * @throws FileUnreadable if it is no such document, or has not what the ledger needs beyond those rules: an order, the
     *     days of service, pounds, and prices in whole pence
     */
    public static UblReading read(byte[] bytes) throws FileUnreadable {
        UblNode document = UblDocuments.parse(bytes);
        List<RuleBroken> broken = PeppolRules.brokenBy(document);
        return broken.isEmpty() ? new UblReading.Valid(UblMapping.invoice(document)) : new UblReading.Broken(broken);
    }

    /** Reads a document whose rules nobody asks for. */
    static SubmittedInvoice readUnchecked(byte[] bytes) throws FileUnreadable {
        return UblMapping.invoice(UblDocuments.parse(bytes));
    }
}
