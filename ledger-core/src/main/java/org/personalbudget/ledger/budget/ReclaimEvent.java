package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.ReliefId;

/** How public money comes back, or is let go. */
public sealed interface ReclaimEvent extends BudgetEvent {

    /**
     * Notice was given, with reasons, amount, time and payer. Posts nothing: no money moves before it is decided.
     *
     * @param figures how the amount was worked out
     * @param rule how it will be attributed to the sources
     */
    record ReclaimNoticeGiven(
            BudgetId budget,
            When when,
            ReclaimId reclaim,
            AccountId account,
            AccountKind kind,
            ReclaimKind reclaimKind,
            Money amount,
            SurplusFigures figures,
            Attribution rule,
            Note reasons,
            @Nullable PersonRef payer,
            LocalDate payBy,
            LocalDate reconsiderBy,
            ActorId by)
            implements ReclaimEvent {}

    /** Somebody asked for it to be looked at again. */
    record ReconsiderationAsked(BudgetId budget, When when, ReclaimId reclaim, Note grounds, ActorId by)
            implements ReclaimEvent {}

    /**
     * It was looked at again.
     *
     * @param amount what is to be paid back now
     * @param released of a reclaimed spend, what is under query again, by source
     */
    record ReconsiderationDecided(
            BudgetId budget, When when, ReclaimId reclaim, Money amount, Split released, Note reason, ActorId by)
            implements ReclaimEvent {}

    /** The notice was taken back before it was decided. Posts nothing, as the notice did; what it asked for is free again. */
    record ReclaimNoticeWithdrawn(BudgetId budget, When when, ReclaimId reclaim, Note reason, ActorId by)
            implements ReclaimEvent {}

    /**
     * The demand is final: what the account holds of it is owed to the council.
     *
     * @param split which sources it takes from the account
     * @param clientPart what of it the person is owed back, out of what they contributed
     * @param book whose book the contribution is in, or null where none is charged
     * @param takenBack of which periods' over-advances, the oldest first; empty for other kinds; null where it was
     *     decided before they were told apart: then it counts against the oldest period first, as far as it was said
     */
    record ReclaimDecided(
            BudgetId budget,
            When when,
            ReclaimId reclaim,
            AccountId account,
            AccountKind kind,
            ReclaimKind reclaimKind,
            Split split,
            Attribution rule,
            Money clientPart,
            @Nullable Funder book,
            @Nullable List<TakenBack> takenBack,
            ActorId by)
            implements ReclaimEvent {}

    /**
     * Money of it has come.
     *
     * @param reclaimKind why it was owed, or null where an old system knew
     * @param account which the reclaim is of, or null where an old system knew
     * @param split by the sources that it is owed to
     * @param payment the instalment that it was kept back from, or null
     * @param kept what the instalment is lower by, with the sources of the instalment; the same amount in every book
     */
    record ReclaimReceived(
            BudgetId budget,
            When when,
            ReclaimId reclaim,
            @Nullable ReclaimKind reclaimKind,
            ReclaimRoute route,
            @Nullable AccountId account,
            @Nullable AccountKind kind,
            Split split,
            @Nullable PaymentId payment,
            Split kept,
            Funder lead,
            ActorId by)
            implements ReclaimEvent {}

    /** Somebody proposes to let an amount go. */
    record ReliefProposed(
            BudgetId budget,
            When when,
            ReliefId relief,
            ReliefKind kind,
            ReliefOf of,
            @Nullable ReclaimId reclaim,
            @Nullable AccountId account,
            Money amount,
            Note reason,
            ActorId proposer)
            implements ReclaimEvent {}

    /** It is let go. */
    record ReliefApproved(
            BudgetId budget,
            When when,
            ReliefId relief,
            ReliefKind kind,
            ReliefOf of,
            @Nullable ReclaimId reclaim,
            @Nullable AccountId account,
            @Nullable AccountKind accountKind,
            Split split,
            Funder lead,
            ActorId approver)
            implements ReclaimEvent {}

    /** It is not let go. */
    record ReliefRejected(BudgetId budget, When when, ReliefId relief, Note reason, ActorId by)
            implements ReclaimEvent {}
}
