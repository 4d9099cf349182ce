package org.personalbudget.ledger.statement.ladder;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days on which banks work. */
@FunctionalInterface
public interface WorkingDays {

    /** Mondays to Fridays, holidays or not. */
    WorkingDays WEEKDAYS = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    boolean worksOn(LocalDate day);

    /** Whether two days are at most so many working days apart; the earlier one does not count. */
    default boolean within(LocalDate one, LocalDate other, int days) {
        LocalDate from = one.isBefore(other) ? one : other;
        LocalDate to = one.isBefore(other) ? other : one;
        // Even over Christmas and Easter there are no more than four days off in a row.
        if (ChronoUnit.DAYS.between(from, to) > 5L * days + 4) return false;
        int apart = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (worksOn(day) && ++apart > days) return false;
        }
        return true;
    }
}
