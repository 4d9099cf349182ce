package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * Something paid for some days, and which funders bore it.
 *
 * @param payment the instalment, which counts once it is in an account; null for what counts at once
 * @param service the days it is for, or null for what only changes what the person bears of other outlays
 * @param gross what those days cost
 * @param borne by the funders; the person bears the rest of the gross
 * @param decided how many changes of funders had been decided by then
 */
record Outlay(@Nullable PaymentId payment, @Nullable DateRange service, Money gross, Split borne, int decided) {

    /** What the person bears of it. */
    Money kept() {
        return gross.minus(borne.total());
    }

    Outlay reduce(Split by) {
        return new Outlay(payment, service, gross.minus(by.total()), borne.plus(by.negated()), decided);
    }
}
