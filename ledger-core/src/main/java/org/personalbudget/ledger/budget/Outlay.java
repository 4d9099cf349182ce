package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * Something paid for some days, and which funders bore it.
 *
 * @param payment what it was paid by, or null for what was paid before and is only borne otherwise
 * @param line the plan line that a provider was paid for, or null for an instalment
 * @param onceCredited whether it counts only while it is in an account, as an instalment does
 * @param service the days it is for, or null for what only changes what the person bears of other outlays
 * @param gross what those days cost
 * @param borne by the funders; the person bears the rest of the gross
 * @param decided how many changes of funders had been decided by then
 */
record Outlay(
        @Nullable PaymentId payment,
        @Nullable LineId line,
        boolean onceCredited,
        @Nullable DateRange service,
        Money gross,
        Split borne,
        int decided) {

    /** What the person bears of it. */
    Money kept() {
        return gross.minus(borne.total());
    }

    Outlay reduce(Money less, Split by) {
        return new Outlay(payment, line, onceCredited, service, gross.minus(less), borne.plus(by.negated()), decided);
    }
}
