package org.personalbudget.payments.ubl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.ledger.invoice.SubmittedLine;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;

/** Which element means what to the ledger. */
final class UblMapping {

    /** An item's property of this name holds the id of a visit that the line bills. */
    private static final String VISIT = "Visit";

    private static final String COMMERCIAL_INVOICE = "380";
    private static final String CREDIT_NOTE = "381";
    private static final Set<String> VAT_CATEGORIES = Set.of("E", "S", "Z", "O");

    private UblMapping() {}

    static SubmittedInvoice invoice(UblNode root) throws FileUnreadable {
        DocumentKind kind = kind(root);
        checkCurrency(root);
        List<SubmittedLine> lines = lines(root, kind);
        return new SubmittedInvoice(
                root.place(),
                kind,
                UblValues.invoiceNumber(root.require("ID")),
                kind == DocumentKind.CREDIT_NOTE ? corrects(root) : null,
                supplier(root),
                UblValues.code(root.require("OrderReference/ID")),
                UblValues.date(root.require("IssueDate")),
                due(root, kind),
                UblValues.POUNDS,
                service(root, lines),
                lines,
                UblValues.amount(root.require("LegalMonetaryTotal/TaxExclusiveAmount")),
                UblValues.amount(taxTotal(root).require("TaxAmount")),
                UblValues.amount(root.require("LegalMonetaryTotal/PayableAmount")));
    }

    /** Other types of either are advance payments, factored claims and the like, which nobody here has ordered. */
    private static DocumentKind kind(UblNode root) throws FileUnreadable {
        boolean invoice = root.name().equals(UblDocuments.INVOICE);
        String type = invoice ? COMMERCIAL_INVOICE : CREDIT_NOTE;
        UblNode code = root.require(invoice ? "InvoiceTypeCode" : "CreditNoteTypeCode");
        if (code.text().equals(type)) return invoice ? DocumentKind.INVOICE : DocumentKind.CREDIT_NOTE;
        throw code.unreadable(Fault.UNKNOWN_FORMAT, code.name() + " must be " + type + ".");
    }

    private static void checkCurrency(UblNode root) throws FileUnreadable {
        UblNode code = root.require("DocumentCurrencyCode");
        if (!code.text().equals(UblValues.POUNDS)) throw code.unreadable(Fault.CURRENCY, "Invoices are in GBP.");
    }

    private static String corrects(UblNode root) throws FileUnreadable {
        return UblValues.invoiceNumber(root.require("BillingReference/InvoiceDocumentReference/ID"));
    }

    /** The supplier's own reference, the first if it has several, else the number under which it is registered. */
    private static String supplier(UblNode root) throws FileUnreadable {
        UblNode party = root.find("AccountingSupplierParty/Party");
        if (party == null) throw root.unreadable(Fault.MISSING, "The invoice names no supplier.");
        List<UblNode> own = party.children("PartyIdentification");
        return UblValues.code(
                own.isEmpty()
                        ? party.require("PartyLegalEntity/CompanyID")
                        : own.getFirst().require("ID"));
    }

    private static @Nullable LocalDate due(UblNode root, DocumentKind kind) throws FileUnreadable {
        if (kind == DocumentKind.CREDIT_NOTE) return null;
        UblNode due = root.find("DueDate");
        return due == null ? null : UblValues.date(due);
    }

    /** The total in the invoice's own currency: there may be one more in the currency in which VAT is accounted for. */
    private static UblNode taxTotal(UblNode root) throws FileUnreadable {
        for (UblNode total : root.children("TaxTotal")) {
            UblNode amount = total.find("TaxAmount");
            if (amount != null && UblValues.POUNDS.equals(amount.attribute("currencyID"))) return total;
        }
        throw root.unreadable(Fault.MISSING, root.name() + " has no TaxTotal in GBP.");
    }

    /** What the invoice says, else from the first to the last day of its lines, else the day of delivery. */
    private static DateRange service(UblNode root, List<SubmittedLine> lines) throws FileUnreadable {
        DateRange said = UblValues.days(root.find("InvoicePeriod"));
        if (said != null) return said;
        DateRange spanned = span(lines);
        if (spanned != null) return spanned;
        UblNode delivered = root.find("Delivery/ActualDeliveryDate");
        if (delivered == null)
            throw root.unreadable(Fault.MISSING, root.name() + " does not say which days it is for.");
        LocalDate day = UblValues.date(delivered);
        return new DateRange(day, day);
    }

    private static @Nullable DateRange span(List<SubmittedLine> lines) {
        DateRange span = null;
        for (SubmittedLine line : lines) {
            DateRange days = line.service();
            if (days == null) return null;
            LocalDate first = span == null || days.first().isBefore(span.first()) ? days.first() : span.first();
            LocalDate last = span == null || days.last().isAfter(span.last()) ? days.last() : span.last();
            span = new DateRange(first, last);
        }
        return span;
    }

    private static List<SubmittedLine> lines(UblNode root, DocumentKind kind) throws FileUnreadable {
        boolean invoice = kind == DocumentKind.INVOICE;
        String name = invoice ? "InvoiceLine" : "CreditNoteLine";
        List<SubmittedLine> lines = new ArrayList<>();
        for (UblNode line : root.children(name))
            lines.add(line(line, invoice ? "InvoicedQuantity" : "CreditedQuantity"));
        if (lines.isEmpty()) throw root.unreadable(Fault.MISSING, root.name() + " has no " + name + ".");
        return lines;
    }

    private static SubmittedLine line(UblNode line, String quantity) throws FileUnreadable {
        UblNode planLine = line.find("OrderLineReference/LineID");
        UblNode category = line.require("Item/ClassifiedTaxCategory/ID");
        if (!VAT_CATEGORIES.contains(category.text())) {
            throw category.unreadable(Fault.BAD_VALUE, "The category of VAT must be E, S, Z or O.");
        }
        UblNode percent = line.find("Item/ClassifiedTaxCategory/Percent");
        return new SubmittedLine(
                UblValues.code(line.require("ID")),
                planLine == null ? null : UblValues.code(planLine),
                UblValues.units(line.require(quantity)),
                UblValues.rate(line.require("Price")),
                UblValues.amount(line.require("LineExtensionAmount")),
                category.text(),
                percent == null ? 0 : UblValues.basisPoints(percent),
                UblValues.days(line.find("InvoicePeriod")),
                visits(line));
    }

    private static List<String> visits(UblNode line) throws FileUnreadable {
        UblNode item = line.require("Item");
        List<String> visits = new ArrayList<>();
        for (UblNode property : item.children("AdditionalItemProperty")) {
            UblNode name = property.find("Name");
            if (name != null && name.text().equals(VISIT)) visits.add(UblValues.code(property.require("Value")));
        }
        return visits;
    }
}
