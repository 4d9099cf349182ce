package org.personalbudget.payments.bankholidays;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The bank holidays of England, by the rules of the Banking and Financial Dealings Act 1971 with their substitute days,
 * and by a table of single days that were proclaimed, which goes before the rules.
 */
public final class BankHolidays implements Predicate<LocalDate> {

    private static final String ENGLAND = "eng";

    private final HolidayManager rules =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();
    private final Map<LocalDate, Boolean> oneOffs;

    private BankHolidays(List<OneOffDay> oneOffs) {
        this.oneOffs = oneOffs.stream().collect(Collectors.toUnmodifiableMap(OneOffDay::on, OneOffDay::holiday));
    }

    /** @param oneOffs proclaimed since the rules were written down */
    public static BankHolidays ofEngland(List<OneOffDay> oneOffs) {
        return new BankHolidays(oneOffs);
    }

    /** Whether banks are closed on that day although it is no Saturday or Sunday. */
    @Override
    public boolean test(LocalDate day) {
        Boolean proclaimed = oneOffs.get(day);
        if (proclaimed != null) return proclaimed;
        return years.computeIfAbsent(day.getYear(), this::byRule).contains(day);
    }

    /** Whether banks work on that day: neither a weekend nor a bank holiday. */
    public boolean isWorkingDay(LocalDate day) {
        DayOfWeek of = day.getDayOfWeek();
        return of != DayOfWeek.SATURDAY && of != DayOfWeek.SUNDAY && !test(day);
    }

    private Set<LocalDate> byRule(int year) {
        return rules.getHolidays(Year.of(year), ENGLAND).stream()
                .map(BankHolidays::day)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static LocalDate day(Holiday holiday) {
        return holiday.getObservedDate().orElse(holiday.getActualDate());
    }
}
