package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.kernel.Role.ACCOUNT_HOLDER;
import static org.personalbudget.ledger.kernel.Role.ADMIN;
import static org.personalbudget.ledger.kernel.Role.APPROVER;
import static org.personalbudget.ledger.kernel.Role.CONTRIBUTIONS_OFFICER;
import static org.personalbudget.ledger.kernel.Role.FINANCE_CONTROLLER;
import static org.personalbudget.ledger.kernel.Role.INVOICE_OFFICER;
import static org.personalbudget.ledger.kernel.Role.PANEL;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_APPROVER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_OFFICER;
import static org.personalbudget.ledger.kernel.Role.PRACTITIONER;
import static org.personalbudget.ledger.kernel.Role.PROVIDER;
import static org.personalbudget.ledger.kernel.Role.RECONCILER;
import static org.personalbudget.ledger.kernel.Role.SYSTEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalbudget.ledger.budget.AccrualCommand;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.ChangeCommand.CancelInstalment;
import org.personalbudget.ledger.budget.ChangeCommand.EndBudget;
import org.personalbudget.ledger.budget.ChangeCommand.MoveAccount;
import org.personalbudget.ledger.budget.ChangeCommand.ProposeCut;
import org.personalbudget.ledger.budget.ChangeCommand.RecordDeath;
import org.personalbudget.ledger.budget.ChangeCommand.RecordTransfer;
import org.personalbudget.ledger.budget.ChangeCommand.ResumeBudget;
import org.personalbudget.ledger.budget.ChangeCommand.SuspendBudget;
import org.personalbudget.ledger.budget.ChangeCommand.UpliftRates;
import org.personalbudget.ledger.budget.ContributionCommand.RefundContribution;
import org.personalbudget.ledger.budget.CustodyCommand;
import org.personalbudget.ledger.budget.FundingCommand.ChangeFunders;
import org.personalbudget.ledger.budget.FundingCommand.PayBackFromPool;
import org.personalbudget.ledger.budget.FundingCommand.PayIntoPool;
import org.personalbudget.ledger.budget.FundingCommand.RecordFunderAdvance;
import org.personalbudget.ledger.budget.FundingCommand.ReduceRecharge;
import org.personalbudget.ledger.budget.FundingCommand.UseFunderAdvance;
import org.personalbudget.ledger.budget.InvoiceCommand;
import org.personalbudget.ledger.budget.InvoiceCommand.ApproveInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.DisputeInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordActuals;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordCreditNote;
import org.personalbudget.ledger.budget.InvoiceCommand.RejectInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.ReleaseInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ledger.budget.JudgementCommand.AnswerQuery;
import org.personalbudget.ledger.budget.JudgementCommand.JudgeSpend;
import org.personalbudget.ledger.budget.JudgementCommand.QuerySpend;
import org.personalbudget.ledger.budget.JudgementCommand.RecordRefund;
import org.personalbudget.ledger.budget.PayoutCommand;
import org.personalbudget.ledger.budget.ReclaimCommand;
import org.personalbudget.ledger.budget.RecoveryCommand.AllocateReceipt;
import org.personalbudget.ledger.budget.RecoveryCommand.ReceiveSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryCommand.RecordSupplierRefund;
import org.personalbudget.ledger.budget.ReviewCommand.RecordReview;
import org.personalbudget.ledger.budget.ReviewCommand.ScoreMonitoring;
import org.personalbudget.ledger.budget.TakeOnCommand.TakeOnBudget;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.model.ProviderRules.Prices;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.PolicyCommand.AdoptPolicy;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.pooledfund.PoolCommand;
import org.personalbudget.ledger.pooledfund.PoolCommand.AgreeShares;
import org.personalbudget.ledger.pooledfund.PoolCommand.OpenPool;
import org.personalbudget.ledger.pooledfund.PoolCommand.RecordPoolSpend;
import org.personalbudget.ledger.receipt.ReceiptCommand;
import org.personalbudget.ledger.supplier.SupplierCommand.RegisterSupplier;
import org.personalbudget.ledger.supplier.SupplierCommand.SetSupplierRate;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.terms.SupplierId;

/**
 * A second opinion on the whole ledger. It reads commands and keeps its own books in its own arithmetic; it shares no
 * rule, state, split or posting with the ledger.
 */
final class Model {

    private final PeriodCalendar calendar;
    private final Map<BudgetId, Dossier> dossiers = new LinkedHashMap<>();
    private final Map<SupplierId, Prices> suppliers = new HashMap<>();
    private final List<Policy> policies = new ArrayList<>();
    private final Receipts receipts = new Receipts();
    private final Set<PaymentId> instructed = new HashSet<>();
    private final PoolSpendRules pools = new PoolSpendRules(dossiers);
    private final InvoicingRules invoicing = new InvoicingRules(suppliers, instructed);

    Model(PeriodCalendar calendar) {
        this.calendar = calendar;
    }

    Map<BudgetId, Dossier> dossiers() {
        return dossiers;
    }

    Map<SupplierId, Prices> suppliers() {
        return suppliers;
    }

    Receipts receipts() {
        return receipts;
    }

    Map<PoolId, Pool> pools() {
        return pools.pools();
    }

    /** The last adopted of the policies that have taken effect. */
    Policy policyOn(LocalDate day) {
        Policy inForce = Policy.initial();
        for (Policy each : policies) if (!each.effectiveFrom().isAfter(day)) inForce = each;
        return inForce;
    }

    /** What the answer to this command should be, were it asked now. */
    Opinion opinionOn(Step step) {
        Setting setting = new Setting(step, policyOn(step.today()), calendar);
        Answer.Doubts doubts = new Answer.Doubts();
        if (doubts.when(!mayAsk(step.actor().role(), step.command()), "role-may-not")) return Opinion.no(doubts);
        return switch (step.command()) {
            case BudgetCommand command -> ofBudget(command, setting);
            case RegisterSupplier command -> register(command);
            case SetSupplierRate command -> setRate(command, setting);
            case AdoptPolicy command -> adopt(command, setting);
            case ReceiptCommand command -> ofReceipt(command, setting);
            case PoolCommand command -> pools.on(command, setting);
            default -> throw new IllegalArgumentException("no opinion on " + step.command());
        };
    }

    private Opinion ofReceipt(ReceiptCommand command, Setting setting) {
        receipts.books.turnTo(setting.step().number());
        return switch (command) {
            case ReceiptCommand.RecordReceipt c -> ReceiptRules.record(c, receipts, setting);
            case ReceiptCommand.WithdrawReceipt c -> ReceiptRules.withdraw(c, receipts);
        };
    }

    private Opinion ofBudget(BudgetCommand command, Setting setting) {
        Dossier dossier = dossiers.get(command.budget());
        if (command instanceof BudgetCommand.AllocateBudget allocate) {
            return PlanRules.allocate(
                    allocate,
                    setting,
                    dossiers,
                    _ -> dossiers.put(
                            allocate.budget(),
                            new Dossier(allocate, setting.step().actor().id())));
        }
        if (command instanceof TakeOnBudget c) return TakeOnRules.takeOn(c, setting, dossiers);
        if (dossier == null) {
            Answer.Doubts doubts = new Answer.Doubts();
            doubts.when(true, "unknown-budget");
            return Opinion.no(doubts);
        }
        dossier.books.turnTo(setting.step().number());
        dossier.today = setting.today();
        Opinion opinion = ofDossier(command, dossier, setting);
        return new Opinion(opinion.answer(), made -> {
            int known = dossier.payments.size();
            opinion.effect().take(made);
            if (opinion.answer() instanceof Answer.Yes said) dossier.watch.hear(said);
            if (dossier.payments.size() > known) instructed.addAll(dossier.payments.keySet());
        });
    }

    private Opinion ofDossier(BudgetCommand command, Dossier dossier, Setting setting) {
        return switch (command) {
            case BudgetCommand.AllocateBudget _ -> throw new IllegalStateException("allocated before");
            case BudgetCommand.ProposePlan c -> PlanRules.propose(c, dossier, setting);
            case BudgetCommand.ApprovePlan c -> PlanRules.approve(c, dossier, setting);
            case BudgetCommand.RejectPlan c -> PlanRules.reject(c, dossier, setting);
            case BudgetCommand.AssessContribution c -> ContributionRules.assess(c, dossier, setting);
            case BudgetCommand.OpenAccount c -> AccountRules.open(c, dossier, setting);
            case BudgetCommand.ApproveInstalment c -> AccountRules.approve(c, dossier, setting);
            case BudgetCommand.RaiseContribution c -> ContributionRules.raise(c, dossier, setting);
            case BudgetCommand.RecordContributionPayment c -> ContributionRules.receive(c, dossier, setting);
            case BudgetCommand.DecideNecessity c -> AccountRules.decideNecessity(c, dossier, setting);
            case BudgetCommand.RecordSpend c -> SpendRules.record(c, dossier, setting);
            case BudgetCommand.PayProvider c ->
                ProviderRules.pay(c, dossier, setting, suppliers.get(c.supplier()), isKnown(c, setting));
            case BudgetCommand.RechargeFunder c -> RechargeRules.ask(c, dossier, setting);
            case BudgetCommand.RecordRechargePayment c -> RechargeRules.paid(c, dossier, setting);
            case BudgetCommand.SubmitPayment c -> PaymentRules.submit(c, dossier, setting);
            case BudgetCommand.SettlePayment c -> PaymentRules.settle(c, dossier, setting);
            case BudgetCommand.ReturnPayment c -> PaymentRules.bounce(c, dossier, setting);
            case BudgetCommand.ReissuePayment c -> PaymentRules.reissue(c, dossier, setting);
            case SuspendBudget c -> ChangeRules.suspend(c, dossier, setting);
            case ResumeBudget c -> ChangeRules.resume(c, dossier, setting);
            case EndBudget c -> ChangeRules.end(c, dossier, setting);
            case RecordDeath c -> ChangeRules.die(c, dossier, setting);
            case MoveAccount c -> ChangeRules.move(c, dossier, setting);
            case RecordTransfer c -> ChangeRules.transfer(c, dossier, setting);
            case CancelInstalment c -> ChangeRules.cancel(c, dossier, setting);
            case UpliftRates c -> BatchRules.uplift(c, dossier, setting);
            case ProposeCut c -> BatchRules.cut(c, dossier, setting);
            case RefundContribution c -> ContributionRules.refund(c, dossier, setting);
            case QuerySpend c -> JudgementRules.query(c, dossier, setting);
            case AnswerQuery c -> JudgementRules.answer(c, dossier, setting);
            case JudgeSpend c -> JudgementRules.judge(c, dossier, setting);
            case RecordRefund c -> JudgementRules.refund(c, dossier, setting);
            case RecordSupplierRefund c -> RecoveryRules.due(c, dossier, setting);
            case ReceiveSupplierRefund c -> RecoveryRules.receive(c, dossier, setting);
            case AllocateReceipt c -> ReceiptRules.allocate(c, dossier, receipts, setting);
            case RecordReview c -> ReviewRules.record(c, dossier, setting);
            case ScoreMonitoring c -> ReviewRules.score(c, dossier, setting);
            case ChangeFunders c -> FunderRules.change(c, dossier, setting);
            case RecordFunderAdvance c -> RechargeRules.inAdvance(c, dossier, setting);
            case UseFunderAdvance c -> RechargeRules.use(c, dossier, setting);
            case ReduceRecharge c -> RechargeRules.reduce(c, dossier, setting);
            case PayIntoPool c -> PoolRules.payIn(c, dossier, setting, pools().get(c.pool()));
            case PayBackFromPool c -> PoolRules.payBack(c, dossier, setting, pools().get(c.pool()));
            case ReclaimCommand c -> ofReclaim(c, dossier, setting);
            case CustodyCommand c -> CustodyRules.on(c, dossier, setting);
            case PayoutCommand c -> PayoutRules.on(c, dossier);
            case AccrualCommand c -> AccrualRules.on(c, dossier, setting);
            case InvoiceCommand c -> invoicing.on(c, dossier, setting);
            default -> throw new IllegalArgumentException("no opinion on " + command);
        };
    }

    private static Opinion ofReclaim(ReclaimCommand command, Dossier dossier, Setting setting) {
        return switch (command) {
            case ReclaimCommand.GiveReclaimNotice c -> ReclaimRules.give(c, dossier, setting);
            case ReclaimCommand.AskReconsideration c -> ReclaimRules.ask(c, dossier, setting);
            case ReclaimCommand.DecideReconsideration c -> ReclaimRules.reconsider(c, dossier, setting);
            case ReclaimCommand.DecideReclaim c -> ReclaimRules.decide(c, dossier, setting);
            case ReclaimCommand.ReceiveReclaim c -> ReclaimRules.receive(c, dossier, setting);
            case ReclaimCommand.WithdrawReclaimNotice c -> ReclaimRules.withdraw(c, dossier);
            case ReclaimCommand.ProposeRelief c -> ReliefRules.propose(c, dossier, setting);
            case ReclaimCommand.ApproveRelief c -> ReliefRules.approve(c, dossier, setting);
            case ReclaimCommand.RejectRelief c -> ReliefRules.reject(c, dossier, setting);
        };
    }

    private Opinion register(RegisterSupplier command) {
        Answer.Doubts doubts = new Answer.Doubts();
        doubts.when(suppliers.containsKey(command.supplier()), "supplier-already-registered");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(
                new Answer.Figures().note("registered"), _ -> suppliers.put(command.supplier(), new Prices()));
    }

    private Opinion setRate(SetSupplierRate command, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Prices prices = suppliers.get(command.supplier());
        doubts.when(prices == null, "no-such-supplier");
        doubts.when(command.rate().pence() <= 0, "rate-not-positive");
        doubts.when(command.rate().pence() > 100_000_000, "rate-too-large");
        doubts.when(command.to() != null && command.to().isBefore(command.from()), "rate-ends-before-it-starts");
        doubts.when(!setting.inTable(command.from()), "rate-date-out-of-range");
        if (prices == null) return Opinion.no(doubts);
        boolean twice = prices.agreed.stream()
                .anyMatch(price ->
                        price.category() == command.category() && price.from().equals(command.from()));
        doubts.when(twice, "rate-already-set");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(
                new Answer.Figures().add("rate", Sums.pounds(command.rate())),
                _ -> prices.agreed.add(new Prices.Price(
                        command.category(), Sums.pounds(command.rate()), command.from(), command.to())));
    }

    private Opinion adopt(AdoptPolicy command, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Policy policy = command.proposed();
        doubts.when(policy.effectiveFrom().isBefore(setting.today()), "policy-in-the-past");
        doubts.when(policy.flexPercent() < 0 || policy.flexPercent() > 100, "percent-out-of-range");
        boolean negative = policy.approverWeeklyLimit().pence() < 0
                || policy.lineTolerance().pence() < 0
                || policy.evidenceAbove().values().stream().anyMatch(amount -> amount.pence() < 0);
        doubts.when(negative, "negative-amount");
        doubts.when(policy.querying().noticePercent() > 100, "percent-out-of-range");
        doubts.when(policy.querying().answerDays() < 0, "number-out-of-range");
        doubts.when(policy.reviewing().planWeeks() > 52, "longer-than-the-law-allows");
        doubts.when(policy.arrears().reviewPeriods() < policy.arrears().alertPeriods(), "review-before-alert");
        doubts.when(policy.monitoring().highFrom() < policy.monitoring().mediumFrom(), "high-below-medium");
        boolean missing = policy.monitoring().returnWeeks().size() < RiskTier.values().length;
        doubts.when(missing, "return-weeks-missing");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().note("policy " + (policies.size() + 1)), _ -> policies.add(policy));
    }

    private boolean isKnown(BudgetCommand.PayProvider command, Setting setting) {
        boolean handedIn =
                command.invoice() != null && invoicing.isTaken(InvoiceId.of(command.supplier(), command.invoice()));
        return handedIn || instructed.contains(ProviderRules.naturalKey(command, setting.step()));
    }

    /** A supplier posts invoices, credit notes and what it delivered, and decides nothing. */
    private static boolean isOfSuppliers(InvoiceCommand command) {
        return switch (command) {
            case SubmitInvoice _, RecordActuals _, RecordCreditNote _ -> true;
            case ApproveInvoice _, DisputeInvoice _, ReleaseInvoice _, RejectInvoice _ -> false;
        };
    }

    /** Who may ask for what, as the table of roles has it. */
    private static boolean mayAsk(Role role, Command command) {
        return switch (command) {
            case BudgetCommand.AllocateBudget _,
                    BudgetCommand.ProposePlan _,
                    BudgetCommand.OpenAccount _,
                    BudgetCommand.DecideNecessity _ -> role == PRACTITIONER;
            case BudgetCommand.ApprovePlan _, BudgetCommand.RejectPlan _ -> role == APPROVER || role == PANEL;
            case BudgetCommand.AssessContribution _, BudgetCommand.RaiseContribution _ -> role == CONTRIBUTIONS_OFFICER;
            case BudgetCommand.ApproveInstalment _, BudgetCommand.ReissuePayment _ -> role == PAYMENTS_OFFICER;
            // What the bank's files say is a reaction of the ledger itself.
            case BudgetCommand.ReturnPayment _ -> role == PAYMENTS_OFFICER || role == SYSTEM;
            case BudgetCommand.SettlePayment _, BudgetCommand.RecordContributionPayment _ ->
                role == RECONCILER || role == SYSTEM;
            case BudgetCommand.SubmitPayment _ -> role == PAYMENTS_APPROVER;
            case BudgetCommand.RecordSpend _ -> role == RECONCILER || role == ACCOUNT_HOLDER || role == SYSTEM;
            case BudgetCommand.PayProvider _, RegisterSupplier _, SetSupplierRate _ -> role == INVOICE_OFFICER;
            case BudgetCommand.RechargeFunder _, TakeOnBudget _ -> role == FINANCE_CONTROLLER;
            case RecordFunderAdvance _ -> role == FINANCE_CONTROLLER || role == RECONCILER;
            case ChangeFunders _, UseFunderAdvance _, ReduceRecharge _ -> role == FINANCE_CONTROLLER;
            case OpenPool _, AgreeShares _ -> role == PRACTITIONER;
            case PayIntoPool _, PayBackFromPool _, RecordPoolSpend _ -> role == RECONCILER;
            case BudgetCommand.RecordRechargePayment _ ->
                role == FINANCE_CONTROLLER || role == RECONCILER || role == SYSTEM;
            case CustodyCommand _ -> role == RECONCILER || role == SYSTEM;
            case PayoutCommand _ -> role == PRACTITIONER;
            case InvoiceCommand c -> role == INVOICE_OFFICER || role == PROVIDER && isOfSuppliers(c);
            case AccrualCommand.AccrueCare _ -> role == FINANCE_CONTROLLER || role == SYSTEM;
            case AccrualCommand.ReverseAccrual _ -> role == FINANCE_CONTROLLER;
            case AdoptPolicy _ -> role == ADMIN;
            case SuspendBudget _, ResumeBudget _, EndBudget _, MoveAccount _ -> role == PRACTITIONER;
            case RecordDeath _ -> role == PRACTITIONER || role == PAYMENTS_OFFICER;
            case RecordTransfer _ -> role == RECONCILER;
            case CancelInstalment _ -> role == PAYMENTS_OFFICER;
            case UpliftRates _, ProposeCut _ -> role == FINANCE_CONTROLLER;
            case RefundContribution _ -> role == CONTRIBUTIONS_OFFICER;
            case QuerySpend _ -> role == RECONCILER || role == PRACTITIONER;
            case AnswerQuery _ -> role == ACCOUNT_HOLDER || role == RECONCILER;
            case JudgeSpend _ -> role == PRACTITIONER;
            case RecordRefund _ -> role == RECONCILER || role == SYSTEM;
            case RecordSupplierRefund _ -> role == INVOICE_OFFICER;
            case ReceiveSupplierRefund _ -> role == RECONCILER || role == SYSTEM;
            case AllocateReceipt _ -> role == RECONCILER;
            case ReceiptCommand _ -> role == RECONCILER || role == SYSTEM;
            case RecordReview _ -> role == PRACTITIONER;
            case ScoreMonitoring _ -> role == RECONCILER;
            case ReclaimCommand.GiveReclaimNotice _ -> role == RECONCILER;
            case ReclaimCommand.AskReconsideration _ -> role == ACCOUNT_HOLDER || role == PRACTITIONER;
            case ReclaimCommand.DecideReconsideration _ -> role == PANEL;
            case ReclaimCommand.DecideReclaim _ -> role == FINANCE_CONTROLLER;
            case ReclaimCommand.WithdrawReclaimNotice _ -> role == RECONCILER || role == FINANCE_CONTROLLER;
            case ReclaimCommand.ReceiveReclaim _ -> role == RECONCILER || role == FINANCE_CONTROLLER || role == SYSTEM;
            case ReclaimCommand.ProposeRelief _ ->
                role == RECONCILER || role == PRACTITIONER || role == FINANCE_CONTROLLER;
            case ReclaimCommand.ApproveRelief _, ReclaimCommand.RejectRelief _ ->
                role == FINANCE_CONTROLLER || role == PANEL;
            default -> throw new IllegalArgumentException("nobody may ask for " + command);
        };
    }
}
