package org.personalbudget.ledger.budget;

import static java.util.Objects.requireNonNull;
import static org.personalbudget.ledger.budget.Checks.*;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentReturnedToAccount;
import org.personalbudget.ledger.budget.BudgetRefusal.PaymentStanding;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.CustodyCommand.UndoContributionPayment;
import org.personalbudget.ledger.budget.CustodyCommand.UndoSettlement;
import org.personalbudget.ledger.budget.CustodyEvent.AccountCreditUndone;
import org.personalbudget.ledger.budget.CustodyEvent.ContributionPaymentUndone;
import org.personalbudget.ledger.budget.CustodyRefusal.NotSoMuchContributed;
import org.personalbudget.ledger.budget.CustodyRefusal.SettlementStands;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentEvent.SettlementUndone;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;

/** What a statement was wrongly taken to show is taken back: the exact mirror of what was posted, with its split. */
final class TakingBack {

    private TakingBack() {}

    static Decision settlement(UndoSettlement command, Budget budget, Payment payment, BudgetFacts facts) {
        Circumstances at = facts.at();
        PaymentStanding standing = new PaymentLife(budget, at, payment, facts.details()).standing();
        Optional<BudgetRefusal> refusal = first(
                () -> happened("on", command.on(), at),
                () -> when(
                        !undoable(command.leg()).contains(standing),
                        () -> new SettlementStands(command.payment(), standing, command.leg())));
        if (refusal.isPresent()) return refuse(refusal.get());
        When when = at.on(command.on());
        Draft draft = new Draft(budget);
        PaymentInstructed paid = payment.instructed();
        if (command.leg() != SettlementLeg.BANK && standing == PaymentStanding.CREDITED) {
            notArrived(paid, when, draft, at);
        }
        if (command.leg() != SettlementLeg.ACCOUNT) notLeft(payment, when, draft);
        return draft.accepted();
    }

    private static Set<PaymentStanding> undoable(SettlementLeg leg) {
        return switch (leg) {
            case BANK -> Set.of(PaymentStanding.LEFT_BANK, PaymentStanding.SETTLED);
            case ACCOUNT -> Set.of(PaymentStanding.CREDITED);
            case BOTH -> Set.of(PaymentStanding.CREDITED, PaymentStanding.SETTLED);
        };
    }

    private static void notArrived(PaymentInstructed paid, When when, Draft draft, Circumstances at) {
        AccountId id = requireNonNull(paid.account());
        Account before = draft.budget().account(id);
        draft.add(new AccountCreditUndone(
                paid.budget(),
                when,
                paid.payment(),
                id,
                requireNonNull(paid.kind()),
                paid.servicePeriod(),
                paid.split(),
                paid.lead(),
                at.actor().id()));
        Overdrafts.raise(before, draft, at);
        Refunding.follow(paid.servicePeriod(), draft, at);
    }

    private static void notLeft(Payment payment, When when, Draft draft) {
        PaymentInstructed paid = payment.instructed();
        draft.add(new SettlementUndone(
                paid.payment(), when, paid.budget(), payment.attempt(), paid.purpose(), paid.channel(), paid.split()));
        if (paid.channel() != Channel.ACCOUNT) return;
        draft.add(new ProviderPaymentReturnedToAccount(
                paid.budget(),
                when,
                paid.payment(),
                requireNonNull(paid.account()),
                requireNonNull(paid.kind()),
                requireNonNull(paid.supplier()),
                paid.line(),
                paid.split()));
    }

    static Decision contribution(UndoContributionPayment command, Budget budget, Circumstances at) {
        AccountId id = command.account();
        Account account = id == null ? null : budget.accounts().get(id);
        Money kept = budget.contributions().money().kept();
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", command.amount()),
                () -> happened("on", command.on(), at),
                () -> id == null ? Optional.empty() : holdsMoney(id, command.on(), budget),
                () -> when(command.amount().exceeds(kept), () -> new NotSoMuchContributed(id, command.amount(), kept)));
        if (refusal.isPresent()) return refuse(refusal.get());
        Funder council = budget.chargingCouncil().orElseThrow();
        Draft draft = new Draft(budget);
        draft.add(new ContributionPaymentUndone(
                command.budget(),
                at.on(command.on()),
                id,
                account == null ? null : account.opened().kind(),
                received(account, command.amount(), council),
                council,
                at.actor().id()));
        if (account != null) Overdrafts.raise(account, draft, at);
        Arrears.raise(budget, draft, at);
        return draft.accepted();
    }

    private static Part received(@Nullable Account account, Money amount, Funder council) {
        boolean gross = account != null && account.opened().method() == ContributionMethod.GROSS;
        return gross ? Part.of(council, amount) : Part.client(council, amount);
    }
}
