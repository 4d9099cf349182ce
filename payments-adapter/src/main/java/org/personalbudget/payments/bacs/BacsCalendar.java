package org.personalbudget.payments.bacs;

import java.time.LocalDate;
import org.personalbudget.ledger.payrun.PayRunDates;
import org.personalbudget.payments.bankholidays.BankHolidays;

/**
 * The three working days of a Bacs credit. A file is handed in on the first (input), worked through on the second
 * (processing), and the money is in the accounts on the third (entry).
 */
public final class BacsCalendar {

    private final BankHolidays holidays;

    public BacsCalendar(BankHolidays holidays) {
        this.holidays = holidays;
    }

    /** The days of what has to be there by a day: on it, or on the last working day before. */
    public PayRunDates datesFor(LocalDate due) {
        LocalDate entry = lastWorkingDayUpTo(due);
        LocalDate processing = lastWorkingDayUpTo(entry.minusDays(1));
        return new PayRunDates(lastWorkingDayUpTo(processing.minusDays(1)), processing, entry);
    }

    /** The last day that is paid on this one at the latest: the day before the next working day. */
    public LocalDate lastPaidOn(LocalDate day) {
        LocalDate last = day;
        while (!holidays.isWorkingDay(last.plusDays(1))) last = last.plusDays(1);
        return last;
    }

    private LocalDate lastWorkingDayUpTo(LocalDate day) {
        LocalDate found = day;
        while (!holidays.isWorkingDay(found)) found = found.minusDays(1);
        return found;
    }
}
