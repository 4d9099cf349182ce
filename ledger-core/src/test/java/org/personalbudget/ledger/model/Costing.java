package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.model.Dossier.Assessment;
import org.personalbudget.ledger.model.Dossier.Proposal;
import org.personalbudget.ledger.terms.LineId;

/** What days cost, line by line, and what the person adds to them. */
final class Costing {

    private Costing() {}

    /** What a plan is in force for: a stretch of days on which nothing changes. */
    private record Stretch(Proposal plan, long days) {}

    /** The cost of some days in all, rounded once. */
    static BigDecimal total(Dossier dossier, DateRange days) {
        long covered =
                stretches(dossier, days).stream().mapToLong(Stretch::days).sum();
        return Sums.forDays(dossier.weekly, covered, RoundingMode.HALF_UP);
    }

    /** The same by line, in plan order; what no line has planned has no name and comes last. */
    static Map<@Nullable LineId, BigDecimal> byLine(Dossier dossier, DateRange days) {
        Map<@Nullable LineId, BigDecimal> weights = new LinkedHashMap<>();
        BigDecimal unplanned = NIL;
        for (Stretch stretch : stretches(dossier, days)) {
            BigDecimal length = BigDecimal.valueOf(stretch.days());
            BigDecimal rest = dossier.weekly;
            for (PlanLine line : stretch.plan().plan.lines()) {
                BigDecimal weekly = Sums.pounds(line.weekly());
                weights.merge(line.id(), weekly.multiply(length), BigDecimal::add);
                rest = rest.subtract(weekly);
            }
            unplanned = unplanned.add(rest.multiply(length));
        }
        weights.put(null, unplanned);
        List<BigDecimal> parts = Sums.apportion(total(dossier, days), new ArrayList<>(weights.values()));
        Map<@Nullable LineId, BigDecimal> costs = new LinkedHashMap<>();
        for (LineId line : weights.keySet()) costs.put(line, parts.get(costs.size()));
        return costs;
    }

    private static List<Stretch> stretches(Dossier dossier, DateRange days) {
        List<Stretch> result = new ArrayList<>();
        LocalDate day = days.first();
        while (!day.isAfter(days.last())) {
            LocalDate next = nextChange(dossier, day, days.last());
            long length = new DateRange(day, next.minusDays(1)).days();
            dossier.planOn(day).ifPresent(plan -> result.add(new Stretch(plan, length)));
            day = next;
        }
        return result;
    }

    /** The next day on which another plan may be in force, at the latest the day after the last. */
    private static LocalDate nextChange(Dossier dossier, LocalDate day, LocalDate last) {
        LocalDate next = last.plusDays(1);
        for (Proposal plan : dossier.approvals) {
            LocalDate from = plan.plan.effectiveFrom();
            if (from.isAfter(day) && from.isBefore(next)) next = from;
        }
        return next;
    }

    /** Whether the last plan of these days that has this line orders it from a supplier. */
    static boolean isOrdered(Dossier dossier, LineId line, DateRange days) {
        boolean ordered = false;
        for (Stretch stretch : stretches(dossier, days)) {
            Optional<PlanLine> found = stretch.plan().line(line);
            if (found.isPresent()) ordered = found.get().supplier() != null;
        }
        return ordered;
    }

    /** What the person is assessed to add in these days, rounded down once. */
    static BigDecimal contribution(Dossier dossier, DateRange days) {
        BigDecimal sevenfold = NIL;
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            sevenfold = sevenfold.add(weeklyContribution(dossier, day));
        }
        return sevenfold.divide(BigDecimal.valueOf(7), 2, RoundingMode.DOWN);
    }

    private static BigDecimal weeklyContribution(Dossier dossier, LocalDate day) {
        Optional<Assessment> inForce = Optional.empty();
        for (Assessment each : dossier.assessments) {
            if (each.from().isAfter(day)) continue;
            if (inForce.isEmpty() || !each.from().isBefore(inForce.get().from())) inForce = Optional.of(each);
        }
        return inForce.map(Assessment::weekly).orElse(NIL);
    }

    /** The charging council's part of an amount. */
    static BigDecimal councilPart(Dossier dossier, BigDecimal amount) {
        return dossier.council()
                .map(council -> Sums.byShares(amount, dossier.terms.funders()).get(council))
                .orElse(NIL);
    }
}
