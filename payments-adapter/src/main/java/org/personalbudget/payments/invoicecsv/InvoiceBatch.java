package org.personalbudget.payments.invoicecsv;

import java.util.List;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.payments.csv.RejectedField;

/**
 * What a batch holds: the invoices that can be read, and for every row that cannot be, why. An invoice with any rejected
 * row is not among them.
 *
 * @param invoices in the order in which the file first names them
 * @param rejected by line
 */
public record InvoiceBatch(List<SubmittedInvoice> invoices, List<RejectedField> rejected) {

    public InvoiceBatch {
        invoices = List.copyOf(invoices);
        rejected = List.copyOf(rejected);
    }
}
