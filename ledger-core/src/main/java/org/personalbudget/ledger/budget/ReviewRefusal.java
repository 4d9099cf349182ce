package org.personalbudget.ledger.budget;

/** Why a review is not recorded. */
public sealed interface ReviewRefusal extends BudgetRefusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    /** There is no account of a direct payment to review. */
    record NoAccountToReview() implements ReviewRefusal {}

    record NoPlanToReview() implements ReviewRefusal {}
}
