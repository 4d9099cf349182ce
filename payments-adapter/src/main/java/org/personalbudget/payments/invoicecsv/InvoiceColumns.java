package org.personalbudget.payments.invoicecsv;

import java.util.List;
import java.util.Set;
import org.personalbudget.payments.csv.CsvShape;

/**
 * The columns of a batch of invoices. Those about the whole invoice stand in its first row; in further rows they are empty
 * or say the same.
 */
final class InvoiceColumns {

    /** The supplier's reference or id; in every row. */
    static final String SUPPLIER = "supplier";
    /** The invoice's number as the supplier writes it; in every row. */
    static final String INVOICE = "invoice";
    /** INVOICE, which an empty field means, or CREDIT_NOTE. */
    static final String KIND = "kind";
    /** The number of the invoice that a credit note takes back. */
    static final String CORRECTS = "corrects";
    /** The budget on which it was ordered. */
    static final String ORDER = "order";

    static final String ISSUED = "issued";
    static final String DUE = "due";
    /** GBP, which an empty field means. */
    static final String CURRENCY = "currency";

    static final String SERVICE_FROM = "service_from";
    static final String SERVICE_TO = "service_to";
    /** Before VAT; empty for gross less tax. */
    static final String NET = "net";
    /** VAT; empty for none. */
    static final String TAX = "tax";

    static final String GROSS = "gross";

    /** What the supplier calls the line; empty for its place among the lines of the invoice. */
    static final String LINE = "line";
    /** The plan line it was ordered on; empty for the only one. */
    static final String PLAN_LINE = "plan_line";

    static final String QUANTITY = "quantity";
    static final String RATE = "rate";
    static final String LINE_NET = "line_net";
    /** E, S, Z or O. */
    static final String VAT_CATEGORY = "vat_category";
    /** In percent; empty for none. */
    static final String VAT_RATE = "vat_rate";

    static final String LINE_FROM = "line_from";
    static final String LINE_TO = "line_to";
    /** The ids of the visits billed, with {@code |} between them. */
    static final String VISITS = "visits";

    /** What is said once for an invoice. */
    static final List<String> OF_THE_INVOICE =
            List.of(KIND, CORRECTS, ORDER, ISSUED, DUE, CURRENCY, SERVICE_FROM, SERVICE_TO, NET, TAX, GROSS);

    static final int MOST_BYTES = 8 * 1024 * 1024;

    static final CsvShape SHAPE = new CsvShape(
            Set.of(
                    SUPPLIER,
                    INVOICE,
                    ORDER,
                    ISSUED,
                    SERVICE_FROM,
                    SERVICE_TO,
                    GROSS,
                    QUANTITY,
                    RATE,
                    LINE_NET,
                    VAT_CATEGORY),
            Set.of(KIND, CORRECTS, DUE, CURRENCY, NET, TAX, LINE, PLAN_LINE, VAT_RATE, LINE_FROM, LINE_TO, VISITS),
            20_000,
            4_000);

    private InvoiceColumns() {}
}
