package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.model.Course.Deployed;
import org.personalbudget.ledger.model.Course.Stretch;
import org.personalbudget.ledger.model.Dossier.Assessment;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;

/** What days cost, line by line and account by account, and what the person adds to them: always from scratch. */
final class Costing {

    private static final BigDecimal SEVEN = BigDecimal.valueOf(7);

    private Costing() {}

    /** A line, and whether a carer is charged for it. */
    private record Charged(@Nullable LineId line, boolean counts) {}

    /** A line, and whether the account that is asked about pays for it. */
    private record Paying(@Nullable LineId line, boolean asked) {}

    /** What a line of a stretch comes to in seven times pence, its weekly amount by days; nothing while it is withheld. */
    private static BigDecimal weight(Stretch stretch, @Nullable PlanLine line) {
        if (stretch.allWithheld() || line != null && stretch.withheld().contains(line.id())) return NIL;
        BigDecimal weekly = line == null ? stretch.weekly() : Sums.pounds(line.weekly());
        if (line == null) {
            for (PlanLine each : stretch.plan().plan.lines()) weekly = weekly.subtract(Sums.pounds(each.weekly()));
        }
        return weekly.multiply(BigDecimal.valueOf(stretch.days().days()));
    }

    private static BigDecimal weight(Stretch stretch) {
        BigDecimal sum = weight(stretch, null);
        for (PlanLine line : stretch.plan().plan.lines()) sum = sum.add(weight(stretch, line));
        return sum;
    }

    /** The cost of some days in all, rounded once. */
    static BigDecimal total(Course course, DateRange days) {
        return rounded(course.stretches(days).stream().map(Costing::weight).toList());
    }

    private static BigDecimal rounded(Iterable<BigDecimal> sevenfold) {
        return Sums.sum(sevenfold).divide(SEVEN, 2, RoundingMode.HALF_UP);
    }

    /** The same by line, in plan order; what no line has planned has no name and comes last. */
    static Map<@Nullable LineId, BigDecimal> byLine(Course course, DateRange days) {
        Map<@Nullable LineId, BigDecimal> weights = new LinkedHashMap<>();
        BigDecimal unplanned = NIL;
        for (Stretch stretch : course.stretches(days)) {
            for (PlanLine line : stretch.plan().plan.lines()) {
                weights.merge(line.id(), weight(stretch, line), BigDecimal::add);
            }
            unplanned = unplanned.add(weight(stretch, null));
        }
        weights.put(null, unplanned);
        return parts(weights);
    }

    private static <K> Map<K, BigDecimal> parts(Map<K, BigDecimal> weights) {
        List<BigDecimal> parts = Sums.apportion(rounded(weights.values()), new ArrayList<>(weights.values()));
        Map<K, BigDecimal> costs = new LinkedHashMap<>();
        for (K key : weights.keySet()) costs.put(key, parts.get(costs.size()));
        return costs;
    }

    /** What these days cost on the lines that an account pays for: rounded together with what it does not pay for. */
    static BigDecimal carried(Course course, AccountId account, DateRange days) {
        Map<Paying, BigDecimal> weights = new LinkedHashMap<>();
        Map<Paying, BigDecimal> unplanned = new LinkedHashMap<>(Map.of(new Paying(null, true), NIL));
        for (Stretch stretch : course.stretches(days)) {
            for (PlanLine line : stretch.plan().plan.lines()) {
                boolean pays = account.equals(carrier(course, line.id(), line.supplier() != null, stretch));
                weights.merge(new Paying(line.id(), pays), weight(stretch, line), BigDecimal::add);
            }
            boolean pays = account.equals(carrier(course, null, false, stretch));
            unplanned.merge(new Paying(null, pays), weight(stretch, null), BigDecimal::add);
        }
        weights.putAll(unplanned);
        BigDecimal sum = NIL;
        for (Map.Entry<Paying, BigDecimal> each : parts(weights).entrySet()) {
            if (each.getKey().asked()) sum = sum.add(each.getValue());
        }
        return sum;
    }

    /** The account that pays on a day for what is ordered on a line. */
    static @Nullable AccountId carrierOn(Course course, LineId line, LocalDate day) {
        return carrier(course, line, true, day);
    }

    /** The same for a line that may be nobody's order. */
    static @Nullable AccountId carrierOn(Course course, LineId line, boolean order, LocalDate day) {
        return carrier(course, line, order, day);
    }

    private static @Nullable AccountId carrier(Course course, @Nullable LineId line, boolean order, Stretch stretch) {
        return carrier(course, line, order, stretch.days().first());
    }

    /** The account that pays for a line: whoever names it, the council for an order, else the first that names none. */
    private static @Nullable AccountId carrier(Course course, @Nullable LineId line, boolean order, LocalDate day) {
        AccountId council = null;
        AccountId other = null;
        for (Deployed each : course.accounts()) {
            if (!each.openOn(day)) continue;
            if (line != null && each.opened().lines().contains(line)) return each.id();
            if (!each.opened().lines().isEmpty()) continue;
            AccountKind kind = each.opened().kind();
            if (council == null && kind == AccountKind.COUNCIL_MANAGED) council = each.id();
            if (other == null && kind.holdsMoney()) other = each.id();
        }
        return order && council != null ? council : other;
    }

    /** Whether the last plan of these days that has this line orders it from a supplier. */
    static boolean isOrdered(Course course, LineId line, DateRange days) {
        boolean ordered = false;
        for (Stretch stretch : course.stretches(days)) {
            Optional<PlanLine> found = stretch.plan().line(line);
            if (found.isPresent()) ordered = found.get().supplier() != null;
        }
        return ordered;
    }

    /** What the person adds in these days, rounded down once: at most the charging council's part of what is charged for. */
    static BigDecimal contribution(Course course, DateRange days) {
        List<Stretch> charged = course.stretches(days).stream()
                .filter(stretch -> chargeable(course, stretch).signum() > 0
                        && course.isCharged(stretch.days().first()))
                .toList();
        BigDecimal sevenfold = NIL;
        for (Stretch stretch : charged) {
            LocalDate last = stretch.days().last();
            for (LocalDate day = stretch.days().first(); !day.isAfter(last); day = day.plusDays(1)) {
                sevenfold = sevenfold.add(weeklyContribution(course, day));
            }
        }
        BigDecimal assessed = sevenfold.divide(SEVEN, 2, RoundingMode.DOWN);
        BigDecimal gross = charged.isEmpty() ? NIL : charged(course, days);
        return assessed.min(councilPart(course, bearingCharged(course, days), gross));
    }

    /** By how much the contribution of some days grows on a part of them, so that parts add up to the whole. */
    static BigDecimal growth(Course course, DateRange whole, DateRange part) {
        return whole.overlap(part)
                .map(days -> until(course, whole, days.last())
                        .subtract(until(course, whole, days.first().minusDays(1))))
                .orElse(NIL);
    }

    private static BigDecimal until(Course course, DateRange whole, LocalDate last) {
        return last.isBefore(whole.first()) ? NIL : contribution(course, new DateRange(whole.first(), last));
    }

    /** What is charged for, as it is costed: of a carer only some of the lines. */
    private static BigDecimal charged(Course course, DateRange days) {
        if (course.terms().careGroup() != CareGroup.CARER) return total(course, days);
        Map<Charged, BigDecimal> weights = new LinkedHashMap<>();
        Map<Charged, BigDecimal> unplanned = new LinkedHashMap<>();
        for (Stretch stretch : course.stretches(days)) {
            for (PlanLine line : stretch.plan().plan.lines()) {
                Charged charged = new Charged(line.id(), line.category() == Category.CARER_SUPPORT);
                weights.merge(charged, weight(stretch, line), BigDecimal::add);
            }
            unplanned.merge(new Charged(null, false), weight(stretch, null), BigDecimal::add);
        }
        weights.putAll(unplanned);
        BigDecimal sum = NIL;
        for (Map.Entry<Charged, BigDecimal> each : parts(weights).entrySet()) {
            if (each.getKey().counts()) sum = sum.add(each.getValue());
        }
        return sum;
    }

    /** Of a carer only what supports the carer is charged for: never support to the adult. */
    private static BigDecimal chargeable(Course course, Stretch stretch) {
        if (course.terms().careGroup() != CareGroup.CARER) return weight(stretch);
        BigDecimal sum = NIL;
        for (PlanLine line : stretch.plan().plan.lines()) {
            if (line.category() == Category.CARER_SUPPORT) sum = sum.add(weight(stretch, line));
        }
        return sum;
    }

    private static BigDecimal weeklyContribution(Course course, LocalDate day) {
        Optional<Assessment> inForce = Optional.empty();
        for (Assessment each : course.assessments()) {
            if (each.from().isAfter(day)) continue;
            if (inForce.isEmpty() || !each.from().isBefore(inForce.get().from())) inForce = Optional.of(each);
        }
        return inForce.map(Assessment::weekly).orElse(NIL);
    }

    /** The charging council's part of an amount, by who bears it. */
    static BigDecimal councilPart(Course course, Bearing bearing, BigDecimal amount) {
        return course.council()
                .map(council -> bearing.share(amount).byBook().getOrDefault(council, NIL))
                .orElse(NIL);
    }

    /** Who bears a part of what some days cost: every day weighs what it costs. */
    private static Bearing bearing(Course course, DateRange days, BiPredicate<Stretch, @Nullable PlanLine> counts) {
        Bearing bearing = new Bearing();
        for (Stretch stretch : course.stretches(days)) {
            for (PlanLine line : stretch.plan().plan.lines()) {
                if (counts.test(stretch, line)) bearing.add(stretch.funders(), weight(stretch, line));
            }
            if (counts.test(stretch, null)) bearing.add(stretch.funders(), weight(stretch, null));
        }
        return bearing;
    }

    static Bearing bearing(Course course, @Nullable LineId wanted, DateRange days) {
        return bearing(course, days, (_, line) -> Objects.equals(line == null ? null : line.id(), wanted));
    }

    /** Who bears what an account pays for. */
    static Bearing bearing(Course course, AccountId account, DateRange days) {
        return bearing(course, days, (stretch, line) -> {
            boolean order = line != null && line.supplier() != null;
            return account.equals(carrier(course, line == null ? null : line.id(), order, stretch));
        });
    }

    private static Bearing bearingCharged(Course course, DateRange days) {
        boolean carer = course.terms().careGroup() == CareGroup.CARER;
        return bearing(course, days, (_, line) -> !carer || line != null && line.category() == Category.CARER_SUPPORT);
    }

    /** An amount for some days by the shares of each day. */
    static Amounts shared(Course course, DateRange days, BigDecimal amount) {
        return Bearing.byDays(course, days).share(amount);
    }
}
