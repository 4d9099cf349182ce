package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.kernel.Refusal.Nature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.SupplierId;

/** Every reason for which a budget says no. */
public sealed interface BudgetRefusal extends Refusal
        permits AccrualRefusal,
                ChangeRefusal,
                ContributionRefusal,
                CustodyRefusal,
                FundingRefusal,
                InvoiceRefusal,
                JudgementRefusal,
                PayoutRefusal,
                ReclaimRefusal,
                RecoveryRefusal,
                ReviewRefusal,
                TakeOnRefusal,
                BudgetRefusal.Unknown,
                BudgetRefusal.Forbidden,
                BudgetRefusal.Conflicting,
                BudgetRefusal.Unmet {

    /** Something that the command names is not there. */
    sealed interface Unknown extends BudgetRefusal {
        @Override
        default Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    /** This person may not do it. */
    sealed interface Forbidden extends BudgetRefusal {
        @Override
        default Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    /** It has been done, or the state rules it out. */
    sealed interface Conflicting extends BudgetRefusal {
        @Override
        default Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** A rule is not met. */
    sealed interface Unmet extends BudgetRefusal {
        @Override
        default Nature nature() {
            return Nature.RULE;
        }
    }

    record UnknownBudget(BudgetId budget) implements Unknown {}

    record UnknownPlan(BudgetId budget, int version) implements Unknown {}

    record UnknownAccount(BudgetId budget, AccountId account) implements Unknown {}

    record UnknownPayment(PaymentId payment) implements Unknown {}

    record UnknownRecharge(BudgetId budget, RechargeId recharge) implements Unknown {}

    record UnknownSupplier(SupplierId supplier) implements Unknown {}

    record UnknownRingFence(BudgetId budget, AccountId account, PaymentId ringFence) implements Unknown {}

    /** Law 7: nobody approves what they proposed. */
    record ProposerMayNotApprove(ActorId actor, int version) implements Forbidden {}

    /** Law 7: nobody submits what they instructed. */
    record InstructorMayNotSubmit(ActorId actor, PaymentId payment) implements Forbidden {}

    /** Account holders act on their own accounts only. */
    record NotTheHolder(ActorId actor, AccountId account) implements Forbidden {}

    record BudgetAlreadyAllocated(BudgetId budget) implements Conflicting {}

    /** The plan has been decided, or a later one was proposed in its place. */
    record PlanNotOpen(int version, PlanStanding standing) implements Conflicting {}

    /** An approver's agreement is on record; the panel decides. */
    record PlanAwaitsPanel(int version, Money weekly, Money limit) implements Conflicting {}

    record InstalmentAlreadyApproved(PaymentId payment, AccountId account, PeriodId period) implements Conflicting {}

    /** Somebody stopped it, and a run of payments does not undo that: it has to be approved by itself. */
    record InstalmentCalledOff(AccountId account, PeriodId period) implements Conflicting {}

    record ContributionAlreadyRaised(PeriodId period, Money amount) implements Conflicting {}

    record AlreadyInstructed(
            PaymentId payment,
            SupplierId supplier,
            @Nullable InvoiceNumber invoice) implements Conflicting {}

    /** The payment is not in a state from which this can be done. */
    record PaymentNotReady(PaymentId payment, PaymentStanding standing, PaymentStep step) implements Conflicting {}

    /** A date lies outside the table of periods. */
    record DateOutOfRange(String field, LocalDate date, LocalDate first, LocalDate last) implements Unmet {}

    record DateInFuture(String field, LocalDate date, LocalDate today) implements Unmet {}

    record AmountNotPositive(String field, Money amount) implements Unmet {}

    record AmountTooLarge(String field, Money amount, Money limit) implements Unmet {}

    /** Shares are positive and add up to 100.00 %, each funder once. */
    record SharesNotWhole(int basisPoints) implements Unmet {}

    record FunderTwice(Funder funder) implements Unmet {}

    record FunderShareNotPositive(Funder funder, int basisPoints) implements Unmet {}

    record PlanWithoutLines() implements Unmet {}

    record LineTwice(LineId line) implements Unmet {}

    record OutcomeTwice(OutcomeId outcome) implements Unmet {}

    record UnknownOutcome(@Nullable LineId line, OutcomeId outcome) implements Unmet {}

    /** An outcome line serves an outcome of the plan. */
    record OutcomeLineWithoutOutcome(LineId line) implements Unmet {}

    /** A service line that names units or a rate names both, and they multiply to its weekly amount. */
    record LineDoesNotMultiply(
            LineId line, Money weekly, @Nullable Money unitsTimesRate) implements Unmet {}

    record PlanExceedsBudget(Money planned, Money weekly) implements Unmet {}

    record BeforeBudgetStarts(String field, LocalDate date, LocalDate startsOn) implements Unmet {}

    record NoPlanInForce(LocalDate on) implements Unmet {}

    /** NHS and education money is never charged for; a carer only where the policy says so. */
    record ContributionNotChargeable(CareGroup careGroup) implements Unmet {}

    /** A contribution applies to the council's share only and never exceeds it. */
    record ContributionExceedsShare(Money weekly, Money councilShare) implements Unmet {}

    record NoContribution(PeriodId period) implements Unmet {}

    record HolderNeeded(AccountKind kind) implements Unmet {}

    record HolderNotAllowed(AccountKind kind) implements Unmet {}

    record LineAlreadyDeployed(LineId line, AccountId account) implements Unmet {}

    /** A deployment without an account of its own holds no money. */
    record AccountHoldsNoMoney(AccountId account, AccountKind kind) implements Unmet {}

    record AccountNeeded(int accounts) implements Unmet {}

    record NoAccount(BudgetId budget) implements Unmet {}

    record BeforeAccountOpens(String field, AccountId account, LocalDate date, LocalDate startsOn) implements Unmet {}

    record PeriodOutOfRange(PeriodId period) implements Unmet {}

    record NothingToPay(PeriodId period) implements Unmet {}

    record AmountNotForRegular(Money amount) implements Unmet {}

    record AmountNeeded(InstalmentKind kind) implements Unmet {}

    record PurposeNeeded(InstalmentKind kind) implements Unmet {}

    record UnknownLine(LineId line) implements Unmet {}

    record SupplierNotOfLine(LineId line, SupplierId ordered, SupplierId supplier) implements Unmet {}

    record NoRateInForce(SupplierId supplier, Category category, LocalDate on) implements Unmet {}

    /** More than the authorised quantity at the rate in force, tolerance included. */
    record ExceedsRate(LineId line, Money amount, Money atRate, Money tolerance) implements Unmet {}

    record UnitsDoNotMultiply(LineId line, Money amount, Money atRate, Money tolerance) implements Unmet {}

    /** Law 5: committed + consumed + amount may not exceed what is allocated to date and the flex in force. */
    record ExceedsHeadroom(
            LineId line, Money amount, Money available, Money allocated, Money committed, Money consumed, Money flex)
            implements Unmet {}

    record AccountCannotAfford(AccountId account, Money amount, Money spendable) implements Unmet {}

    record NotACoFunder(Funder funder) implements Unmet {}

    record ExceedsRechargeable(Funder funder, Money amount, Money rechargeable) implements Unmet {}

    record ExceedsOutstanding(RechargeId recharge, Money amount, Money outstanding) implements Unmet {}

    record ServiceTooLong(DateRange service, int limitDays) implements Unmet {}

    /** How far a plan has got. */
    enum PlanStanding {
        PROPOSED,
        ESCALATED,
        APPROVED,
        REJECTED,
        SUPERSEDED
    }

    /** How far a payment has got. */
    enum PaymentStanding {
        INSTRUCTED,
        CANCELLED,
        SUBMITTED,
        LEFT_BANK,
        CREDITED,
        SETTLED,
        RETURNED
    }

    /** What was asked of a payment. */
    enum PaymentStep {
        SUBMISSION,
        SETTLEMENT,
        RETURN,
        REDUCTION,
        REISSUE,
        REFUND
    }
}
