package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;

/**
 * By which shares some days are paid for, where shares may change from one day to another.
 *
 * @param weights how much each set of shares counts for, in the order in which they come into force
 */
record Sharing(Map<List<FunderShare>, Long> weights) {

    static final Sharing NONE = new Sharing(Map.of());

    /** Each day counts the same. */
    static Sharing over(DateRange days, Budget budget) {
        Map<List<FunderShare>, Long> weights = new LinkedHashMap<>();
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            weights.merge(budget.fundersOn(day), 1L, Long::sum);
        }
        return new Sharing(weights);
    }

    Sharing plus(Sharing other) {
        Map<List<FunderShare>, Long> sums = new LinkedHashMap<>(weights);
        other.weights.forEach((funders, weight) -> sums.merge(funders, weight, Math::addExact));
        return new Sharing(sums);
    }

    long weight() {
        return weights.values().stream().reduce(0L, Math::addExact);
    }

    /** Whether shares change within it. */
    boolean changes() {
        return weights.size() > 1;
    }

    /** Between the sets of shares by what they count for, then inside each: by largest remainder. */
    Split split(Money amount) {
        List<Money> amounts = Shares.split(amount, new ArrayList<>(weights.values()));
        Split split = Split.NOTHING;
        int i = 0;
        for (List<FunderShare> funders : weights.keySet())
            split = split.plus(Shares.byFunder(amounts.get(i++), funders));
        return split;
    }
}
