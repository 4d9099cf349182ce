package org.personalbudget.ledger.calendar;

import java.time.LocalDate;

/**
 * One accounting period with its dates, both inclusive.
 */
public record Period(PeriodId id, LocalDate first, LocalDate last) {

    /** The whole period as dates. */
    public DateRange dates() {
        return new DateRange(first, last);
    }

    public boolean contains(LocalDate date) {
        return dates().contains(date);
    }
}
