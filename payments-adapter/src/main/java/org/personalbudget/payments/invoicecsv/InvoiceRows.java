package org.personalbudget.payments.invoicecsv;

import static org.personalbudget.payments.invoicecsv.InvoiceColumns.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.ledger.invoice.SubmittedLine;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.payments.csv.CsvRow;
import org.personalbudget.payments.csv.RejectedField;
import org.personalbudget.payments.csv.RowFields;

/** All rows of one invoice. They are read together, so that everything wrong with it is told at once. */
final class InvoiceRows {

    private static final Set<String> VAT_CATEGORIES = Set.of("E", "S", "Z", "O");
    private static final String POUNDS = "GBP";

    private final String supplier;
    private final String number;
    private final List<CsvRow> rows = new ArrayList<>();
    private boolean spoilt;

    InvoiceRows(String supplier, String number) {
        this.supplier = supplier;
        this.number = number;
    }

    void add(CsvRow row) {
        rows.add(row);
    }

    /** One of its rows is rejected before it could be read, and so the invoice is. */
    void spoil() {
        spoilt = true;
    }

    /** The invoice, if every row of it can be read and agrees with the first. */
    Optional<SubmittedInvoice> read(List<RejectedField> rejected) {
        if (rows.isEmpty()) return Optional.empty();
        int before = rejected.size();
        List<SubmittedLine> lines = new ArrayList<>();
        RowFields head = new RowFields(rows.getFirst());
        SubmittedInvoice invoice = invoice(head, rows.getFirst());
        rejected.addAll(head.rejected());
        Set<String> ids = new HashSet<>();
        for (CsvRow row : rows) {
            RowFields fields = new RowFields(row);
            agree(row, fields);
            lines.add(line(fields, ids));
            rejected.addAll(fields.rejected());
        }
        return spoilt || rejected.size() > before ? Optional.empty() : Optional.of(with(invoice, lines));
    }

    private SubmittedInvoice invoice(RowFields fields, CsvRow row) {
        DocumentKind kind = fields.oneOf(KIND, DocumentKind.class, DocumentKind.INVOICE);
        String corrects = fields.optionalInvoiceNumber(CORRECTS);
        if (fields.isGood()) checkCorrects(kind, corrects, fields);
        String currency = Objects.requireNonNullElse(row.get(CURRENCY), POUNDS);
        if (!currency.equals(POUNDS)) fields.reject(CURRENCY, "not-pounds", "currency must be GBP.");
        Money gross = fields.money(GROSS);
        Money tax = Objects.requireNonNullElse(fields.optionalMoney(TAX), Money.ZERO);
        Money net = fields.optionalMoney(NET);
        return new SubmittedInvoice(
                "line " + row.line(),
                kind,
                number,
                corrects,
                supplier,
                fields.code(ORDER),
                fields.date(ISSUED),
                fields.optionalDate(DUE),
                POUNDS,
                fields.dates(SERVICE_FROM, SERVICE_TO),
                List.of(),
                net == null ? gross.minus(tax) : net,
                tax,
                gross);
    }

    private static void checkCorrects(DocumentKind kind, @Nullable String corrects, RowFields fields) {
        if (kind == DocumentKind.CREDIT_NOTE && corrects == null) {
            fields.reject(CORRECTS, "missing-field", "corrects is missing: a credit note names its invoice.");
        }
        if (kind == DocumentKind.INVOICE && corrects != null) {
            fields.reject(CORRECTS, "not-a-credit-note", "corrects is for credit notes only.");
        }
    }

    /** What a further row says of the whole invoice must be what the first says. */
    private void agree(CsvRow row, RowFields fields) {
        CsvRow first = rows.getFirst();
        for (String column : OF_THE_INVOICE) {
            String said = row.get(column);
            if (said == null || said.equals(first.get(column))) continue;
            fields.reject(
                    column, "differs", column + " differs from the invoice's first row, in line " + first.line() + ".");
        }
    }

    private static SubmittedLine line(RowFields fields, Set<String> ids) {
        String given = fields.optionalCode(LINE);
        String id = given == null ? Integer.toString(ids.size() + 1) : given;
        if (!ids.add(id)) fields.reject(LINE, "line-twice", "line is there twice in this invoice.");
        DateRange service = fields.optionalDates(LINE_FROM, LINE_TO);
        String category = fields.code(VAT_CATEGORY);
        if (fields.has(VAT_CATEGORY) && !VAT_CATEGORIES.contains(category)) {
            fields.reject(VAT_CATEGORY, "not-a-vat-category", "vat_category must be E, S, Z or O.");
        }
        return new SubmittedLine(
                id,
                fields.optionalCode(PLAN_LINE),
                fields.units(QUANTITY),
                fields.money(RATE),
                fields.money(LINE_NET),
                category,
                fields.basisPoints(VAT_RATE),
                service,
                fields.codes(VISITS));
    }

    private static SubmittedInvoice with(SubmittedInvoice it, List<SubmittedLine> lines) {
        return new SubmittedInvoice(
                it.place(),
                it.kind(),
                it.number(),
                it.corrects(),
                it.supplier(),
                it.order(),
                it.issuedOn(),
                it.dueOn(),
                it.currency(),
                it.service(),
                lines,
                it.net(),
                it.tax(),
                it.gross());
    }
}
