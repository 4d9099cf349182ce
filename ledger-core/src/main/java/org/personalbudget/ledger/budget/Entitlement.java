package org.personalbudget.ledger.budget;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.LineId;

/**
 * What some days of a budget cost: the total rounded once, half up, then split over the lines by largest remainder. A
 * day costs what the plan, the weekly amount, the suspensions and the end that are known make it cost.
 *
 * @param total in pence
 * @param lines by plan line; the part of the budget that no line has planned has the key null and comes last
 * @param sharings by plan line, by which shares its days are paid for
 */
record Entitlement(Money total, Map<@Nullable LineId, Money> lines, Map<@Nullable LineId, Sharing> sharings) {

    /** Which part of what a day costs is asked for. */
    @FunctionalInterface
    interface Part {
        boolean includes(DayCost cost, LocalDate day);
    }

    /** A line, and whether its days are of the part that is asked for. */
    private record Slot(@Nullable LineId line, boolean asked) {}

    static Entitlement over(DateRange days, Budget budget) {
        return over(days, budget, (cost, day) -> true);
    }

    /** What the days cost on the lines that an account pays for on them. */
    static Entitlement of(Account account, DateRange days, Budget budget) {
        return over(days, budget, (cost, day) -> Accounts.paysFor(account, cost.id(), cost.isOrdered(), day, budget));
    }

    /** A part of what the days cost: rounded together with the rest, so that all parts add up. */
    static Entitlement over(DateRange days, Budget budget, Part part) {
        Map<Slot, Sharing> lines = new LinkedHashMap<>();
        Map<Slot, Sharing> unplanned = new LinkedHashMap<>();
        unplanned.put(new Slot(null, true), Sharing.NONE);
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            for (DayCost cost : DayCost.on(day, budget)) {
                Slot slot = new Slot(cost.id(), part.includes(cost, day));
                Sharing more = new Sharing(Map.of(budget.fundersOn(day), cost.weekly()));
                (cost.line() == null ? unplanned : lines).merge(slot, more, Sharing::plus);
            }
        }
        lines.putAll(unplanned);
        return split(lines);
    }

    private static Entitlement split(Map<Slot, Sharing> slots) {
        List<Long> weights = slots.values().stream().map(Sharing::weight).toList();
        Money sevenfold = Money.ofPence(weights.stream().reduce(0L, Math::addExact));
        List<Money> amounts = Shares.split(sevenfold.timesRatio(1, 7, RoundingMode.HALF_UP), weights);
        Map<@Nullable LineId, Money> lines = new LinkedHashMap<>();
        Map<@Nullable LineId, Sharing> sharings = new LinkedHashMap<>();
        Money total = Money.ZERO;
        int i = 0;
        for (Map.Entry<Slot, Sharing> slot : slots.entrySet()) {
            Money amount = amounts.get(i++);
            if (!slot.getKey().asked()) continue;
            lines.put(slot.getKey().line(), amount);
            sharings.put(slot.getKey().line(), slot.getValue());
            total = total.plus(amount);
        }
        return new Entitlement(total, lines, sharings);
    }

    Money of(@Nullable LineId line) {
        return lines.getOrDefault(line, Money.ZERO);
    }

    /** By which shares the days of a line are paid for. */
    Sharing sharing(@Nullable LineId line) {
        return sharings.getOrDefault(line, Sharing.NONE);
    }

    /** By which shares the days of all lines are paid for. */
    Sharing sharing() {
        return sharings.values().stream().reduce(Sharing.NONE, Sharing::plus);
    }

    /** The total by funder. */
    Split split() {
        return sharing().split(total);
    }
}
