package org.personalbudget.ledger.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Some days, not all of which need to follow each other.
 *
 * @param runs days that do, in order, no two of which touch
 */
public record Days(List<DateRange> runs) {

    public static final Days NONE = new Days(List.of());

    public Days {
        runs = List.copyOf(runs);
    }

    /** Those days of a range of which something is true. */
    public static Days within(DateRange range, Predicate<LocalDate> wanted) {
        List<DateRange> runs = new ArrayList<>();
        for (LocalDate day = range.first(); !day.isAfter(range.last()); day = day.plusDays(1)) {
            if (!wanted.test(day)) continue;
            boolean follows =
                    !runs.isEmpty() && runs.getLast().last().plusDays(1).equals(day);
            LocalDate first = follows ? runs.removeLast().first() : day;
            runs.add(new DateRange(first, day));
        }
        return new Days(runs);
    }

    public boolean contains(LocalDate day) {
        return runs.stream().anyMatch(run -> run.contains(day));
    }

    public long count() {
        return runs.stream().mapToLong(DateRange::days).sum();
    }

    /** Without these. */
    public Days minus(DateRange taken) {
        List<DateRange> left = new ArrayList<>();
        for (DateRange run : runs) {
            if (run.overlap(taken).isEmpty()) {
                left.add(run);
                continue;
            }
            if (run.first().isBefore(taken.first()))
                left.add(new DateRange(run.first(), taken.first().minusDays(1)));
            if (run.last().isAfter(taken.last()))
                left.add(new DateRange(taken.last().plusDays(1), run.last()));
        }
        return new Days(left);
    }
}
