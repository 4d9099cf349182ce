package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.Demand.Step;
import org.personalbudget.ledger.budget.ReclaimCommand.ReceiveReclaim;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimReceived;
import org.personalbudget.ledger.budget.ReclaimRefusal.*;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Funder;

/**
 * What is owed back has come. Money that is in the bank or in the account is a fact; what the council takes by itself,
 * from an instalment or a card, waits until the demand can no longer be reconsidered.
 */
final class ReclaimReceipts {

    private static final Set<ReclaimRoute> TAKEN = Set.of(ReclaimRoute.INSTALMENT, ReclaimRoute.CARD_UNLOAD);

    private ReclaimReceipts() {}

    static Decision receive(ReceiveReclaim command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        Demand demand = budget.reclaims().find(command.reclaim());
        if (demand == null) return refuse(new UnknownReclaim(command.reclaim()));
        if (demand.step() != Step.DECIDED) return refuse(new ReclaimNotDecided(command.reclaim()));
        Money owed = demand.owed().total();
        Money amount = command.amount() == null ? owed : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> when(demand.isOver(), () -> new ReclaimNotOpen(command.reclaim())),
                () -> positive("amount", amount),
                () -> happened("on", command.on(), at),
                () -> when(amount.exceeds(owed), () -> new ExceedsReclaim(command.reclaim(), amount, owed)),
                () -> route(command.route(), demand.about().accountKind()),
                () -> when(
                        TAKEN.contains(command.route()) && demand.isOpenToReconsideration(at.today()),
                        () -> new ReconsiderationOpen(
                                command.reclaim(), demand.about().reconsiderBy())));
        if (refusal.isPresent()) return refuse(refusal.get());
        Split split = demand.part(amount, budget.lead());
        if (command.route() == ReclaimRoute.INSTALMENT) return keepBack(command, demand, split, budget, facts);
        Draft draft = new Draft(budget);
        return draft.add(received(command, demand, split, Split.NOTHING, budget, at))
                .accepted();
    }

    private static Optional<BudgetRefusal> route(ReclaimRoute route, @Nullable AccountKind kind) {
        boolean fits = switch (route) {
            case BANK -> true;
            case ACCOUNT, INSTALMENT -> kind != null;
            case CARD_UNLOAD -> kind == AccountKind.PREPAID_CARD;
        };
        return when(!fits, () -> new RouteNotOfAccount(route, kind));
    }

    private static Decision keepBack(
            ReceiveReclaim command, Demand demand, Split split, Budget budget, BudgetFacts facts) {
        if (command.payment() == null) return refuse(new InstalmentNeeded());
        boolean ours = facts.payment() instanceof Payment payment
                && payment.instructed().budget().equals(budget.terms().budget())
                && payment.instructed().purpose() == PaymentPurpose.INSTALMENT;
        if (!ours) return refuse(new UnknownPayment(command.payment()));
        Payment payment = (Payment) facts.payment();
        PaymentStanding standing = new PaymentLife(budget, facts.at(), payment, facts.details()).standing();
        if (standing != PaymentStanding.INSTRUCTED) {
            return refuse(new PaymentNotReady(command.payment(), standing, PaymentStep.REDUCTION));
        }
        Split payable = payment.instructed().split();
        Optional<Split> kept = byBook(split, payable, budget.lead());
        if (kept.isEmpty()) {
            return refuse(new ExceedsInstalment(command.payment(), split.total(), payable.total()));
        }
        return new Draft(budget)
                .add(received(command, demand, split, kept.get(), budget, facts.at()))
                .add(new PaymentReduced(
                        command.payment(),
                        facts.at().now(),
                        command.budget(),
                        payable.plus(kept.get().negated()),
                        facts.at().actor().id()))
                .accepted();
    }

    /** Each book gets back its own: the same amount of every funder's part of the instalment. */
    private static Optional<Split> byBook(Split split, Split payable, Funder lead) {
        Split kept = Split.NOTHING;
        for (Map.Entry<Funder, Money> book : split.byBook().entrySet()) {
            Split of = new Split(payable.parts().stream()
                    .filter(part -> part.book() == book.getKey())
                    .toList());
            if (book.getValue().isNegative() || book.getValue().exceeds(of.total())) return Optional.empty();
            kept = kept.plus(of.part(book.getValue(), lead));
        }
        return Optional.of(kept);
    }

    private static ReclaimReceived received(
            ReceiveReclaim command, Demand demand, Split split, Split kept, Budget budget, Circumstances at) {
        return new ReclaimReceived(
                command.budget(),
                at.on(command.on()),
                command.reclaim(),
                demand.about().kind(),
                command.route(),
                demand.about().account(),
                demand.about().accountKind(),
                split,
                command.route() == ReclaimRoute.INSTALMENT ? command.payment() : null,
                kept,
                budget.lead(),
                at.actor().id());
    }
}
