package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.JournalLine;
import org.personalbudget.ledger.postings.Postings;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;

/** The ledger's own books: what its postings of all events add up to. Checks law 1 line by line. */
final class LedgerBooks {

    private final Map<BudgetId, Map<Place, BigDecimal>> balances = new HashMap<>();
    /** What belongs to no budget. */
    private final Map<Place, BigDecimal> others = new HashMap<>();

    private final Set<Place> touched = new HashSet<>();
    private final Map<Held, BigDecimal> held = new HashMap<>();
    private final PeriodCalendar calendar;

    /** What an account holds of one source, ring-fences included. */
    record Held(AccountId account, Source source) {}

    LedgerBooks(PeriodCalendar calendar) {
        this.calendar = calendar;
    }

    void take(List<Event> events, LocalDate today) {
        touched.clear();
        for (Event event : events) for (JournalEntry entry : Postings.of(event)) take(entry, today);
    }

    private void take(JournalEntry entry, LocalDate today) {
        BudgetId budget = entry.budget();
        Map<Place, BigDecimal> own = budget == null ? others : balances.computeIfAbsent(budget, _ -> new HashMap<>());
        Map<Funder, BigDecimal> perBook = new HashMap<>();
        Map<Funder, BigDecimal> memorandum = new HashMap<>();
        for (JournalLine line : entry.lines()) {
            BigDecimal signed =
                    LedgerAnswer.signed(line.debit().pence(), line.credit().pence());
            perBook.merge(line.book(), signed, BigDecimal::add);
            int code = line.account().code();
            if (code >= 9000) memorandum.merge(line.book(), signed, BigDecimal::add);
            Place place = Place.of(
                    code,
                    line.source(),
                    line.book(),
                    line.about().account(),
                    line.ringFence(),
                    line.about().line(),
                    entry.servicePeriod());
            touched.add(place);
            if (place.account() != null) held.merge(new Held(place.account(), place.source()), signed, BigDecimal::add);
            BigDecimal now = own.merge(place, signed, BigDecimal::add);
            if (now.signum() == 0) own.remove(place);
        }
        check(entry, perBook);
        check(entry, memorandum);
        PeriodId itsOwn = calendar.periodOf(entry.effectiveOn()).id();
        PeriodId earliestOpen = calendar.periodOf(today.minusDays(InMemoryLedger.CLOSES_AFTER_DAYS))
                .id();
        PeriodId expected = itsOwn.compareTo(earliestOpen) < 0 ? earliestOpen : itsOwn;
        if (!entry.postingPeriod().equals(expected)) {
            throw new AssertionError("law 8: on " + today + " this belongs into " + expected + ": " + entry);
        }
    }

    private static void check(JournalEntry entry, Map<Funder, BigDecimal> perBook) {
        if (perBook.values().stream().anyMatch(sum -> sum.signum() != 0)) {
            throw new AssertionError("law 1: an entry does not balance: " + entry);
        }
    }

    /** The places that the last events taken have touched. */
    Set<Place> touched() {
        return touched;
    }

    BigDecimal held(AccountId account, Source source) {
        return held.getOrDefault(new Held(account, source), Sums.NIL);
    }

    Map<Place, BigDecimal> of(BudgetId budget) {
        return balances.getOrDefault(budget, Map.of());
    }

    Map<Place, BigDecimal> others() {
        return others;
    }
}
