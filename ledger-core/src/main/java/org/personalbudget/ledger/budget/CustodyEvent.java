package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.PaymentId;

/** What a statement shows of money in custody, and what is taken back because it showed something else. */
public sealed interface CustodyEvent extends BudgetEvent {

    /** Money came into an account, and nobody knows yet whose. */
    record UnknownCreditReceived(
            BudgetId budget,
            When when,
            AccountId account,
            AccountKind kind,
            Part received,
            @Nullable Note reference,
            ActorId by)
            implements CustodyEvent {}

    /** Money of unknown origin was taken back, to be recorded as what it is. */
    record UnknownCreditWithdrawn(
            BudgetId budget, When when, AccountId account, AccountKind kind, Part withdrawn, ActorId by)
            implements CustodyEvent {}

    /**
     * Alert: a card payment was declined. No money moved.
     *
     * @param barred whether the policy never accepts this kind of merchant
     */
    record CardDeclined(
            BudgetId budget,
            When when,
            AccountId account,
            Money amount,
            @Nullable MerchantCode merchant,
            boolean barred,
            ActorId by)
            implements CustodyEvent {}

    /** An instalment had not arrived after all: the exact mirror of its arrival. */
    record AccountCreditUndone(
            BudgetId budget,
            When when,
            PaymentId payment,
            AccountId account,
            AccountKind kind,
            PeriodId servicePeriod,
            Split undone,
            Funder lead,
            ActorId by)
            implements CustodyEvent {}

    /** What was taken for a contribution was none: the exact mirror. */
    record ContributionPaymentUndone(
            BudgetId budget,
            When when,
            @Nullable AccountId account,
            @Nullable AccountKind kind,
            Part undone,
            Funder book,
            ActorId by)
            implements CustodyEvent {}
}
