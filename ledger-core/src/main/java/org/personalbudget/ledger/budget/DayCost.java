package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;

/**
 * What one day of one line costs.
 *
 * @param line the line of the plan in force, or null for the part of the budget that no line has planned
 * @param weekly a week of such days, in pence; nothing while the line is suspended
 */
record DayCost(@Nullable PlanLine line, long weekly) {

    /**
     * Every line of a day in plan order, what no line has planned last; none before the budget starts or a plan is in
     * force, and none after the last day.
     */
    static List<DayCost> on(LocalDate day, Budget budget) {
        Optional<PlanProposed> plan = budget.plans().inForceOn(day);
        boolean outside =
                day.isBefore(budget.terms().startsOn()) || budget.lifecycle().hasEndedBefore(day);
        if (plan.isEmpty() || outside) return List.of();
        List<DayCost> costs = new ArrayList<>();
        long rest = budget.weeklyOn(day).pence();
        for (PlanLine line : plan.get().lines()) {
            rest -= line.weekly().pence();
            costs.add(new DayCost(line, paid(line.id(), line.weekly().pence(), day, budget)));
        }
        costs.add(new DayCost(null, paid(null, rest, day, budget)));
        return costs;
    }

    private static long paid(@Nullable LineId line, long weekly, LocalDate day, Budget budget) {
        return budget.lifecycle().withholds(line, day) ? 0 : weekly;
    }

    @Nullable
    LineId id() {
        return line == null ? null : line.id();
    }

    boolean isOrdered() {
        return line != null && line.supplier() != null;
    }

    boolean isOf(Category category) {
        return line != null && line.category() == category;
    }
}
