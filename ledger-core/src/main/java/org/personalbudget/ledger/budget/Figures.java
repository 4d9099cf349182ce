package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.money.Money;

/**
 * What stands on one line in one service period, in pence.
 *
 * @param allocated what the line may cost
 * @param committed ordered and not yet billed
 * @param consumed accepted spend and authorised payments
 */
public record Figures(Money allocated, Money committed, Money consumed) {

    static final Figures NONE = new Figures(Money.ZERO, Money.ZERO, Money.ZERO);

    Figures allocate(Money more) {
        return new Figures(allocated.plus(more), committed, consumed);
    }

    Figures commit(Money more) {
        return new Figures(allocated, committed.plus(more), consumed);
    }

    Figures consume(Money more, Money fromCommitment) {
        return new Figures(allocated, committed.minus(fromCommitment), consumed.plus(more));
    }

    Figures plus(Figures other) {
        return new Figures(
                allocated.plus(other.allocated), committed.plus(other.committed), consumed.plus(other.consumed));
    }

    Money unused() {
        return allocated.minus(committed).minus(consumed).atLeastZero();
    }
}
