package org.personalbudget.ledger.invoice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.Units;

/**
 * A line as it was billed, beside what is known about it.
 *
 * @param fault why no order can be found for it, or null
 * @param planLine what it was ordered on, if that was found
 * @param ordered whether the plan line is ordered from anybody
 * @param pricedByUnits whether the supplier or the order has a price of a unit
 * @param days each day of service
 * @param actuals whether what was delivered counts
 * @param byVisit whether it names its visits, so that no earlier invoice can have been for the same units
 * @param earlier what other invoices were approved for on the same plan line
 * @param headroom what the plan line has left, or null where no order was found
 * @param payer the account that pays, or null for the council
 */
public record LineCase(
        InvoiceLine billed,
        DateRange service,
        @Nullable ReasonCode fault,
        @Nullable LineId planLine,
        @Nullable Category category,
        boolean ordered,
        boolean pricedByUnits,
        List<ServiceDay> days,
        boolean actuals,
        boolean byVisit,
        List<Taken> earlier,
        @Nullable Money headroom,
        @Nullable AccountId payer) {

    public LineCase {
        days = List.copyOf(days);
        earlier = List.copyOf(earlier);
    }

    /** The same with less headroom. */
    public LineCase within(Money less) {
        return new LineCase(
                billed,
                service,
                fault,
                planLine,
                category,
                ordered,
                pricedByUnits,
                days,
                actuals,
                byVisit,
                earlier,
                less,
                payer);
    }

    /** Units that an invoice was approved for, on some days of a plan line. */
    public record Taken(LineId planLine, DateRange service, Units units) {}
}
