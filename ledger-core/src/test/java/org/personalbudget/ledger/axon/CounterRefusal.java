package org.personalbudget.ledger.axon;

import org.personalbudget.ledger.kernel.Refusal;

/** Every reason for which a counter says no. */
public sealed interface CounterRefusal extends Refusal {

    record LimitReached(long total, long limit) implements CounterRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }

    record OtherStandsElsewhere(long total) implements CounterRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }
}
