package org.personalbudget.projections.forecast;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.projections.balance.LineFigures;

/**
 * What a budget costs by what has been decided, day by day, whether it has been allocated or not.
 *
 * @param weekly in the order of the decisions
 * @param plans that are approved, in the order of their approvals
 * @param lastDay the last day that costs anything
 */
record InForce(
        List<Weekly> weekly,
        List<Plan> plans,
        List<Withheld> withheld,
        @Nullable LocalDate lastDay) {

    /** A weekly amount from a day on. */
    record Weekly(Money amount, LocalDate from) {}

    /** What each line of a plan has a week, from a day on. */
    record Plan(LocalDate from, Map<LineId, Money> lines) {}

    /**
     * Days that are withheld.
     *
     * @param suspended the day of the suspension: the first of those that are still paid in full, if any are
     * @param from the first day that is withheld
     * @param lines none means all of the budget
     * @param until the day on which it is paid for again, if that is known
     */
    record Withheld(
            LocalDate suspended, LocalDate from, @Nullable LocalDate until, Set<LineId> lines) {
        /** As a resumption from that day leaves it. */
        Withheld resumedFrom(LocalDate day) {
            boolean open = !day.isBefore(suspended) && (until == null || day.isBefore(until));
            return open ? new Withheld(suspended, from, day, lines) : this;
        }

        boolean covers(@Nullable LineId line, LocalDate day) {
            boolean now = !day.isBefore(from) && (until == null || day.isBefore(until));
            return now && (lines.isEmpty() || (line != null && lines.contains(line)));
        }
    }

    /** The figures known, and for each of the periods for which nothing is allocated yet what is to be. */
    List<LineFigures> complete(List<LineFigures> known, List<Period> periods) {
        PeriodId through = allocatedThrough(known);
        List<LineFigures> all = new ArrayList<>(known);
        for (Period period : periods) {
            if (through != null && period.id().compareTo(through) <= 0) continue;
            expected(period).forEach((line, amount) -> add(all, line, period.id(), amount));
        }
        return all;
    }

    private static void add(List<LineFigures> all, @Nullable LineId line, PeriodId period, Money amount) {
        for (int i = 0; i < all.size(); i++) {
            LineFigures it = all.get(i);
            if (!it.period().equals(period) || !Objects.equals(it.lineId(), line)) continue;
            all.set(i, new LineFigures(line, period, amount, it.once(), it.committed(), it.consumed()));
            return;
        }
        all.add(new LineFigures(line, period, amount, Money.ZERO, Money.ZERO, Money.ZERO));
    }

    /** The last period for which anything is allocated, or null. */
    static @Nullable PeriodId allocatedThrough(List<LineFigures> figures) {
        return figures.stream()
                .filter(figure -> figure.allocated().isPositive())
                .map(LineFigures::period)
                .max(PeriodId::compareTo)
                .orElse(null);
    }

    /** By line, what the days of a period cost at the weekly amounts in force, each line rounded half up. */
    private Map<@Nullable LineId, Money> expected(Period period) {
        Map<@Nullable LineId, Money> weeks = new LinkedHashMap<>();
        for (LocalDate day = period.first(); !day.isAfter(period.last()); day = day.plusDays(1)) {
            on(day).forEach((line, amount) -> weeks.merge(line, amount, Money::plus));
        }
        weeks.replaceAll((line, amount) -> amount.timesRatio(1, 7, RoundingMode.HALF_UP));
        return weeks;
    }

    /** Whether nothing at all is paid for on a day because it is withheld. */
    boolean isWithheld(LocalDate day) {
        return !planned(day).isEmpty() && on(day).isEmpty();
    }

    /** What is paid for on a day, as weekly amounts; the part that no line has planned stands under null. */
    private Map<@Nullable LineId, Money> on(LocalDate day) {
        Map<@Nullable LineId, Money> costs = new HashMap<>(planned(day));
        costs.keySet().removeIf(line -> withheld.stream().anyMatch(each -> each.covers(line, day)));
        return costs;
    }

    /** By the last decision of those that have taken effect. */
    private Map<@Nullable LineId, Money> planned(LocalDate day) {
        if (lastDay != null && day.isAfter(lastDay)) return Map.of();
        Plan plan = null;
        for (Plan next : plans) if (!next.from().isAfter(day)) plan = next;
        Weekly amount = null;
        for (Weekly next : weekly) if (!next.from().isAfter(day)) amount = next;
        if (plan == null || amount == null) return Map.of();
        Map<@Nullable LineId, Money> lines = new HashMap<>(plan.lines());
        Money rest = amount.amount().minus(plan.lines().values().stream().reduce(Money.ZERO, Money::plus));
        if (rest.isPositive()) lines.put(null, rest);
        return lines;
    }

    /** A suspension, or the end of every one that is open on a day, in the order in which they were decided. */
    record Turn(LocalDate on, boolean resumes, int paidDays, Set<LineId> lines) {}

    static List<Withheld> withheld(List<Turn> turns) {
        List<Withheld> withheld = new ArrayList<>();
        for (Turn turn : turns) {
            if (!turn.resumes()) {
                withheld.add(new Withheld(turn.on(), turn.on().plusDays(turn.paidDays()), null, turn.lines()));
                continue;
            }
            withheld.replaceAll(it -> it.resumedFrom(turn.on()));
        }
        return withheld;
    }
}
