package org.personalbudget.ledger.budget;

import java.util.Comparator;
import java.util.List;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.terms.LineId;

/**
 * Law 5: what may still be authorised on a line, cumulative over its service periods to the end of one of them.
 *
 * @param period the last service period that counts
 * @param figures allocated, committed and consumed to its end
 * @param ordered what of the committed is the line's own order; the rest lies in pools
 * @param flex what other lines of that period leave unused, as far as the policy lets it be spent here and nobody has
 *     taken it yet
 */
record Headroom(PeriodId period, Figures figures, Money ordered, Money flex) {

    /**
     * The headroom for anything but the line's own order. What is spent late in an earlier period has been spent in
     * every later one as well, so the tightest of this period and those after it counts.
     */
    static Headroom of(LineId line, PeriodId period, Budget budget, Policy policy) {
        return from(line, period, budget, policy).stream()
                .min(Comparator.comparing(Headroom::available))
                .orElseThrow();
    }

    /** The same for the order that the line's commitment was placed for. */
    static Headroom ofItsOrder(LineId line, PeriodId period, Budget budget, Policy policy) {
        return from(line, period, budget, policy).stream()
                .min(Comparator.comparing(Headroom::availableToItsOrder))
                .orElseThrow();
    }

    private static List<Headroom> from(LineId line, PeriodId period, Budget budget, Policy policy) {
        return budget.lines().headrooms(line, period, policy.flexPercent());
    }

    /** By how much law 5 is broken, zero if it is kept. */
    Money exceededBy() {
        return available().negated().atLeastZero();
    }

    /** For anything but the line's own order. */
    Money available() {
        return figures.allocated().plus(flex).minus(figures.consumed()).minus(figures.committed());
    }

    /** For the order that the line's commitment was placed for. */
    Money availableToItsOrder() {
        return available().plus(ordered);
    }
}
