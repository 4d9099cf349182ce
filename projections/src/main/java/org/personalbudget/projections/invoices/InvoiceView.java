package org.personalbudget.projections.invoices;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.Effect;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.Reason;
import org.personalbudget.ledger.invoice.ReasonCode;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;

/**
 * An invoice or a credit note, as it stands.
 *
 * @param corrects the invoice that a credit note takes back
 * @param approved what is paid for, or will be
 * @param disputed what is asked for and not settled
 * @param credited what credit notes have taken back
 * @param declined what was disputed and will not be paid
 * @param refundDue what of the credited had been paid before
 * @param position where it was first recorded; lists are in this order
 */
public record InvoiceView(
        InvoiceId invoiceId,
        DocumentKind kind,
        BudgetId budgetId,
        SupplierId supplierId,
        InvoiceNumber number,
        @Nullable InvoiceId corrects,
        InvoiceStanding status,
        LocalDate receivedOn,
        LocalDate issuedOn,
        @Nullable LocalDate serviceFrom,
        @Nullable LocalDate serviceTo,
        @Nullable LocalDate dueOn,
        @Nullable Money net,
        @Nullable Money tax,
        Money gross,
        Money approved,
        Money disputed,
        Money credited,
        Money declined,
        Money refundDue,
        String enteredBy,
        long position,
        Instant recordedAt,
        List<Line> lines,
        List<Finding> reasons,
        List<PaidBy> payments) {

    /**
     * A line, and what of it was in order when it went through the rules.
     *
     * @param units what of the quantity was in order
     * @param cost what of the amount the budget bears
     * @param tax VAT that the council recovers
     * @param rounding what is paid beside the exact price
     */
    public record Line(
            InvoiceLineId lineId,
            @Nullable LineId planLineId,
            LocalDate serviceFrom,
            LocalDate serviceTo,
            BigDecimal quantity,
            Money rate,
            Money net,
            String vatCategory,
            BigDecimal vatPercent,
            BigDecimal units,
            Money cost,
            Money tax,
            Money rounding,
            Money disputed) {}

    /** One thing that it was found to be, with the figures that explain it. */
    public record Finding(
            ReasonCode code,
            Effect effect,
            @Nullable InvoiceLineId lineId,
            @Nullable BigDecimal billed,
            @Nullable BigDecimal delivered,
            @Nullable BigDecimal authorised,
            @Nullable BigDecimal earlier,
            @Nullable BigDecimal allowed,
            @Nullable Money billedRate,
            @Nullable Money rate,
            @Nullable Money amount,
            @Nullable Money limit,
            @Nullable Money tolerance,
            @Nullable LocalDate from,
            @Nullable Integer days,
            @Nullable PeriodId servicePeriod,
            @Nullable InvoiceId other) {

        public static Finding of(Reason it) {
            Reason.UnitFigures units = it.units();
            Reason.RateFigures rates = it.rates();
            Reason.AmountFigures amounts = it.amounts();
            return new Finding(
                    it.code(),
                    it.effect(),
                    it.line(),
                    units == null ? null : units.billed().quantity(),
                    units == null ? null : quantity(units.delivered()),
                    units == null ? null : quantity(units.authorised()),
                    units == null ? null : units.earlier().quantity(),
                    units == null ? null : units.allowed().quantity(),
                    rates == null ? null : rates.billed(),
                    rates == null ? null : rates.inForce(),
                    amounts == null ? null : amounts.amount(),
                    amounts == null ? null : amounts.limit(),
                    amounts == null ? null : amounts.tolerance(),
                    it.from(),
                    it.days(),
                    it.servicePeriod(),
                    it.other());
        }

        private static @Nullable BigDecimal quantity(@Nullable Units units) {
            return units == null ? null : units.quantity();
        }

        /** The same without what an account or a plan line has left, which is the person's business. */
        public Finding withoutBalances() {
            boolean balance = code == ReasonCode.ACCOUNT_CANNOT_AFFORD || code == ReasonCode.EXCEEDS_HEADROOM;
            if (!balance) return this;
            return new Finding(
                    code,
                    effect,
                    lineId,
                    billed,
                    delivered,
                    authorised,
                    earlier,
                    allowed,
                    billedRate,
                    rate,
                    null,
                    null,
                    tolerance,
                    from,
                    days,
                    servicePeriod,
                    other);
        }
    }

    /** A payment of it. */
    public record PaidBy(PaymentId paymentId, Money amount) {}

    /** The same with what belongs to it. */
    InvoiceView with(List<Line> itsLines, List<Finding> itsReasons, List<PaidBy> itsPayments) {
        return new InvoiceView(
                invoiceId,
                kind,
                budgetId,
                supplierId,
                number,
                corrects,
                status,
                receivedOn,
                issuedOn,
                serviceFrom,
                serviceTo,
                dueOn,
                net,
                tax,
                gross,
                approved,
                disputed,
                credited,
                declined,
                refundDue,
                enteredBy,
                position,
                recordedAt,
                itsLines,
                itsReasons,
                itsPayments);
    }

    /** As its supplier may see it. */
    public InvoiceView forItsSupplier() {
        return with(lines, reasons.stream().map(Finding::withoutBalances).toList(), payments);
    }
}
