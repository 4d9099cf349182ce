package org.personalbudget.ledger.invoice;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.Units;

/**
 * What is in order of a line.
 *
 * @param planLine what it was ordered on, or null if that was not found
 * @param service the days it is for
 * @param units what of the quantity is in order
 * @param cost what the budget bears of it; with VAT where that is not recovered
 * @param tax VAT that the council recovers
 * @param rounding what is paid beside that, within tolerance; may be negative
 * @param disputed what is asked for and not in order, with its VAT
 */
public record AssessedLine(
        InvoiceLine billed,
        @Nullable LineId planLine,
        DateRange service,
        Units units,
        Money cost,
        Money tax,
        Money rounding,
        Money disputed) {

    /** What the supplier is paid for it. */
    public Money payable() {
        return cost.plus(tax).plus(rounding);
    }
}
