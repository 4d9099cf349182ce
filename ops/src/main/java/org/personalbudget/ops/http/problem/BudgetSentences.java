package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import java.math.BigDecimal;
import org.personalbudget.ledger.budget.AccrualRefusal;
import org.personalbudget.ledger.budget.BudgetRefusal;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.ChangeRefusal;
import org.personalbudget.ledger.budget.ContributionRefusal;
import org.personalbudget.ledger.budget.CustodyRefusal;
import org.personalbudget.ledger.budget.FundingRefusal;
import org.personalbudget.ledger.budget.InvoiceRefusal;
import org.personalbudget.ledger.budget.JudgementRefusal;
import org.personalbudget.ledger.budget.PayoutRefusal;
import org.personalbudget.ledger.budget.ReclaimRefusal;
import org.personalbudget.ledger.budget.RecoveryRefusal;
import org.personalbudget.ledger.budget.ReviewRefusal;
import org.personalbudget.ledger.budget.TakeOnRefusal;

/** What a budget's refusals say to people. Every sentence holds the figures that explain it. */
final class BudgetSentences {

    private BudgetSentences() {}

    static Sentence of(BudgetRefusal refusal) {
        return switch (refusal) {
            case Unknown unknown -> ofUnknown(unknown);
            case Forbidden forbidden -> ofForbidden(forbidden);
            case Conflicting conflicting -> ofConflict(conflicting);
            case Unmet unmet -> BudgetRuleSentences.of(unmet);
            case AccrualRefusal it -> PeriodSentences.of(it);
            case ChangeRefusal it -> ChangeSentences.of(it);
            case ContributionRefusal it -> ContributionSentences.of(it);
            case CustodyRefusal it -> CustodySentences.of(it);
            case FundingRefusal it -> FundingSentences.of(it);
            case InvoiceRefusal invoice -> InvoiceSentences.of(invoice);
            case JudgementRefusal it -> JudgementSentences.of(it);
            case PayoutRefusal it -> PayoutSentences.of(it);
            case ReclaimRefusal it -> ReclaimSentences.of(it);
            case RecoveryRefusal it -> RecoverySentences.of(it);
            case ReviewRefusal it -> ReviewSentences.of(it);
            case TakeOnRefusal it -> TakeOnSentences.of(it);
        };
    }

    private static Sentence ofUnknown(Unknown refusal) {
        return switch (refusal) {
            case UnknownBudget it -> say("There is no budget " + it.budget() + ".");
            case UnknownPlan it -> say("Budget " + it.budget() + " has no plan " + it.version() + ".");
            case UnknownAccount it ->
                about("/accountId", "Budget " + it.budget() + " has no account " + it.account() + ".");
            case UnknownPayment it -> say("There is no payment " + it.payment() + ".");
            case UnknownRecharge it -> say("Budget " + it.budget() + " has no recharge " + it.recharge() + ".");
            case UnknownSupplier it -> about("/supplierId", "There is no supplier " + it.supplier() + ".");
            case UnknownRingFence it ->
                about("/ringFence", "Account " + it.account() + " has no money set aside as " + it.ringFence() + ".");
        };
    }

    private static Sentence ofForbidden(Forbidden refusal) {
        return switch (refusal) {
            case ProposerMayNotApprove it ->
                say(it.actor().value() + " proposed plan " + it.version()
                        + ", and nobody decides on what they proposed.");
            case InstructorMayNotSubmit it ->
                say(it.actor().value() + " instructed payment " + it.payment()
                        + ", and nobody submits what they instructed.");
            case NotTheHolder it -> say(it.actor().value() + " does not hold account " + it.account() + ".");
        };
    }

    private static Sentence ofConflict(Conflicting refusal) {
        return switch (refusal) {
            case BudgetAlreadyAllocated it -> say("Budget " + it.budget() + " is allocated already.");
            case PlanNotOpen it ->
                say("Plan " + it.version() + " is " + Words.of(it.standing()) + " and cannot be decided on.");
            case PlanAwaitsPanel it ->
                say("Plan " + it.version() + " of " + it.weekly() + " a week is above the limit of " + it.limit()
                        + ": the panel decides on it.");
            case InstalmentAlreadyApproved it ->
                about(
                        "/period",
                        "The instalment of " + it.period() + " is approved already, as payment " + it.payment() + ".");
            case InstalmentCalledOff it ->
                about(
                        "/period",
                        "What account " + it.account() + " is paid for " + it.period()
                                + " was called off. A run does not pay it until it is approved anew.");
            case ContributionAlreadyRaised it ->
                about(
                        "/period",
                        "The contribution for " + it.period() + ", " + it.amount() + ", has fallen due already.");
            case AlreadyInstructed it ->
                it.invoice() == null
                        ? say("Payment " + it.payment() + " has been instructed already.")
                        : about(
                                "/invoiceId",
                                "Invoice " + it.invoice() + " of supplier " + it.supplier()
                                        + " is being paid already, as payment " + it.payment() + ".");
            case PaymentNotReady it ->
                say("Payment " + it.payment() + " is " + Words.of(it.standing()) + ", which rules out its "
                        + Words.of(it.step()) + ".");
        };
    }

    static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).toPlainString() + " %";
    }
}
