package org.personalbudget.ledger.budget;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.terms.LineId;

/**
 * What some days of a budget cost: the total rounded once, half up, then split over the plan's lines by largest
 * remainder. Only days on which a plan is in force cost anything.
 *
 * @param total in pence
 * @param lines by plan line; the part of the budget that no line has planned has the key null and comes last
 */
record Entitlement(Money total, Map<@Nullable LineId, Money> lines) {

    static Entitlement over(DateRange days, Budget budget) {
        Map<@Nullable LineId, Long> weights = new LinkedHashMap<>();
        long unplanned = 0;
        long planned = 0;
        for (LocalDate day = start(days, budget); !day.isAfter(days.last()); day = day.plusDays(1)) {
            Optional<PlanProposed> plan = budget.plans().inForceOn(day);
            if (plan.isEmpty()) continue;
            planned++;
            long rest = budget.terms().weekly().pence();
            for (PlanLine line : plan.get().lines()) {
                weights.merge(line.id(), line.weekly().pence(), Math::addExact);
                rest -= line.weekly().pence();
            }
            unplanned += rest;
        }
        weights.put(null, unplanned);
        return split(budget.terms().weekly().timesRatio(planned, 7, RoundingMode.HALF_UP), weights);
    }

    private static LocalDate start(DateRange days, Budget budget) {
        LocalDate startsOn = budget.terms().startsOn();
        return days.first().isBefore(startsOn) ? startsOn : days.first();
    }

    private static Entitlement split(Money total, Map<@Nullable LineId, Long> weights) {
        List<Money> amounts = Shares.split(total, new ArrayList<>(weights.values()));
        Map<@Nullable LineId, Money> lines = new LinkedHashMap<>();
        int i = 0;
        for (LineId line : weights.keySet()) lines.put(line, amounts.get(i++));
        return new Entitlement(total, lines);
    }

    Money of(@Nullable LineId line) {
        return lines.getOrDefault(line, Money.ZERO);
    }
}
