package org.personalbudget.projections.testing;

import java.time.Instant;
import java.util.List;
import org.personalbudget.ledger.budget.BudgetEvent.PlanApproved;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.testing.BudgetWords;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.People;

/** Facts recorded one after the other, decided or just told, and what people read of them. */
public final class Recorded {

    private final MemoryLog log = new MemoryLog();
    private final ReadTables tables = ReadTables.fresh();

    /** When a fact of that day took effect; the period it posts in is beside the point. */
    public static When when(String day) {
        return new When(BudgetWords.day(day), BudgetWords.period("2025-P08"));
    }

    /** Everything a ledger in memory has decided. */
    public Recorded at(String instant, DeciderFixture ledger) {
        log.at(Instant.parse(instant)).record(ledger.events());
        return project();
    }

    public Recorded at(String instant, Event... facts) {
        log.at(Instant.parse(instant)).record(facts);
        return project();
    }

    private Recorded project() {
        tables.project(log);
        return this;
    }

    /** A second plan that sets the weekly amount, proposed and approved on one day. */
    public static Event[] planOf(String weekly, String from, String decidedOn) {
        return List.of(
                        new PlanProposed(
                                BudgetWords.BUDGET,
                                when(decidedOn),
                                2,
                                BudgetWords.day(from),
                                List.of(BudgetWords.outcome(BudgetWords.HOME)),
                                List.of(BudgetWords.careLine()),
                                BudgetWords.pounds(weekly),
                                null,
                                null,
                                People.ALICE),
                        new PlanApproved(BudgetWords.BUDGET, when(decidedOn), 2, BudgetWords.day(from), People.BOB))
                .toArray(Event[]::new);
    }

    public ReadTables tables() {
        return tables;
    }

    public long head() {
        return log.head();
    }
}
