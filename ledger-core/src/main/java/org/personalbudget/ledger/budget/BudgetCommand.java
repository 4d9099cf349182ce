package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.payrun.RunOrder;
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
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.Relationship;
import org.personalbudget.ledger.terms.ReviewId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;

/** Everything that can be asked of a budget. */
public sealed interface BudgetCommand extends Command
        permits AccrualCommand,
                ChangeCommand,
                ContributionCommand,
                CustodyCommand,
                FundingCommand,
                InvoiceCommand,
                JudgementCommand,
                PayoutCommand,
                ReclaimCommand,
                RecoveryCommand,
                ReviewCommand,
                TakeOnCommand,
                BudgetCommand.AllocateBudget,
                BudgetCommand.ProposePlan,
                BudgetCommand.ApprovePlan,
                BudgetCommand.RejectPlan,
                BudgetCommand.AssessContribution,
                BudgetCommand.OpenAccount,
                BudgetCommand.ApproveInstalment,
                BudgetCommand.RaiseContribution,
                BudgetCommand.RecordContributionPayment,
                BudgetCommand.DecideNecessity,
                BudgetCommand.RecordSpend,
                BudgetCommand.PayProvider,
                BudgetCommand.RechargeFunder,
                BudgetCommand.RecordRechargePayment,
                BudgetCommand.SubmitPayment,
                BudgetCommand.SettlePayment,
                BudgetCommand.ReturnPayment,
                BudgetCommand.ReissuePayment {

    BudgetId budget();

    @Override
    default StreamId stream() {
        return budget().stream();
    }

    /** Propose a weekly amount for a person; shares add up to 100 %, the first funder leads. */
    record AllocateBudget(
            BudgetId budget,
            PersonRef person,
            CareGroup careGroup,
            LocalDate startsOn,
            Money weekly,
            Money indicativeWeekly,
            List<FunderShare> funders,
            RiskTier riskTier,
            boolean aftercare)
            implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /**
     * Propose how the weekly amount is used, and perhaps another weekly amount.
     *
     * @param weekly what the budget is a week from this plan on, or null to leave it; lower only after a reassessment
     * @param reassessment the reassessment that a lower budget follows from
     * @param cut the batch whose proposal this decides
     */
    record ProposePlan(
            BudgetId budget,
            LocalDate effectiveFrom,
            List<Outcome> outcomes,
            List<PlanLine> lines,
            @Nullable Money weekly,
            @Nullable ReviewId reassessment,
            @Nullable BatchId cut)
            implements BudgetCommand {

        /** A plan that leaves the weekly amount as it is. */
        public ProposePlan(BudgetId budget, LocalDate effectiveFrom, List<Outcome> outcomes, List<PlanLine> lines) {
            this(budget, effectiveFrom, outcomes, lines, null, null, null);
        }

        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /** Agree to a proposed plan; never one's own. */
    record ApprovePlan(BudgetId budget, int version) implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(APPROVER, PANEL);
        }
    }

    /** Turn a proposed plan down. */
    record RejectPlan(BudgetId budget, int version, Note reason) implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(APPROVER, PANEL);
        }
    }

    /** Set the person's weekly contribution from a date on. */
    record AssessContribution(BudgetId budget, Money weekly, LocalDate from) implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(CONTRIBUTIONS_OFFICER);
        }
    }

    /** Open a way to deploy the budget. */
    record OpenAccount(
            BudgetId budget,
            AccountKind kind,
            ContributionMethod method,
            @Nullable PersonRef holder,
            LocalDate startsOn,
            List<LineId> lines)
            implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /**
     * Approve what an account is paid for a period, or once for a purpose.
     *
     * @param run the run of payments that asks for every account it pays, or null where somebody asks for this one: only
     *     then is what was called off paid after all
     */
    record ApproveInstalment(
            BudgetId budget,
            PeriodId period,
            InstalmentKind kind,
            @Nullable Money amount,
            @Nullable Note purpose,
            @Nullable AccountId account,
            @Nullable PayRunId run)
            implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_OFFICER);
        }
    }

    /** Bill the contribution of a period for which no instalment has raised it. */
    record RaiseContribution(BudgetId budget, PeriodId period) implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(CONTRIBUTIONS_OFFICER);
        }
    }

    /** The person has paid a contribution, into an account or (no account) to the council. */
    record RecordContributionPayment(
            BudgetId budget, @Nullable AccountId account, Money amount, LocalDate on) implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER, SYSTEM);
        }
    }

    /** Decide that paying a close relative is necessary. Without a payee it covers everyone so related. */
    record DecideNecessity(
            BudgetId budget,
            @Nullable PersonRef payee,
            Relationship relationship,
            NecessityPurpose purpose,
            DateRange dates,
            @Nullable Note reason)
            implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /**
     * Record a spend from an account, or (not paid) ask whether it may be paid.
     *
     * @param ringFence the one-off payment whose money it uses first, if any
     * @param evidence whether a receipt or the like is held
     * @param paid whether the money has left the account
     */
    record RecordSpend(
            BudgetId budget,
            AccountId account,
            Money amount,
            LocalDate on,
            Category category,
            @Nullable LineId line,
            @Nullable OutcomeId outcome,
            @Nullable PaymentId ringFence,
            Payee payee,
            @Nullable Note payeeName,
            @Nullable Note reference,
            @Nullable MerchantCode merchant,
            boolean evidence,
            boolean paid)
            implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER, ACCOUNT_HOLDER, SYSTEM);
        }
    }

    /**
     * Pay a provider for a line, by the council or (with an account) from that account.
     *
     * @param units how much was delivered, if the amount is a price of units
     */
    record PayProvider(
            BudgetId budget,
            SupplierId supplier,
            LineId line,
            Money amount,
            DateRange service,
            @Nullable InvoiceNumber invoice,
            @Nullable AccountId account,
            @Nullable Units units,
            Payee payee)
            implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(INVOICE_OFFICER);
        }
    }

    /** Ask a co-funder for its part of what the council paid; without an amount, for all not yet asked for. */
    record RechargeFunder(
            BudgetId budget, Funder funder, @Nullable Money amount) implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER);
        }
    }

    /** A co-funder has paid a recharge; without an amount, all that is outstanding of it. */
    record RecordRechargePayment(
            BudgetId budget, RechargeId recharge, @Nullable Money amount, LocalDate on) implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER, RECONCILER, SYSTEM);
        }
    }

    /**
     * Hand a payment to the bank or the card programme; never one that oneself instructed.
     *
     * @param order what was approved in a run, or null by hand
     */
    record SubmitPayment(
            BudgetId budget, PaymentId payment, @Nullable RunOrder order) implements BudgetCommand {

        /** By hand. */
        public SubmitPayment(BudgetId budget, PaymentId payment) {
            this(budget, payment, null);
        }

        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_APPROVER);
        }
    }

    /** The money has moved. */
    record SettlePayment(BudgetId budget, PaymentId payment, LocalDate on, SettlementLeg leg) implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER, SYSTEM);
        }
    }

    /** The money has come back, or was never taken. */
    record ReturnPayment(BudgetId budget, PaymentId payment, ReturnCode code, LocalDate on) implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_OFFICER, SYSTEM);
        }
    }

    /** Try a returned payment again: the same payment, another attempt. */
    record ReissuePayment(BudgetId budget, PaymentId payment) implements BudgetCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_OFFICER);
        }
    }
}
