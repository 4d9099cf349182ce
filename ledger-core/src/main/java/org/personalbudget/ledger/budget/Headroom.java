package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.terms.LineId;

/**
 * Law 5: what may still be authorised on a line, cumulative over its service periods to date.
 *
 * @param figures allocated, committed and consumed to date
 * @param flex what other lines of the period leave unused, as far as the policy lets it be spent here
 */
record Headroom(Figures figures, Money flex) {

    static Headroom of(LineId line, PeriodId period, Budget budget, Policy policy) {
        return new Headroom(budget.lines().upTo(line, period), budget.lines().flex(line, period, policy.flexPercent()));
    }

    /** For anything but the line's own order. */
    Money available() {
        return availableToItsOrder().minus(figures.committed());
    }

    /** For the order that the line's commitment was placed for. */
    Money availableToItsOrder() {
        return figures.allocated().plus(flex).minus(figures.consumed());
    }

    /** By how much law 5 is broken, zero if it is kept. */
    Money exceededBy() {
        return available().negated().atLeastZero();
    }
}
