package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.CommitmentsPlaced;
import org.personalbudget.ledger.budget.BudgetEvent.PeriodsAllocated;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;

/**
 * Brings what is allocated and committed, period by period and line by line, to what the approved plans entitle to.
 * Only differences are recorded, so that a plan that changes nothing leaves no trace.
 */
final class Allocation {

    private final Circumstances at;
    private final int planVersion;

    Allocation(Circumstances at, int planVersion) {
        this.at = at;
        this.planVersion = planVersion;
    }

    /** Allocates ahead to the end of the year of this service period, if that has not been done yet. */
    static void reach(PeriodId period, Draft draft, Circumstances at) {
        Budget budget = draft.budget();
        PeriodId through = budget.lines().through();
        Optional<LocalDate> firstDay = budget.firstDay();
        if (firstDay.isEmpty() || (through != null && through.compareTo(period) >= 0)) return;
        LocalDate next = through == null
                ? firstDay.get()
                : at.calendar().period(through).last().plusDays(1);
        LocalDate end =
                at.calendar().lastOfYear(at.calendar().period(period).first()).last();
        if (end.isBefore(next)) return;
        int version = budget.plans().approvals().getLast().version();
        new Allocation(at, version).adjust(new DateRange(next, end), draft);
    }

    /** Brings every period that these days touch to what it should be. */
    void adjust(DateRange days, Draft draft) {
        List<LineAmount> allocated = new ArrayList<>();
        for (Period period : at.calendar().periodsOver(days))
            allocated.addAll(allocations(period, days, draft.budget()));
        if (!allocated.isEmpty()) draft.add(new PeriodsAllocated(budgetId(draft), at.now(), planVersion, allocated));
        List<LineAmount> committed = new ArrayList<>();
        for (Period period : at.calendar().periodsOver(days))
            committed.addAll(commitments(period, days, draft.budget()));
        if (!committed.isEmpty()) draft.add(new CommitmentsPlaced(budgetId(draft), at.now(), planVersion, committed));
    }

    private List<LineAmount> allocations(Period period, DateRange days, Budget budget) {
        Entitlement target = Entitlement.over(period.dates(), budget);
        List<LineAmount> changes = new ArrayList<>();
        for (LineId line : linesOf(period.id(), target, budget)) {
            Money change =
                    target.of(line).minus(budget.lines().at(line, period.id()).allocated());
            if (!change.isZero()) changes.add(amount(line, period, days, change, budget));
        }
        return changes;
    }

    private List<LineAmount> commitments(Period period, DateRange days, Budget budget) {
        Entitlement target = Entitlement.over(period.dates(), budget);
        List<LineAmount> changes = new ArrayList<>();
        for (LineId line : linesOf(period.id(), target, budget)) {
            Figures figures = budget.lines().at(line, period.id());
            Money open = isOrdered(line, period, budget)
                    ? target.of(line).minus(figures.consumed()).atLeastZero()
                    : Money.ZERO;
            Money change = open.minus(figures.committed());
            if (!change.isZero()) changes.add(amount(line, period, days, change, budget));
        }
        return changes;
    }

    private static Set<@Nullable LineId> linesOf(PeriodId period, Entitlement target, Budget budget) {
        Set<@Nullable LineId> lines = new LinkedHashSet<>(target.lines().keySet());
        budget.lines().figures().keySet().stream()
                .filter(key -> key.period().equals(period))
                .forEach(key -> lines.add(key.line()));
        return lines;
    }

    private static boolean isOrdered(@Nullable LineId line, Period period, Budget budget) {
        return planned(line, period, budget).map(PlanLine::supplier).isPresent();
    }

    /** The line as the latest plan in force within the period has it, else as an earlier one had it. */
    private static Optional<PlanLine> planned(@Nullable LineId line, Period period, Budget budget) {
        for (LocalDate day = period.last(); !day.isBefore(period.first()); day = day.minusDays(1)) {
            Optional<PlanLine> found = budget.plans()
                    .inForceOn(day)
                    .flatMap(plan -> plan.lines().stream()
                            .filter(planLine -> planLine.id().equals(line))
                            .findFirst());
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private LineAmount amount(@Nullable LineId line, Period period, DateRange days, Money amount, Budget budget) {
        LocalDate from = period.first().isBefore(days.first()) ? days.first() : period.first();
        Optional<PlanLine> planned = planned(line, period, budget);
        return new LineAmount(
                at.on(from),
                period.id(),
                line,
                planned.map(PlanLine::outcome).orElse(null),
                planned.map(PlanLine::supplier).orElse(null),
                Shares.byFunder(amount, budget.terms().funders()));
    }

    private static BudgetId budgetId(Draft draft) {
        return draft.budget().terms().budget();
    }
}
