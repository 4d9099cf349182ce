package org.personalbudget.ledger.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Units;

/**
 * One day of what a line is billed for, as the order has it.
 *
 * @param fault why the day is not paid for, or null if it is
 * @param weekly the units ordered a week on this day, or null where the order has none
 * @param rate the price of a unit in force, or null if there is none
 * @param delivered the units known to have been delivered
 */
public record ServiceDay(
        LocalDate on,
        @Nullable ReasonCode fault,
        @Nullable Units weekly,
        @Nullable Money rate,
        Units delivered) {

    boolean isPayable() {
        return fault == null;
    }
}
