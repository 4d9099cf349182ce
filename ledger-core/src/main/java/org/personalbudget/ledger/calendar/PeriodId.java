package org.personalbudget.ledger.calendar;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One period of the council's year, written {@code 2025-P03}.
 *
 * @param year the year in which the financial year starts
 * @param number 1 to 13
 */
public record PeriodId(int year, int number) implements Comparable<PeriodId> {

    /** How many periods a year has. */
    public static final int IN_A_YEAR = 13;

    private static final Pattern FORMAT = Pattern.compile("([0-9]{4})-P(0[1-9]|1[0-3])");

    public PeriodId {
        if (number < 1 || number > 13) throw new IllegalArgumentException("a year has periods 1 to 13, not " + number);
    }

    /** @throws IllegalArgumentException if the text is not a period such as {@code 2025-P03} */
    public static PeriodId parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) throw new IllegalArgumentException("a period is written as 2025-P03");
        return new PeriodId(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int compareTo(PeriodId other) {
        int byYear = Integer.compare(year, other.year);
        return byYear != 0 ? byYear : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-P%02d", year, number);
    }
}
