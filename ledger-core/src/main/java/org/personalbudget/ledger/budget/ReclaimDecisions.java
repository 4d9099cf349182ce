package org.personalbudget.ledger.budget;

import static java.util.Objects.requireNonNull;
import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.Demand.About;
import org.personalbudget.ledger.budget.Demand.Step;
import org.personalbudget.ledger.budget.ReclaimCommand.DecideReclaim;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimDecided;
import org.personalbudget.ledger.budget.ReclaimRefusal.*;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Pots;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.Attribution;

/** What an account holds of a demand becomes a debt to the council, after the time for reconsideration. */
final class ReclaimDecisions {

    private ReclaimDecisions() {}

    static Decision decide(DecideReclaim command, Budget budget, Circumstances at) {
        Demand demand = budget.reclaims().find(command.reclaim());
        if (demand == null) return refuse(new UnknownReclaim(command.reclaim()));
        if (demand.step() != Step.NOTICED) return refuse(new ReclaimNotOpen(command.reclaim()));
        About about = demand.about();
        Account account = requireNonNull(budget.accounts().get(requireNonNull(about.account())));
        ReclaimKind kind = requireNonNull(about.kind());
        Money held = held(kind, account.pots());
        Money amount = kind == ReclaimKind.CLOSING ? demand.amount().min(held) : demand.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> when(
                        at.actor().id().equals(about.by()),
                        () -> new NoticeGiverMayNotDecide(at.actor().id(), command.reclaim())),
                () -> when(
                        demand.isOpenToReconsideration(at.today()),
                        () -> new ReconsiderationOpen(command.reclaim(), about.reconsiderBy())),
                () -> when(
                        amount.exceeds(held) || !amount.isPositive(),
                        () -> new AccountHoldsLess(account.id(), demand.amount(), held)));
        if (refusal.isPresent()) return refuse(refusal.get());
        Money tooMuch = kind == ReclaimKind.OVER_ADVANCE ? new Surplus(account, budget, at).overAdvances() : amount;
        if (amount.exceeds(tooMuch)) return refuse(new ExceedsReclaimable(account.id(), amount, tooMuch));
        return accept(decided(command, kind, amount, account, requireNonNull(about.rule()), budget, at));
    }

    /** At the end of an account nothing is set aside any more, and what was paid in too much may have been. */
    private static Money held(ReclaimKind kind, Pots pots) {
        return switch (kind) {
            case SURPLUS, SERVICE_FUND, MISUSE -> pots.free();
            case OVER_ADVANCE, CLOSING -> pots.held().atLeastZero();
        };
    }

    private static ReclaimDecided decided(
            DecideReclaim command,
            ReclaimKind kind,
            Money amount,
            Account account,
            Attribution rule,
            Budget budget,
            Circumstances at) {
        Split split = switch (kind) {
            case SURPLUS, SERVICE_FUND, MISUSE -> account.pots().attribute(amount, rule, budget.lead(), null);
            case OVER_ADVANCE, CLOSING -> account.pots().attributeToAll(amount, rule, budget.lead());
        };
        Surplus surplus = new Surplus(account, budget, at);
        return new ReclaimDecided(
                command.budget(),
                at.now(),
                command.reclaim(),
                account.id(),
                account.opened().kind(),
                kind,
                split,
                rule,
                surplus.clientPart(kind, notSetAside(split), rule),
                budget.contributions().book().or(budget::chargingCouncil).orElse(null),
                kind == ReclaimKind.OVER_ADVANCE ? surplus.takenBack(amount) : List.of(),
                at.actor().id());
    }

    /** One-offs are the funders' alone. */
    private static Money notSetAside(Split split) {
        return split.parts().stream()
                .filter(part -> part.ringFence() == null)
                .map(part -> part.amount())
                .reduce(Money.ZERO, Money::plus)
                .atLeastZero();
    }
}
