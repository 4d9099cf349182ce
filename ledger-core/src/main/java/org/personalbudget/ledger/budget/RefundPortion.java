package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Funder;

/**
 * The part of a provider's amount that belongs to one service period, as it can be taken back.
 *
 * @param split what it cost, by source
 * @param consumed what of the budget it used, by the funders' shares of its days; as much as it cost
 */
public record RefundPortion(PeriodId servicePeriod, Split split, Split consumed) {

    Money amount() {
        return split.total();
    }

    /** This much of it, in proportion. */
    RefundPortion part(Money amount, Funder lead) {
        return new RefundPortion(servicePeriod, split.part(amount, lead), consumed.part(amount, lead));
    }

    RefundPortion plus(RefundPortion other) {
        return new RefundPortion(servicePeriod, split.plus(other.split), consumed.plus(other.consumed));
    }

    RefundPortion minus(RefundPortion other) {
        return new RefundPortion(
                servicePeriod, split.plus(other.split.negated()), consumed.plus(other.consumed.negated()));
    }
}
