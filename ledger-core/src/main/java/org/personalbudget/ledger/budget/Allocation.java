package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.CommitmentsPlaced;
import org.personalbudget.ledger.budget.BudgetEvent.PeriodsAllocated;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;

/**
 * Brings what is allocated and committed, period by period and line by line, to what the approved plans entitle to.
 * Only differences are recorded, so that a plan that changes nothing leaves no trace.
 */
final class Allocation {

    private final Circumstances at;
    private final Budget before;

    /** @param before the budget before the decision, with the plans under which its lines stand as they do */
    private Allocation(Circumstances at, Budget before) {
        this.at = at;
        this.before = before;
    }

    /** Follows a plan that has just been approved, from its day on, through all that is or should be allocated. */
    static void follow(PlanProposed plan, Budget before, Draft draft, Circumstances at) {
        LocalDate from = plan.effectiveFrom();
        LocalDate end = at.calendar().lastOfYear(later(from, at.today())).last();
        Optional<LocalDate> next = firstNotAllocated(before, at);
        // No period is passed by: what lies between, the plans before this one entitle to.
        LocalDate first = next.filter(day -> day.isBefore(from)).orElse(from);
        LocalDate last = next.map(day -> later(end, day.minusDays(1))).orElse(end);
        new Allocation(at, before).adjust(new DateRange(first, last), from, draft);
    }

    /** Follows what changes days that were allocated before, from a day on. */
    static void follow(LocalDate from, Budget before, Draft draft, Circumstances at) {
        PeriodId through = before.lines().through();
        if (through == null) return;
        LocalDate last = at.calendar().period(through).last();
        if (!from.isAfter(last)) new Allocation(at, before).adjust(new DateRange(inTable(from, at), last), from, draft);
    }

    private static LocalDate inTable(LocalDate day, Circumstances at) {
        return later(day, at.calendar().range().first());
    }

    /** Allocates ahead to the end of the year of this service period, if that has not been done yet. */
    static void reach(PeriodId period, Draft draft, Circumstances at) {
        LocalDate end =
                at.calendar().lastOfYear(at.calendar().period(period).first()).last();
        firstNotAllocated(draft.budget(), at)
                .filter(next -> !next.isAfter(at.calendar().period(period).last()))
                .ifPresent(next -> new Allocation(at, draft.budget()).adjust(new DateRange(next, end), next, draft));
    }

    /** Nothing is allocated from this day on, and everything before it; no day before the first plan is approved. */
    private static Optional<LocalDate> firstNotAllocated(Budget budget, Circumstances at) {
        PeriodId through = budget.lines().through();
        return through == null
                ? budget.firstDay()
                : Optional.of(at.calendar().period(through).last().plusDays(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Brings every period that these days touch to what it should be, from a day on. */
    private void adjust(DateRange days, LocalDate from, Draft draft) {
        List<Period> periods = at.calendar().periodsOver(days);
        BudgetId budget = draft.budget().terms().budget();
        int version = draft.budget().plans().approvals().getLast().version();
        List<LineAmount> allocated = new ArrayList<>();
        for (Period period : periods) allocated.addAll(allocations(period, from, draft.budget()));
        if (!allocated.isEmpty()) draft.add(new PeriodsAllocated(budget, at.now(), version, allocated));
        List<LineAmount> committed = new ArrayList<>();
        for (Period period : periods) committed.addAll(commitments(period, from, draft.budget()));
        if (committed.isEmpty()) return;
        draft.add(new CommitmentsPlaced(budget, at.now(), version, committed));
        Accruing.ordered(committed, draft, at);
    }

    private List<LineAmount> allocations(Period period, LocalDate from, Budget budget) {
        Entitlement target = Entitlement.over(period.dates(), budget);
        List<LineAmount> changes = new ArrayList<>();
        for (LineId line : linesOf(period.id(), target, budget)) {
            Split standing = budget.lines().shared(line, period.id()).allocated();
            Split change = change(target.of(line), standing, target.sharing(line), period, budget);
            if (!change.parts().isEmpty())
                changes.add(amount(planned(line, period, budget), line, period, from, change));
        }
        return changes;
    }

    /**
     * What brings an amount that stands in a period to what it should be. Where the shares are the same in all of the
     * period and were so before, the difference is split by them; where they change, each funder's part is brought to
     * what it should be.
     */
    private Split change(Money target, Split standing, Sharing sharing, Period period, Budget budget) {
        Sharing now = Sharing.over(period.dates(), budget);
        if (sharesStay(period, budget)) return now.split(target.minus(standing.total()));
        Split should = sharing.weight() == 0 ? now.split(target) : sharing.split(target);
        return should.plus(standing.negated());
    }

    private boolean sharesStay(Period period, Budget budget) {
        Sharing now = Sharing.over(period.dates(), budget);
        return !now.changes() && now.equals(Sharing.over(period.dates(), before));
    }

    private List<LineAmount> commitments(Period period, LocalDate from, Budget budget) {
        Entitlement target = Entitlement.over(period.dates(), budget);
        List<LineAmount> changes = new ArrayList<>();
        for (LineId line : linesOf(period.id(), target, budget)) {
            changes.addAll(commitments(line, target, period, from, budget));
        }
        return changes;
    }

    /** What is ordered and not yet consumed stays ordered; an order that goes to another supplier moves there. */
    private List<LineAmount> commitments(
            @Nullable LineId line, Entitlement target, Period period, LocalDate from, Budget budget) {
        Optional<PlanLine> was = planned(line, period, before);
        Optional<PlanLine> is = planned(line, period, budget);
        boolean ordered = supplier(is) != null;
        // What was paid into a pool is committed there, and no order.
        Split standing = budget.lines().shared(line, period.id()).committed();
        List<LineAmount> changes = new ArrayList<>();
        if (ordered && !standing.parts().isEmpty() && !Objects.equals(supplier(was), supplier(is))) {
            Split moved = change(standing.total(), Split.NOTHING, target.sharing(line), period, budget);
            changes.add(amount(was, line, period, from, moved.negated()));
            changes.add(amount(is, line, period, from, moved));
        }
        Money used = budget.lines()
                .at(line, period.id())
                .consumed()
                .plus(budget.funding().pooledFor(line, period.id()))
                // What its supplier will not be paid for is not ordered again.
                .plus(budget.invoices().lapsedOn(line, period.id()));
        Money open = ordered ? target.of(line).minus(used).atLeastZero() : Money.ZERO;
        Split change = change(open, standing, target.sharing(line), period, budget);
        if (!change.parts().isEmpty()) changes.add(amount(ordered ? is : was, line, period, from, change));
        return changes;
    }

    private static @Nullable SupplierId supplier(Optional<PlanLine> line) {
        return line.map(PlanLine::supplier).orElse(null);
    }

    private static List<@Nullable LineId> linesOf(PeriodId period, Entitlement target, Budget budget) {
        List<@Nullable LineId> lines = new ArrayList<>(target.lines().keySet());
        budget.lines().figures().keySet().stream()
                .filter(key -> key.period().equals(period))
                .map(LineBook.Key::line)
                .filter(line -> !target.lines().containsKey(line))
                .sorted(Comparator.comparing(LineId::value))
                .forEach(lines::add);
        return lines;
    }

    /** The line as the plans have it within a period; dropped for all of it, as they had it before. */
    private Optional<PlanLine> planned(@Nullable LineId line, Period period, Budget budget) {
        return budget.plans()
                .line(line, untilTheEnd(period.dates(), budget))
                .or(() -> before.plans().line(line, period.dates()));
    }

    /** A plan that starts after the last day orders nothing. */
    private static DateRange untilTheEnd(DateRange days, Budget budget) {
        LocalDate last = budget.lifecycle().lastDay();
        return last == null || !days.contains(last) ? days : new DateRange(days.first(), last);
    }

    private LineAmount amount(
            Optional<PlanLine> planned, @Nullable LineId line, Period period, LocalDate from, Split split) {
        return new LineAmount(
                at.on(period.contains(from) ? from : period.first()),
                period.id(),
                line,
                planned.map(PlanLine::outcome).orElse(null),
                supplier(planned),
                split);
    }
}
