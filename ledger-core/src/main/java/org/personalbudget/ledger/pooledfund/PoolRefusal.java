package org.personalbudget.ledger.pooledfund;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PoolId;

/** Why nothing changes in a pooled fund. */
public sealed interface PoolRefusal extends Refusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    record NoSuchPool(PoolId pool) implements PoolRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    record PoolAlreadyOpen(PoolId pool) implements PoolRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** A date lies outside the table of periods. */
    record PoolDateOutOfRange(String field, LocalDate date, LocalDate first, LocalDate last) implements PoolRefusal {}

    /** What was spent has been spent. */
    record PoolDateInFuture(String field, LocalDate date, LocalDate today) implements PoolRefusal {}

    record BeforePoolOpens(String field, LocalDate date, LocalDate startsOn) implements PoolRefusal {}

    record MemberTwice(BudgetId budget) implements PoolRefusal {}

    record MemberShareNotPositive(BudgetId budget, int basisPoints) implements PoolRefusal {}

    /** The members' shares add up to 100.00 %. */
    record MemberSharesNotWhole(int basisPoints) implements PoolRefusal {}

    /** Only a budget that exists can bear anything. */
    record MemberUnknown(BudgetId budget) implements PoolRefusal {}

    record PoolAmountNotPositive(Money amount) implements PoolRefusal {}

    record PoolAmountTooLarge(Money amount, Money limit) implements PoolRefusal {}

    /** Nobody had agreed to bear anything on that day. */
    record NoMembersYet(LocalDate on) implements PoolRefusal {}
}
