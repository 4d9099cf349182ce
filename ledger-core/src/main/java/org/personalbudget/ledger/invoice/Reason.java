package org.personalbudget.ledger.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.Units;

/**
 * One thing that an invoice was found to be, with the figures that explain it. A figure that has nothing to do with it is
 * null.
 *
 * @param line which line, or null for the invoice as a whole
 * @param from the first day, or the day, that it is about
 * @param days how many days it is about
 * @param servicePeriod the period it is for
 * @param other the invoice it is compared with
 */
public record Reason(
        ReasonCode code,
        Effect effect,
        @Nullable InvoiceLineId line,
        @Nullable UnitFigures units,
        @Nullable RateFigures rates,
        @Nullable AmountFigures amounts,
        @Nullable LocalDate from,
        @Nullable Integer days,
        @Nullable PeriodId servicePeriod,
        @Nullable InvoiceId other) {

    /**
     * How much of something.
     *
     * @param delivered what is known to have been delivered on those days; null where it does not count
     * @param authorised what is ordered for those days; null where the order has no units
     * @param earlier what of it other invoices have been approved for
     * @param allowed what is in order
     */
    public record UnitFigures(
            Units billed,
            @Nullable Units delivered,
            @Nullable Units authorised,
            Units earlier,
            Units allowed) {}

    /**
     * What a unit costs.
     *
     * @param inForce the rate in force; the average by days where it changes, rounded; null if there is none
     */
    public record RateFigures(Money billed, @Nullable Money inForce) {}

    /**
     * What is at stake.
     *
     * @param limit up to which amount it would be in order
     * @param tolerance how much it may be off
     */
    public record AmountFigures(
            Money amount, @Nullable Money limit, @Nullable Money tolerance) {}

    static Reason of(ReasonCode code, Effect effect) {
        return new Reason(code, effect, null, null, null, null, null, null, null, null);
    }

    static Reason of(ReasonCode code, Effect effect, InvoiceLineId line) {
        return new Reason(code, effect, line, null, null, null, null, null, null, null);
    }

    Reason with(UnitFigures figures) {
        return new Reason(code, effect, line, figures, rates, amounts, from, days, servicePeriod, other);
    }

    Reason with(RateFigures figures) {
        return new Reason(code, effect, line, units, figures, amounts, from, days, servicePeriod, other);
    }

    Reason with(AmountFigures figures) {
        return new Reason(code, effect, line, units, rates, figures, from, days, servicePeriod, other);
    }

    Reason about(Money amount) {
        return with(new AmountFigures(amount, null, null));
    }

    Reason on(LocalDate first, int count) {
        return new Reason(code, effect, line, units, rates, amounts, first, count, servicePeriod, other);
    }

    Reason about(PeriodId period) {
        return new Reason(code, effect, line, units, rates, amounts, from, days, period, other);
    }

    Reason beside(InvoiceId another) {
        return new Reason(code, effect, line, units, rates, amounts, from, days, servicePeriod, another);
    }
}
