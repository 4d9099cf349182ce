package org.personalbudget.ledger.budget;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Units;

/**
 * A higher price of one unit on the lines of a category. The new price is rounded once, then multiplied: what has no
 * price of a unit is not raised.
 *
 * @param basisPoints the rise in hundredths of a percent, or null where the new price is given
 * @param rate the new price of one unit, or null where the rise is given
 */
record Uplift(
        Category category,
        @Nullable Integer basisPoints,
        @Nullable Money rate) {

    private static final int WHOLE = 10_000;

    /** A plan as it is in force from a day on, with the weekly amount of the budget from that day on. */
    record Stretch(LocalDate from, PlanProposed plan, Money weekly) {}

    /** What is in force from a day on, each time that the plan or the weekly amount becomes another one. */
    static List<Stretch> from(LocalDate day, Budget budget) {
        List<Stretch> stretches = new ArrayList<>();
        budget.plans().inForceOn(day).ifPresent(plan -> stretches.add(new Stretch(day, plan, budget.weeklyOn(day))));
        budget.plans().approvals().stream()
                .map(PlanProposed::effectiveFrom)
                .filter(start -> start.isAfter(day))
                .distinct()
                .sorted()
                .forEach(start -> next(start, budget, stretches));
        return stretches;
    }

    private static void next(LocalDate start, Budget budget, List<Stretch> stretches) {
        PlanProposed plan = budget.plans().inForceOn(start).orElseThrow();
        var next = new Stretch(start, plan, budget.weeklyOn(start));
        boolean same = !stretches.isEmpty()
                && stretches.getLast().plan().equals(plan)
                && stretches.getLast().weekly().equals(next.weekly());
        if (!same) stretches.add(next);
    }

    /** The lines with their new prices, in their order. */
    List<PlanLine> lines(PlanProposed plan) {
        return plan.lines().stream().map(this::line).toList();
    }

    /** By how much the lines cost more a week. */
    Money rise(PlanProposed plan) {
        return plan.lines().stream()
                .map(before -> line(before).weekly().minus(before.weekly()))
                .reduce(Money.ZERO, Money::plus);
    }

    /** The largest rise of a price on any line, in hundredths of a percent, rounded up; nothing if no price rises. */
    Optional<Integer> steepest(PlanProposed plan) {
        return plan.lines().stream()
                .filter(before -> before.unitRate() != null && !line(before).equals(before))
                .map(before -> basisPoints(before.unitRate(), line(before).unitRate()))
                .max(Integer::compareTo);
    }

    private static int basisPoints(@Nullable Money before, @Nullable Money after) {
        if (before == null || after == null) return 0;
        Money rise = after.minus(before);
        return Math.toIntExact(
                rise.timesRatio(WHOLE, before.pence(), RoundingMode.UP).pence());
    }

    private PlanLine line(PlanLine before) {
        Money price = before.unitRate();
        Units units = before.unitsPerWeek();
        if (before.category() != category || price == null || units == null) return before;
        Money raised = raised(price);
        if (!raised.exceeds(price)) return before;
        return new PlanLine(
                before.id(),
                before.kind(),
                before.category(),
                before.outcome(),
                raised.times(units.quantity()),
                units,
                raised,
                before.supplier());
    }

    private Money raised(Money price) {
        if (rate != null) return rate;
        if (basisPoints == null) return price;
        return price.timesRatio(WHOLE + basisPoints, WHOLE, RoundingMode.HALF_UP);
    }

    /** The highest price that a line of the category has now, if one has any. */
    Optional<Money> highestPrice(PlanProposed plan) {
        return plan.lines().stream()
                .filter(line -> line.category() == category && line.unitsPerWeek() != null)
                .flatMap(line -> Optional.ofNullable(line.unitRate()).stream())
                .max(Money::compareTo);
    }
}
