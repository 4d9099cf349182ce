package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.function.Function;
import org.personalbudget.ledger.budget.BudgetCommand.*;
import org.personalbudget.ledger.budget.BudgetRefusal.BudgetAlreadyAllocated;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownBudget;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownPayment;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.BudgetState.NoBudget;
import org.personalbudget.ledger.budget.TakeOnRefusal.BudgetAlreadyTakenOn;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.terms.PaymentId;

/** Answers every command to a budget. One budget decides everything that is paid from it. */
final class BudgetDecider {

    private BudgetDecider() {}

    static Decision decide(BudgetCommand command, BudgetState state, BudgetFacts facts) {
        return switch (state) {
            case NoBudget none ->
                switch (command) {
                    case AllocateBudget allocate -> Planning.allocate(allocate, facts.at());
                    case TakeOnCommand takeOn -> TakeOnDecider.decide(takeOn, facts);
                    default -> refuse(new UnknownBudget(command.budget()));
                };
            case Budget budget -> decide(command, budget, facts);
        };
    }

    private static Decision decide(BudgetCommand command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        return switch (command) {
            case AllocateBudget c -> refuse(new BudgetAlreadyAllocated(c.budget()));
            case TakeOnCommand c -> refuse(new BudgetAlreadyTakenOn(c.budget()));
            case AccrualCommand c -> AccrualDecider.decide(c, budget, facts.at());
            case ChangeCommand c -> ChangeDecider.decide(c, budget, facts);
            case ContributionCommand c -> ContributionDecider.decide(c, budget, facts);
            case CustodyCommand c -> CustodyDecider.decide(c, budget, facts);
            case FundingCommand c -> FundingDecider.decide(c, budget, facts);
            case InvoiceCommand c -> InvoiceDecider.decide(c, budget, facts);
            case JudgementCommand c -> JudgementDecider.decide(c, budget, facts);
            case PayoutCommand c -> Payouts.decide(c, budget, at);
            case ReclaimCommand c -> ReclaimDecider.decide(c, budget, facts);
            case RecoveryCommand c -> RecoveryDecider.decide(c, budget, facts);
            case ReviewCommand c -> ReviewDecider.decide(c, budget, facts);
            case ProposePlan c -> Planning.propose(c, budget, at);
            case ApprovePlan c -> Planning.approve(c, budget, facts);
            case RejectPlan c -> Planning.reject(c, budget, at);
            case AssessContribution c -> Contributing.assess(c, budget, facts);
            case OpenAccount c -> Accounts.open(c, budget, facts);
            case ApproveInstalment c -> Instalments.approve(c, budget, facts);
            case RaiseContribution c -> Contributing.raise(c, budget, at);
            case RecordContributionPayment c -> Contributing.receive(c, budget, at);
            case DecideNecessity c -> Necessity.decide(c, budget, at);
            case RecordSpend c -> Spending.record(c, budget, at);
            case PayProvider c -> ProviderPayments.pay(c, budget, facts);
            case RechargeFunder c -> Recharging.ask(c, budget, at);
            case RecordRechargePayment c -> Recharging.receive(c, budget, at);
            case SubmitPayment c -> ofPayment(c.payment(), budget, facts, life -> life.submit(c));
            case SettlePayment c -> ofPayment(c.payment(), budget, facts, life -> life.settle(c));
            case ReturnPayment c -> ofPayment(c.payment(), budget, facts, life -> life.comeBack(c));
            case ReissuePayment c -> ofPayment(c.payment(), budget, facts, life -> life.reissue(c));
        };
    }

    private static Decision ofPayment(
            PaymentId id, Budget budget, BudgetFacts facts, Function<PaymentLife, Decision> step) {
        boolean ours = facts.payment() instanceof Payment payment
                && payment.instructed().budget().equals(budget.terms().budget());
        if (!ours) return refuse(new UnknownPayment(id));
        return step.apply(new PaymentLife(budget, facts.at(), (Payment) facts.payment(), facts.details()));
    }
}
