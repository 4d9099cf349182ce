package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;

/** What changes the course of a budget. */
public sealed interface ChangeEvent extends BudgetEvent {

    /**
     * Some lines, or all, are not paid for from a day on.
     *
     * @param lines the lines meant; empty means all, and what no line has planned
     * @param paidDays how many days from {@code from} on are still paid in full
     */
    record BudgetSuspended(
            BudgetId budget,
            When when,
            LocalDate from,
            List<LineId> lines,
            SuspensionReason reason,
            int paidDays,
            @Nullable Note note,
            ActorId by)
            implements ChangeEvent {}

    /** What was suspended is paid for again from a day on. */
    record BudgetResumed(BudgetId budget, When when, LocalDate from, ActorId by) implements ChangeEvent {}

    /** The budget ends with this day. */
    record BudgetEnded(
            BudgetId budget,
            When when,
            LocalDate lastDay,
            EndReason reason,
            @Nullable Note note,
            ActorId by) implements ChangeEvent {}

    /** The person has died. The day of death is the last that costs anything. */
    record DeathRecorded(BudgetId budget, When when, LocalDate diedOn, ActorId by) implements ChangeEvent {}

    /**
     * An account pays for nothing after this day. What it holds stays in it until it is spent, moved or returned.
     *
     * @param successor the account that takes its place, or null
     */
    record AccountClosed(
            BudgetId budget,
            When when,
            AccountId account,
            LocalDate lastDay,
            @Nullable AccountId successor) implements ChangeEvent {}

    /** Money went from one account of the budget to another, and kept its sources. */
    record MoneyTransferred(
            BudgetId budget,
            When when,
            AccountId from,
            AccountKind fromKind,
            AccountId to,
            AccountKind toKind,
            Split moved)
            implements ChangeEvent {}

    /**
     * An instalment that had not been handed to the bank is lower, or called off.
     *
     * @param gross how much less its days cost
     * @param contribution how much less of that the person adds
     * @param by how much less is payable, by source
     * @param cancelled whether nothing of it is left
     * @param calledOff whether somebody called it off: then nothing more is paid into the account for this period until it
     *     is approved anew
     */
    record InstalmentReduced(
            BudgetId budget,
            When when,
            PaymentId payment,
            AccountId account,
            AccountKind kind,
            InstalmentKind instalment,
            PeriodId servicePeriod,
            Money gross,
            Money contribution,
            Split by,
            boolean cancelled,
            boolean calledOff,
            ActorId actor)
            implements ChangeEvent {}

    /**
     * More has been paid into an account for a period than it is now entitled to. Posts nothing: the money is public
     * money in the account, and comes back by a reclaim.
     *
     * @param amount in all, for that period
     */
    record OverAdvanced(BudgetId budget, When when, AccountId account, PeriodId servicePeriod, Money amount)
            implements ChangeEvent {}

    /**
     * A batch proposes higher prices: the plan version that has them stands beside this, to be approved by somebody else.
     *
     * @param basisPoints the rise in hundredths of a percent, or null where the new price was given
     * @param rate the new price of one unit, or null where the rise was given
     * @param before the weekly amount without it
     * @param after the weekly amount with it
     */
    record UpliftProposed(
            BudgetId budget,
            When when,
            BatchId batch,
            Category category,
            @Nullable Integer basisPoints,
            @Nullable Money rate,
            LocalDate from,
            int planVersion,
            Money before,
            Money after,
            ActorId by)
            implements ChangeEvent {}

    /** A batch proposes a lower budget. It changes nothing. */
    record CutProposed(
            BudgetId budget, When when, BatchId batch, int basisPoints, Money weekly, Money proposedWeekly, ActorId by)
            implements ChangeEvent {}
}
