package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PoolId;

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

    record ServiceAlreadyRestated(LocalDate from) implements FundingRefusal {}
}
