package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;

/** What happens to a contribution after it has fallen due. */
public sealed interface ContributionEvent extends BudgetEvent {

    /**
     * What is due for a period is another amount than before.
     *
     * @param before what was due for the period, in all
     * @param after what is due now
     * @param offReceivable of a decrease, what the person still owed
     * @param toRefund of a decrease, what the person had paid and is owed back
     */
    record ContributionAdjusted(
            BudgetId budget,
            When when,
            PeriodId servicePeriod,
            DateRange service,
            Money before,
            Money after,
            Funder book,
            ContributionMethod method,
            @Nullable AccountId account,
            Money offReceivable,
            Money toRefund)
            implements ContributionEvent {}

    /**
     * What the person had paid too much into an account stays there as the charging council's money: the person is paid
     * back by the council.
     */
    record ClientMoneyReleased(
            BudgetId budget,
            When when,
            AccountId account,
            AccountKind kind,
            PeriodId servicePeriod,
            Funder book,
            Money amount)
            implements ContributionEvent {}

    /** So many periods are unpaid that somebody should speak with the person. */
    record ArrearsAlertRaised(BudgetId budget, When when, int unpaidPeriods, Money outstanding)
            implements ContributionEvent {}

    /** So many periods are unpaid that the budget should be reviewed. */
    record ArrearsReviewRaised(BudgetId budget, When when, int unpaidPeriods, Money outstanding)
            implements ContributionEvent {}

    /**
     * The person is paid back.
     *
     * @param fromCredit the part that was overpaid and not yet counted as a refund owed
     */
    record ContributionRefunded(
            BudgetId budget, When when, PaymentId payment, Money amount, Money fromCredit, Funder book, ActorId by)
            implements ContributionEvent {}
}
