package org.personalbudget.ops.sample;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.PolicyCommand.AdoptPolicy;
import org.personalbudget.ledger.supplier.SupplierCommand.RegisterSupplier;
import org.personalbudget.ledger.supplier.SupplierCommand.SetSupplierRate;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.SupplierRef;

/**
 * Plays a council's year: suppliers and rates, plans and approvals, then thirteen periods of instalments,
 * contributions, spends, invoices, returns and recharges; each period is closed in the next. The financial year 2023/24 lies far enough back that
 * any later scenario can be played after it.
 */
final class SampleCouncil {

    private static final int YEAR = 2023;

    /** From this period on, instalments go out in runs. */
    private static final int FIRST_RUN = 9;

    /** Steps of one period, for whoever shows progress. */
    private static final int STEPS = 7;

    private final SampleDesk desk;
    private final PeriodCalendar calendar;
    private final List<SampleBudget> budgets = new ArrayList<>();
    private @Nullable SamplePool pool;

    SampleCouncil(SampleDesk desk, PeriodCalendar calendar, int people, long seed) {
        this.desk = desk;
        this.calendar = calendar;
        Random random = new Random(seed);
        DateRange year = new DateRange(period(1).first(), period(13).last());
        for (int number = 1; number <= people; number++) {
            SamplePerson person = SamplePerson.draw(number, year, random);
            budgets.add(new SampleBudget(person, desk, new Random(random.nextLong())));
        }
    }

    private Period period(int number) {
        return calendar.period(new PeriodId(YEAR, number));
    }

    /** How far {@link #play} counts. */
    int steps() {
        return budgets.size() * 13 * STEPS;
    }

    /** Plays the year. The consumer is told of each step that is done. */
    void play(IntConsumer progress) {
        desk.at(noon(period(1).first().minusDays(21)));
        openForBusiness();
        for (int number = 1; number <= 13; number++) {
            play(period(number), progress);
            between(number);
        }
    }

    /** What does not happen to every budget. */
    private void between(int number) {
        LocalDate day = period(number).last().minusDays(12);
        if (number == 1) new SampleTakeOn(desk).play(day);
        if (number == 4 && pool != null) pool.open(day);
        if (number > 4 && pool != null) pool.run(day);
        if (number == 12) decideForMany(day);
    }

    private void openForBusiness() {
        LocalDate from = period(1).first().minusDays(21);
        desk.send(ADMIN, new AdoptPolicy(Policy.initial().from(from)));
        for (SampleSupplier supplier : SampleSupplier.ALL) {
            desk.send(INVOICE_OFFICER, new RegisterSupplier(new SupplierRef(supplier.ref()), supplier.kind()));
            desk.send(
                    INVOICE_OFFICER,
                    new SetSupplierRate(supplier.id(), supplier.category(), supplier.rate(), from, null));
        }
    }

    private void play(Period period, IntConsumer progress) {
        LocalDate first = period.first();
        each(first.minusDays(12), period, progress, SampleBudget::begin);
        List<SamplePayRun.Due> due = new ArrayList<>();
        boolean together = period.id().number() >= FIRST_RUN;
        each(first.minusDays(5), period, progress, (budget, its, day) -> {
            if (together) due.addAll(budget.instalInRun(its, day));
            else budget.instal(its, day);
        });
        new SamplePayRun(desk, period).play(due, first.minusDays(5));
        each(first, period, progress, SampleBudget::arrive);
        each(first.plusDays(9), period, progress, SampleBudget::firstHalf);
        if (period.id().number() > 1) closeBefore(period);
        each(first.plusDays(15), period, progress, SampleBudget::secondHalf);
        // Before the next period is prepared, so that recorded time never runs backwards.
        each(period.last().minusDays(12), period, progress, SampleBudget::close);
        each(period.last().minusDays(12), period, progress, SampleBudget::live);
        LocalDate day = period.last().minusDays(12);
        for (SampleBudget budget : budgets) {
            budget.refund(period, day);
            budget.move(period, day);
            budget.share(period, day);
        }
        if (period.id().number() == 4) gather();
    }

    /** Most bills for the period before have come; what has not is accrued, and it is closed. */
    private void closeBefore(Period period) {
        Period previous = period(period.id().number() - 1);
        for (SampleBudget budget : budgets) budget.billEarly(previous);
        List<BudgetId> ordering = budgets.stream()
                .filter(SampleBudget::isOfAnAgency)
                .map(SampleBudget::id)
                .toList();
        SamplePeriods periods = new SamplePeriods(desk);
        periods.close(previous.id(), ordering);
        if (previous.id().number() != 6) return;
        periods.reopen(previous.id());
        periods.close(previous.id(), ordering);
    }

    private void gather() {
        List<SamplePool.Member> members = budgets.stream()
                .flatMap(budget -> budget.member().stream())
                .limit(3)
                .toList();
        if (members.size() > 1) pool = new SamplePool(desk, members);
    }

    /** Next year's prices; and what a cut would save, for whoever is never told of it. */
    private void decideForMany(LocalDate day) {
        var batches = new SampleBatches(desk);
        List<BudgetId> agency = budgets.stream()
                .filter(SampleBudget::isOfAnAgency)
                .map(SampleBudget::id)
                .toList();
        batches.uplift(agency, calendar.period(new PeriodId(YEAR + 1, 1)).first());
        batches.ask(agency.stream().limit(20).toList(), day);
    }

    private void each(LocalDate day, Period period, IntConsumer progress, Step step) {
        desk.at(noon(day));
        for (SampleBudget budget : budgets) {
            step.take(budget, period, day);
            progress.accept(1);
        }
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** Something every budget does on a day of a period. */
    @FunctionalInterface
    private interface Step {
        void take(SampleBudget budget, Period period, LocalDate day);
    }
}
