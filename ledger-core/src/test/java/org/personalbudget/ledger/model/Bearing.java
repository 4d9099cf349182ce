package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.FunderShare;

/** Who bears some days, where shares may change among them: how much the days of each set of shares count for. */
final class Bearing {

    private final Map<List<FunderShare>, BigDecimal> weights = new LinkedHashMap<>();

    /** Every day counts the same. */
    static Bearing byDays(Course course, DateRange days) {
        Bearing bearing = new Bearing();
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            bearing.add(course.fundersOn(day), BigDecimal.ONE);
        }
        return bearing;
    }

    Bearing add(List<FunderShare> funders, BigDecimal weight) {
        weights.merge(funders, weight, BigDecimal::add);
        return this;
    }

    /** The other one, where this one counts for nothing. */
    Bearing or(Bearing other) {
        return Sums.sum(weights.values()).signum() == 0 ? other : this;
    }

    boolean changes() {
        return weights.size() > 1;
    }

    boolean isLike(Bearing other) {
        return weights.keySet().equals(other.weights.keySet());
    }

    /** Between the sets of shares first, then inside each. */
    Amounts share(BigDecimal amount) {
        List<BigDecimal> parts = Sums.apportion(amount, new ArrayList<>(weights.values()));
        Amounts sum = new Amounts();
        int i = 0;
        for (List<FunderShare> funders : weights.keySet()) sum.addAll(Amounts.byShares(parts.get(i++), funders, null));
        return sum;
    }
}
