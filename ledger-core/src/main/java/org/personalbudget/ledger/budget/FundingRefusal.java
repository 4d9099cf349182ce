package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.terms.RechargeId;

/** Why the funding of a budget is not changed. */
public sealed interface FundingRefusal extends BudgetRefusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    /** The shares are so already. */
    record SameFunders(LocalDate from) implements FundingRefusal {}

    /** The lead funder runs the accounts and stays; only shares change. */
    record LeadChanges(Funder lead, Funder proposed) implements FundingRefusal {}

    record ExceedsAdvance(Funder funder, Money amount, Money advance) implements FundingRefusal {}

    record UnknownPool(PoolId pool) implements FundingRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    record NotAMember(PoolId pool, BudgetId budget) implements FundingRefusal {}

    /** Before the pool was opened nothing can have been paid into it. */
    record BeforePoolStarts(PoolId pool, LocalDate on, LocalDate startsOn) implements FundingRefusal {}

    /** A pool gives back what it has not spent of a member's money for that line. */
    record ExceedsUnspent(PoolId pool, LineId line, Money amount, Money unspent) implements FundingRefusal {}

    /** Money goes back where it came from, or to the account in its place. */
    record ExceedsPaidIn(PoolId pool, AccountId account, Money amount, Money paidIn) implements FundingRefusal {}

    /** Only what is not yet paid, and did not go into an account, is taken back. */
    record ExceedsReducible(RechargeId recharge, Money amount, Money reducible, Money outstanding)
            implements FundingRefusal {}
}
