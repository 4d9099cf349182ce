package org.personalbudget.payments.invoicecsv;

import static org.personalbudget.payments.invoicecsv.InvoiceColumns.INVOICE;
import static org.personalbudget.payments.invoicecsv.InvoiceColumns.MOST_BYTES;
import static org.personalbudget.payments.invoicecsv.InvoiceColumns.SHAPE;
import static org.personalbudget.payments.invoicecsv.InvoiceColumns.SUPPLIER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.csv.CsvFiles;
import org.personalbudget.payments.csv.CsvRow;
import org.personalbudget.payments.csv.CsvTable;
import org.personalbudget.payments.csv.RejectedField;
import org.personalbudget.payments.csv.RowFields;

/** Reads batches of invoices (CSV, RFC 4180, UTF-8). */
public final class InvoiceBatches {

    private record Key(String supplier, String number) {}

    private InvoiceBatches() {}

    /** @throws FileUnreadable if it is not such a table at all, with the line at which that shows */
    public static InvoiceBatch read(byte[] bytes) throws FileUnreadable {
        CsvTable table = CsvFiles.read(bytes, SHAPE, MOST_BYTES);
        List<RejectedField> rejected = new ArrayList<>();
        Map<Key, InvoiceRows> byNumber = new LinkedHashMap<>();
        for (CsvRow row : table.rows()) sort(row, table, byNumber, rejected);
        List<SubmittedInvoice> invoices = new ArrayList<>();
        for (InvoiceRows rows : byNumber.values()) rows.read(rejected).ifPresent(invoices::add);
        rejected.sort(Comparator.comparingLong(RejectedField::line));
        return new InvoiceBatch(invoices, rejected);
    }

    /** Finds out which invoice a row is of; one that belongs to none is rejected by itself. */
    private static void sort(CsvRow row, CsvTable table, Map<Key, InvoiceRows> byNumber, List<RejectedField> rejected) {
        RowFields fields = new RowFields(row);
        Key key = new Key(fields.code(SUPPLIER), fields.invoiceNumber(INVOICE));
        boolean belongs = fields.isGood();
        if (!table.fits(row)) {
            int columns = table.columns().size();
            fields.reject(
                    INVOICE, "wrong-width", "The row has " + row.width() + " fields, and the header " + columns + ".");
        }
        rejected.addAll(fields.rejected());
        if (!belongs) return;
        InvoiceRows rows = byNumber.computeIfAbsent(key, _ -> new InvoiceRows(key.supplier(), key.number()));
        if (fields.isGood()) rows.add(row);
        else rows.spoil();
    }
}
