package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.Relationship;
import org.personalbudget.ledger.terms.ReviewId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ledger.terms.SupplierId;

/** Everything that can happen to a budget. */
public sealed interface BudgetEvent extends Event
        permits AccrualEvent,
                ChangeEvent,
                ContributionEvent,
                CustodyEvent,
                FundingEvent,
                InvoiceEvent,
                JudgementEvent,
                PayoutEvent,
                ReclaimEvent,
                RecoveryEvent,
                ReviewEvent,
                TakeOnEvent,
                BudgetEvent.BudgetAllocated,
                BudgetEvent.PlanProposed,
                BudgetEvent.PlanEscalated,
                BudgetEvent.PlanApproved,
                BudgetEvent.PlanRejected,
                BudgetEvent.PeriodsAllocated,
                BudgetEvent.OneOffAllocated,
                BudgetEvent.CommitmentsPlaced,
                BudgetEvent.ContributionAssessed,
                BudgetEvent.AccountOpened,
                BudgetEvent.InstalmentApproved,
                BudgetEvent.ContributionFellDue,
                BudgetEvent.ContributionReceived,
                BudgetEvent.NecessityDecided,
                BudgetEvent.SpendRecorded,
                BudgetEvent.SpendHeld,
                BudgetEvent.SpendCleared,
                BudgetEvent.SourceOverdrawn,
                BudgetEvent.LineOverspent,
                BudgetEvent.ProviderPaymentAuthorised,
                BudgetEvent.ProviderPaymentHeld,
                BudgetEvent.AccountCredited,
                BudgetEvent.AccountCreditReversed,
                BudgetEvent.ProviderPaidFromAccount,
                BudgetEvent.ProviderPaymentReturnedToAccount,
                BudgetEvent.FunderRecharged,
                BudgetEvent.RechargePaid {

    BudgetId budget();

    @Override
    default StreamId stream() {
        return budget().stream();
    }

    /**
     * A weekly amount was proposed for a person, with the funders' shares; the first funder leads.
     *
     * @param aftercare whether it is aftercare under section 117 of the Mental Health Act 1983, which is never charged for
     */
    record BudgetAllocated(
            BudgetId budget,
            When when,
            PersonRef person,
            CareGroup careGroup,
            LocalDate startsOn,
            Money weekly,
            Money indicativeWeekly,
            List<FunderShare> funders,
            RiskTier riskTier,
            boolean aftercare,
            ActorId proposer)
            implements BudgetEvent {}

    /**
     * A plan was proposed: outcomes, and the lines that serve them.
     *
     * @param weekly what the budget is a week from the plan's day on, or null where the plan leaves it as it is
     * @param reassessment the reassessment that a lower budget follows from, or null
     * @param cut the batch whose proposal this plan decides, or null
     */
    record PlanProposed(
            BudgetId budget,
            When when,
            int version,
            LocalDate effectiveFrom,
            List<Outcome> outcomes,
            List<PlanLine> lines,
            @Nullable Money weekly,
            @Nullable ReviewId reassessment,
            @Nullable BatchId cut,
            ActorId proposer)
            implements BudgetEvent {}

    /** An approver agreed, but the weekly amount is above their limit: the panel decides. */
    record PlanEscalated(BudgetId budget, When when, int version, Money weekly, Money limit, ActorId approver)
            implements BudgetEvent {}

    /** The plan is in force from its date. */
    record PlanApproved(BudgetId budget, When when, int version, LocalDate effectiveFrom, ActorId approver)
            implements BudgetEvent {}

    /** The plan was turned down, for a reason that the register keeps. */
    record PlanRejected(BudgetId budget, When when, int version, Note reason, ActorId approver)
            implements BudgetEvent {}

    /** The budget became available, period by period and line by line; negative where a later plan takes it back. */
    record PeriodsAllocated(BudgetId budget, When when, int planVersion, List<LineAmount> amounts)
            implements BudgetEvent, LineAmounts {}

    /** An amount was added to the budget once, for a purpose of its own: the ring-fence of that one-off payment. */
    record OneOffAllocated(BudgetId budget, When when, PaymentId payment, PeriodId servicePeriod, Split split)
            implements BudgetEvent {}

    /** Lines ordered from a supplier were committed; negative where a later plan takes it back. */
    record CommitmentsPlaced(BudgetId budget, When when, int planVersion, List<LineAmount> amounts)
            implements BudgetEvent, LineAmounts {}

    /** The person's contribution a week, from a date on. */
    record ContributionAssessed(BudgetId budget, When when, Money weekly, LocalDate from, Funder book, ActorId assessor)
            implements BudgetEvent {}

    /** A way to deploy the budget, or the lines named, was opened; none named means all that no other account names. */
    record AccountOpened(
            BudgetId budget,
            When when,
            AccountId account,
            AccountKind kind,
            ContributionMethod method,
            @Nullable PersonRef holder,
            LocalDate startsOn,
            List<LineId> lines)
            implements BudgetEvent {}

    /**
     * An instalment is owed to an account.
     *
     * @param service the days it is for
     * @param gross what those days cost
     * @param contribution what the person adds, kept back under NET
     * @param payable what the council pays, by source; a one-off carries its own ring-fence
     */
    record InstalmentApproved(
            BudgetId budget,
            When when,
            PaymentId payment,
            AccountId account,
            AccountKind kind,
            InstalmentKind instalment,
            PeriodId servicePeriod,
            DateRange service,
            Money gross,
            Money contribution,
            Split payable,
            @Nullable Note purpose,
            ActorId approver)
            implements BudgetEvent {}

    /** The person's contribution for some days fell due, on the first of them. */
    record ContributionFellDue(
            BudgetId budget,
            When when,
            PeriodId servicePeriod,
            DateRange service,
            Money amount,
            Funder book,
            ContributionMethod method,
            @Nullable AccountId account)
            implements BudgetEvent {}

    /**
     * The person paid a contribution, into an account or (no account) to the council's bank.
     *
     * @param received where it counts: CLIENT, or under GROSS, where it was paid in by mistake, the charging council
     */
    record ContributionReceived(
            BudgetId budget,
            When when,
            @Nullable AccountId account,
            @Nullable AccountKind kind,
            Part received,
            Funder book)
            implements BudgetEvent {}

    /** The council decided that paying a close relative is necessary, for these days. */
    record NecessityDecided(
            BudgetId budget,
            When when,
            @Nullable PersonRef payee,
            Relationship relationship,
            NecessityPurpose purpose,
            DateRange dates,
            @Nullable Note reason,
            ActorId decidedBy)
            implements BudgetEvent {}

    /**
     * Money was spent from an account. Without reasons it is accepted, with reasons it is under query.
     *
     * @param split from which sources, by the stored rule
     * @param consumed by the funders' shares, what of the budget it uses; nothing while under query
     */
    record SpendRecorded(
            BudgetId budget,
            When when,
            SpendId spend,
            AccountId account,
            AccountKind kind,
            Money amount,
            Category category,
            @Nullable LineId line,
            @Nullable OutcomeId outcome,
            PeriodId servicePeriod,
            Split split,
            Attribution rule,
            Split consumed,
            Funder lead,
            List<SpendReason> reasons,
            Payee payee,
            @Nullable Note payeeName,
            @Nullable Note reference,
            ActorId recordedBy)
            implements BudgetEvent {

        public boolean accepted() {
            return reasons.isEmpty();
        }
    }

    /** A spend not yet paid does not meet the rules: it should wait until it does. */
    record SpendHeld(
            BudgetId budget,
            When when,
            SpendId spend,
            AccountId account,
            Money amount,
            Category category,
            Payee payee,
            @Nullable Note payeeName,
            List<SpendReason> reasons)
            implements BudgetEvent {}

    /** A spend not yet paid meets the rules: it may be paid, and is recorded when it is. */
    record SpendCleared(
            BudgetId budget,
            When when,
            SpendId spend,
            AccountId account,
            Money amount,
            Category category,
            Payee payee,
            @Nullable Note payeeName)
            implements BudgetEvent {}

    /** Exception: more was taken from a source of an account than it held (law 12). */
    record SourceOverdrawn(BudgetId budget, When when, AccountId account, Source source, Money shortfall)
            implements BudgetEvent {}

    /** Exception: more was spent on a line than is allocated to date, flex included (law 5). */
    record LineOverspent(BudgetId budget, When when, LineId line, PeriodId servicePeriod, Money over)
            implements BudgetEvent {}

    /**
     * A provider may be paid, by the council or (with an account) from the account.
     *
     * @param unitRate the price of one unit that was in force, or null for a price without units
     * @param portions by service period; together the amount
     * @param rule how the account's sources were used, or null where the agreed shares were
     */
    record ProviderPaymentAuthorised(
            BudgetId budget,
            When when,
            PaymentId payment,
            SupplierId supplier,
            @Nullable InvoiceNumber invoice,
            LineId line,
            @Nullable OutcomeId outcome,
            Category category,
            DateRange service,
            Money amount,
            @Nullable Money unitRate,
            @Nullable AccountId account,
            @Nullable AccountKind kind,
            List<Portion> portions,
            @Nullable Attribution rule,
            Funder lead,
            ActorId authorisedBy)
            implements BudgetEvent {

        /** The whole amount by source. */
        public Split split() {
            return portions.stream().map(Portion::split).reduce(Split.NOTHING, Split::plus);
        }
    }

    /** A provider's payment waits, because the law or the policy does not allow it as things stand. */
    record ProviderPaymentHeld(
            BudgetId budget,
            When when,
            PaymentId payment,
            SupplierId supplier,
            LineId line,
            DateRange service,
            Money amount,
            Payee payee,
            List<SpendReason> reasons)
            implements BudgetEvent {}

    /** An instalment arrived in the account. Co-funders then owe the lead their part ({@code lead} pays for all). */
    record AccountCredited(
            BudgetId budget,
            When when,
            PaymentId payment,
            AccountId account,
            AccountKind kind,
            PeriodId servicePeriod,
            Split credited,
            Funder lead)
            implements BudgetEvent {}

    /** A credit was taken back out of the account by the bank or the card programme. */
    record AccountCreditReversed(
            BudgetId budget,
            When when,
            PaymentId payment,
            AccountId account,
            AccountKind kind,
            PeriodId servicePeriod,
            Split reversed,
            Funder lead)
            implements BudgetEvent {}

    /** A provider's payment left the account. */
    record ProviderPaidFromAccount(
            BudgetId budget,
            When when,
            PaymentId payment,
            AccountId account,
            AccountKind kind,
            SupplierId supplier,
            @Nullable LineId line,
            Split paid)
            implements BudgetEvent {}

    /** A payment that had left the account came back into it. */
    record ProviderPaymentReturnedToAccount(
            BudgetId budget,
            When when,
            PaymentId payment,
            AccountId account,
            AccountKind kind,
            SupplierId supplier,
            @Nullable LineId line,
            Split returned)
            implements BudgetEvent {}

    /** A co-funder was asked for its part; {@code advanced} of it is owed since it was credited to an account. */
    record FunderRecharged(
            BudgetId budget, When when, RechargeId recharge, Funder funder, Money amount, Money advanced, ActorId by)
            implements BudgetEvent {}

    /** A co-funder paid, for one recharge. */
    record RechargePaid(BudgetId budget, When when, RechargeId recharge, Funder funder, Money amount)
            implements BudgetEvent {}
}
