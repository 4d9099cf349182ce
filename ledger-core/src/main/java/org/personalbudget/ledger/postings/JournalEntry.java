package org.personalbudget.ledger.postings;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;

/**
 * Lines that belong together and balance, in each book and so in total (law 1).
 *
 * @param budget whose it is, or null while nobody knows
 * @param servicePeriod the period the money is for, or null where the event names none
 */
public record JournalEntry(
        @Nullable BudgetId budget,
        LocalDate effectiveOn,
        PeriodId postingPeriod,
        @Nullable PeriodId servicePeriod,
        List<JournalLine> lines) {

    /** @throws IllegalArgumentException if a book does not balance */
    public JournalEntry {
        lines = List.copyOf(lines);
        imbalances(lines).forEach((book, difference) -> {
            if (!difference.isZero()) throw new IllegalArgumentException(book + " is out of balance by " + difference);
        });
    }

    private static Map<Funder, Money> imbalances(List<JournalLine> lines) {
        Map<Funder, Money> books = new EnumMap<>(Funder.class);
        for (JournalLine line : lines) books.merge(line.book(), line.debit().minus(line.credit()), Money::plus);
        return books;
    }
}
