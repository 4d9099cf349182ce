package org.personalbudget.ledger.budget;

import static java.util.Objects.requireNonNull;
import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import java.util.Set;
import org.personalbudget.ledger.bankdetails.BankDetails;
import org.personalbudget.ledger.budget.BudgetCommand.ReissuePayment;
import org.personalbudget.ledger.budget.BudgetCommand.ReturnPayment;
import org.personalbudget.ledger.budget.BudgetCommand.SettlePayment;
import org.personalbudget.ledger.budget.BudgetCommand.SubmitPayment;
import org.personalbudget.ledger.budget.BudgetEvent.AccountCreditReversed;
import org.personalbudget.ledger.budget.BudgetEvent.AccountCredited;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaidFromAccount;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentReturnedToAccount;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReissued;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReturned;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentSettled;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentSubmitted;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.payment.ReturnStage;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.payrun.RunOrder;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;

/** What happens to a payment after it was instructed, and what that does to the account it is for or from. */
final class PaymentLife {

    private final Budget budget;
    private final Circumstances at;
    private final Payment payment;
    private final PaymentInstructed paid;
    private final BankDetails details;

    PaymentLife(Budget budget, Circumstances at, Payment payment, BankDetails details) {
        this.details = details;
        this.budget = budget;
        this.at = at;
        this.payment = payment;
        this.paid = payment.instructed();
    }

    Decision submit(SubmitPayment command) {
        ActorId actor = at.actor().id();
        Optional<BudgetRefusal> refusal = first(
                () -> ready(PaymentStep.SUBMISSION, Set.of(PaymentStanding.INSTRUCTED)),
                () -> when(
                        !payment.mayBeSubmittedBy(actor), () -> new InstructorMayNotSubmit(actor, command.payment())),
                () -> Payouts.withheld(command.order(), payment, details, budget, at));
        if (refusal.isPresent()) return refuse(refusal.get());
        RunOrder order = command.order();
        return new Draft(budget)
                .add(new PaymentSubmitted(
                        paid.payment(),
                        at.now(),
                        paid.budget(),
                        payment.attempt(),
                        paid.purpose(),
                        paid.channel(),
                        paid.split(),
                        order == null ? null : order.run(),
                        order == null ? null : order.details(),
                        actor))
                .accepted();
    }

    Decision settle(SettlePayment command) {
        Optional<BudgetRefusal> refusal = first(
                () -> happened("on", command.on(), at), () -> ready(PaymentStep.SETTLEMENT, settleable(command.leg())));
        if (refusal.isPresent()) return refuse(refusal.get());
        When when = at.on(command.on());
        Draft draft = new Draft(budget);
        if (command.leg() != SettlementLeg.ACCOUNT) {
            draft.add(new PaymentSettled(
                    paid.payment(),
                    when,
                    paid.budget(),
                    payment.attempt(),
                    paid.purpose(),
                    paid.channel(),
                    paid.split()));
            if (paid.channel() == Channel.ACCOUNT) paidFromAccount(when, draft);
        }
        if (command.leg() != SettlementLeg.BANK && isInstalment()) credited(when, draft);
        return draft.accepted();
    }

    private Set<PaymentStanding> settleable(SettlementLeg leg) {
        if (paid.channel() == Channel.ACCOUNT && leg != SettlementLeg.ACCOUNT) {
            return Set.of(PaymentStanding.INSTRUCTED, PaymentStanding.SUBMITTED);
        }
        return switch (leg) {
            case BANK, BOTH -> Set.of(PaymentStanding.SUBMITTED);
            case ACCOUNT -> Set.of(PaymentStanding.LEFT_BANK);
        };
    }

    private void credited(When when, Draft draft) {
        draft.add(new AccountCredited(
                paid.budget(),
                when,
                paid.payment(),
                account(),
                kind(),
                paid.servicePeriod(),
                paid.split(),
                paid.lead()));
        Refunding.follow(paid.servicePeriod(), draft, at);
    }

    private void paidFromAccount(When when, Draft draft) {
        draft.add(new ProviderPaidFromAccount(
                paid.budget(),
                when,
                paid.payment(),
                account(),
                kind(),
                requireNonNull(paid.supplier()),
                paid.line(),
                paid.split()));
    }

    Decision comeBack(ReturnPayment command) {
        Optional<BudgetRefusal> refusal = first(
                () -> happened("on", command.on(), at),
                () -> ready(
                        PaymentStep.RETURN,
                        Set.of(
                                PaymentStanding.SUBMITTED,
                                PaymentStanding.LEFT_BANK,
                                PaymentStanding.CREDITED,
                                PaymentStanding.SETTLED)));
        if (refusal.isPresent()) return refuse(refusal.get());
        When when = at.on(command.on());
        ReturnStage stage = stage();
        Draft draft = new Draft(budget);
        draft.add(new PaymentReturned(
                paid.payment(),
                when,
                paid.budget(),
                payment.attempt(),
                paid.purpose(),
                paid.channel(),
                command.code(),
                stage,
                paid.split()));
        if (stage == ReturnStage.AFTER_CREDIT) takeBack(when, draft);
        if (stage == ReturnStage.AFTER_SETTLEMENT && paid.channel() == Channel.ACCOUNT) backInAccount(when, draft);
        Payouts.follow(command, payment, details, draft, at);
        return draft.accepted();
    }

    private ReturnStage stage() {
        return switch (standing()) {
            case CREDITED -> ReturnStage.AFTER_CREDIT;
            case LEFT_BANK, SETTLED -> ReturnStage.AFTER_SETTLEMENT;
            case INSTRUCTED, CANCELLED, SUBMITTED, RETURNED -> ReturnStage.BEFORE_SETTLEMENT;
        };
    }

    private void takeBack(When when, Draft draft) {
        Account before = requireNonNull(budget.accounts().get(account()));
        draft.add(new AccountCreditReversed(
                paid.budget(),
                when,
                paid.payment(),
                account(),
                kind(),
                paid.servicePeriod(),
                paid.split(),
                paid.lead()));
        Overdrafts.raise(before, draft, at);
        Refunding.follow(paid.servicePeriod(), draft, at);
    }

    private void backInAccount(When when, Draft draft) {
        draft.add(new ProviderPaymentReturnedToAccount(
                paid.budget(),
                when,
                paid.payment(),
                account(),
                kind(),
                requireNonNull(paid.supplier()),
                paid.line(),
                paid.split()));
    }

    Decision reissue(ReissuePayment command) {
        Optional<BudgetRefusal> refusal = ready(PaymentStep.REISSUE, Set.of(PaymentStanding.RETURNED));
        if (refusal.isPresent()) return refuse(refusal.get());
        return new Draft(budget)
                .add(new PaymentReissued(
                        command.payment(),
                        at.now(),
                        paid.budget(),
                        payment.attempt() + 1,
                        paid.purpose(),
                        paid.channel(),
                        payment.lastReturn(),
                        paid.split(),
                        at.actor().id()))
                .accepted();
    }

    private Optional<BudgetRefusal> ready(PaymentStep step, Set<PaymentStanding> from) {
        PaymentStanding standing = standing();
        return when(!from.contains(standing), () -> new PaymentNotReady(paid.payment(), standing, step));
    }

    PaymentStanding standing() {
        return switch (payment.step()) {
            case INSTRUCTED -> PaymentStanding.INSTRUCTED;
            case SUBMITTED -> PaymentStanding.SUBMITTED;
            case RETURNED -> PaymentStanding.RETURNED;
            case CANCELLED -> PaymentStanding.CANCELLED;
            case SETTLED -> settled();
        };
    }

    private PaymentStanding settled() {
        if (!isInstalment()) return PaymentStanding.SETTLED;
        return budget.credited().contains(paid.payment()) ? PaymentStanding.CREDITED : PaymentStanding.LEFT_BANK;
    }

    private boolean isInstalment() {
        return paid.purpose() == PaymentPurpose.INSTALMENT;
    }

    private AccountId account() {
        return requireNonNull(paid.account());
    }

    private AccountKind kind() {
        return requireNonNull(paid.kind());
    }
}
