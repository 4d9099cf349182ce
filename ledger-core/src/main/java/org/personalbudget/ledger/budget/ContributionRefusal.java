package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.money.Money;

/** Why a contribution is not changed or paid back. */
public sealed interface ContributionRefusal extends BudgetRefusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    /** The person is owed nothing. */
    record NothingToRefund(Money refundable) implements ContributionRefusal {}

    record ExceedsRefundable(Money amount, Money refundable) implements ContributionRefusal {}

    /** Aftercare under section 117 of the Mental Health Act 1983 is never charged for. */
    record AftercareIsFree() implements ContributionRefusal {}
}
