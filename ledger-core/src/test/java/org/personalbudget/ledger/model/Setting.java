package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Policy;

/** In what circumstances one command is looked at: by whom, when, and under which policy. Plus the checks many share. */
record Setting(Step step, Policy policy, PeriodCalendar calendar) {

    private static final BigDecimal LARGEST = new BigDecimal("100000000.00");

    LocalDate today() {
        return step.today();
    }

    boolean inTable(LocalDate date) {
        DateRange table = calendar.range();
        return !date.isBefore(table.first()) && !date.isAfter(table.last());
    }

    /** Somebody closes every period some weeks after its end. */
    boolean isClosed(PeriodId period) {
        LocalDate open = today().minusDays(InMemoryLedger.CLOSES_AFTER_DAYS);
        return period.compareTo(calendar.periodOf(open).id()) < 0;
    }

    void dateInTable(LocalDate date, Answer.Doubts doubts) {
        doubts.when(!inTable(date), "date-out-of-range");
    }

    void hasHappened(LocalDate date, Answer.Doubts doubts) {
        doubts.when(date.isAfter(today()), "date-in-future");
        dateInTable(date, doubts);
    }

    void positive(Money amount, Answer.Doubts doubts) {
        doubts.when(Sums.pounds(amount).signum() <= 0, "amount-not-positive");
        doubts.when(Sums.pounds(amount).compareTo(LARGEST) > 0, "amount-too-large");
    }

    void notNegative(Money amount, Answer.Doubts doubts) {
        doubts.when(Sums.pounds(amount).signum() < 0, "amount-not-positive");
        doubts.when(Sums.pounds(amount).compareTo(LARGEST) > 0, "amount-too-large");
    }

    /** The days of a range from a day on. */
    static Optional<DateRange> from(LocalDate first, DateRange range) {
        if (first.isAfter(range.last())) return Optional.empty();
        return Optional.of(first.isBefore(range.first()) ? range : new DateRange(first, range.last()));
    }
}
