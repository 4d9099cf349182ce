package org.personalbudget.ledger.invoice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Units;

/**
 * A line of an invoice as its supplier wrote it.
 *
 * @param id what the supplier calls the line
 * @param planLine the plan line it was ordered on, as written; null for the only one ordered from that supplier
 * @param quantity billed, usually hours
 * @param rate for one unit, before VAT
 * @param net before VAT, as written: nothing says yet that it is quantity × rate
 * @param vatCategory of UNCL5305: {@code E} exempt, {@code S} standard, {@code Z} zero-rated, {@code O} outside the scope
 * @param vatBasisPoints the rate in hundredths of a percent; 20 % is 2,000
 * @param service the days it is for; null for those of the invoice
 * @param visits the ids of the visits it bills, where the supplier names them
 */
public record SubmittedLine(
        String id,
        @Nullable String planLine,
        Units quantity,
        Money rate,
        Money net,
        String vatCategory,
        int vatBasisPoints,
        @Nullable DateRange service,
        List<String> visits) {

    public SubmittedLine {
        visits = List.copyOf(visits);
    }
}
