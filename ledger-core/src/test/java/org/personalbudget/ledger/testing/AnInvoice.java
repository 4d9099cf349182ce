package org.personalbudget.ledger.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InvoiceCommand.*;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceTerms;
import org.personalbudget.ledger.invoice.VatCategory;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ledger.terms.VisitId;

/** An invoice of {@link SupplierWords#AGENCY}, exempt from VAT and adding up, unless told otherwise. */
public final class AnInvoice implements Asks {

    private final InvoiceNumber number;
    private final DateRange service;
    private final List<InvoiceLine> lines = new ArrayList<>();
    private SupplierId supplier = SupplierWords.AGENCY;
    private Money tax = Money.ZERO;
    private @Nullable Money net;
    private @Nullable Money gross;

    private AnInvoice(String number, String first, String last) {
        this.number = new InvoiceNumber(number);
        this.service = BudgetWords.days(first, last);
    }

    public static AnInvoice invoice(String number, String first, String last) {
        return new AnInvoice(number, first, last);
    }

    /** For the four weeks of P03. */
    public static AnInvoice invoice(String number) {
        return new AnInvoice(number, "2025-06-02", "2025-06-29");
    }

    /** The id of an invoice of the agency. */
    public static InvoiceId idOf(String number) {
        return InvoiceId.of(SupplierWords.AGENCY, new InvoiceNumber(number));
    }

    public AnInvoice from(SupplierId other) {
        supplier = other;
        return this;
    }

    public AnInvoice of(String hours, String rate, String amount) {
        return line(null, hours, rate, amount, null);
    }

    public AnInvoice of(String hours, String rate, String amount, DateRange days) {
        return line(null, hours, rate, amount, days);
    }

    public AnInvoice onLine(String planLine, String hours, String rate, String amount) {
        return line(new LineId(planLine), hours, rate, amount, null);
    }

    public AnInvoice ofVisits(String hours, String rate, String amount, String... visits) {
        List<VisitId> ids = Stream.of(visits).map(VisitId::new).toList();
        return line(null, hours, rate, amount, null, VatCategory.EXEMPT, 0, ids);
    }

    public AnInvoice taxed(String planLine, String hours, String rate, String amount, int basisPoints, String vat) {
        tax = tax.plus(Money.of(vat));
        return line(
                new LineId(planLine),
                hours,
                rate,
                amount,
                null,
                basisPoints == 0 ? VatCategory.EXEMPT : VatCategory.STANDARD,
                basisPoints,
                List.of());
    }

    private AnInvoice line(
            @Nullable LineId planLine, String hours, String rate, String amount, @Nullable DateRange days) {
        return line(planLine, hours, rate, amount, days, VatCategory.EXEMPT, 0, List.of());
    }

    private AnInvoice line(
            @Nullable LineId planLine,
            String hours,
            String rate,
            String amount,
            @Nullable DateRange days,
            VatCategory vat,
            int basisPoints,
            List<VisitId> visits) {
        lines.add(new InvoiceLine(
                new InvoiceLineId(Integer.toString(lines.size() + 1)),
                planLine,
                Units.of(new BigDecimal(hours)),
                Money.of(rate),
                Money.of(amount),
                vat,
                basisPoints,
                days,
                visits));
        return this;
    }

    public AnInvoice asking(String wholeNet, String wholeGross) {
        net = Money.of(wholeNet);
        gross = Money.of(wholeGross);
        return this;
    }

    @Override
    public Request request() {
        Money sum = lines.stream().map(InvoiceLine::net).reduce(Money.ZERO, Money::plus);
        Money all = net == null ? sum : net;
        return Request.of(new SubmitInvoice(
                BudgetWords.BUDGET,
                supplier,
                number,
                new InvoiceTerms(service.last(), service, lines, all, tax, gross == null ? all.plus(tax) : gross)));
    }

    /** The same handed in by whoever is known as that reference. */
    public static Request byProvider(String ref, Asks asks) {
        Request asked = asks.request();
        return new Request(asked.key(), new Actor(new ActorId(ref), Role.PROVIDER), asked.day(), asked.command());
    }

    public static Request approveInvoice(String number, @Nullable String amount) {
        return Request.of(
                new ApproveInvoice(BudgetWords.BUDGET, idOf(number), money(amount), BudgetWords.aNote("found")));
    }

    public static Request disputeInvoice(String number, @Nullable String amount) {
        return Request.of(
                new DisputeInvoice(BudgetWords.BUDGET, idOf(number), money(amount), BudgetWords.aNote("doubt")));
    }

    public static Request releaseInvoice(String number) {
        return Request.of(new ReleaseInvoice(BudgetWords.BUDGET, idOf(number), null));
    }

    public static Request rejectInvoice(String number) {
        return Request.of(new RejectInvoice(BudgetWords.BUDGET, idOf(number), null));
    }

    public static Request creditNote(String number, String corrects, String gross) {
        return creditNoteOf(SupplierWords.AGENCY, number, corrects, gross);
    }

    public static Request creditNoteOf(SupplierId supplier, String number, String corrects, String gross) {
        return Request.of(new RecordCreditNote(
                BudgetWords.BUDGET,
                supplier,
                new InvoiceNumber(number),
                idOf(corrects),
                BudgetWords.day("2025-06-29"),
                Money.of(gross)));
    }

    public static Request delivered(ToldVisit... visits) {
        return deliveredBy(SupplierWords.AGENCY, visits);
    }

    public static Request deliveredBy(SupplierId supplier, ToldVisit... visits) {
        return Request.of(new RecordActuals(BudgetWords.BUDGET, supplier, List.of(visits)));
    }

    public static ToldVisit visit(String id, String on, int minutes) {
        return new ToldVisit(new VisitId(id), null, BudgetWords.day(on), minutes);
    }

    public static ToldVisit visitOn(String planLine, String id, String on, int minutes) {
        return new ToldVisit(new VisitId(id), new LineId(planLine), BudgetWords.day(on), minutes);
    }

    private static @Nullable Money money(@Nullable String amount) {
        return amount == null ? null : Money.of(amount);
    }
}
