package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.notNegative;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetRefusal.NotTheHolder;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.Demand.Reconsideration;
import org.personalbudget.ledger.budget.ReclaimCommand.AskReconsideration;
import org.personalbudget.ledger.budget.ReclaimCommand.DecideReconsideration;
import org.personalbudget.ledger.budget.ReclaimEvent.ReconsiderationAsked;
import org.personalbudget.ledger.budget.ReclaimEvent.ReconsiderationDecided;
import org.personalbudget.ledger.budget.ReclaimRefusal.*;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.ReclaimId;

/** The right to have a demand looked at again, before money moves. It never raises a demand. */
final class Reconsidering {

    private Reconsidering() {}

    static Decision ask(AskReconsideration command, Budget budget, Circumstances at) {
        Demand demand = budget.reclaims().find(command.reclaim());
        if (demand == null) return refuse(new UnknownReclaim(command.reclaim()));
        Optional<BudgetRefusal> refusal = first(
                () -> ofTheHolder(demand, budget, at),
                () -> when(
                        demand.reconsideration() != Reconsideration.NOT_ASKED,
                        () -> new ReconsiderationAskedAlready(command.reclaim())),
                () -> open(command.reclaim(), demand),
                () -> when(
                        at.today().isAfter(demand.about().reconsiderBy()),
                        () -> new ReconsiderationOutOfTime(
                                command.reclaim(), demand.about().reconsiderBy())));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new ReconsiderationAsked(
                command.budget(),
                at.now(),
                command.reclaim(),
                command.grounds(),
                at.actor().id()));
    }

    /** A holder asks for themselves only. */
    private static Optional<BudgetRefusal> ofTheHolder(Demand demand, Budget budget, Circumstances at) {
        AccountId id = demand.about().account();
        Account account = id == null ? null : budget.accounts().get(id);
        if (at.actor().role() != Role.ACCOUNT_HOLDER || account == null) return Optional.empty();
        PersonRef holder = account.opened().holder();
        boolean theirs = holder != null && holder.value().equals(at.actor().id().value());
        return when(!theirs, () -> new NotTheHolder(at.actor().id(), account.id()));
    }

    /** Misuse is decided at once, and can be looked at again until it is paid; all else only until it is decided. */
    private static Optional<BudgetRefusal> open(ReclaimId reclaim, Demand demand) {
        boolean tooFar = demand.isOver() || (demand.step() == Demand.Step.DECIDED && !demand.isMisuse());
        return when(tooFar, () -> new ReclaimNotOpen(reclaim));
    }

    static Decision decide(DecideReconsideration command, Budget budget, Circumstances at) {
        Demand demand = budget.reclaims().find(command.reclaim());
        if (demand == null) return refuse(new UnknownReclaim(command.reclaim()));
        Optional<BudgetRefusal> refusal = first(
                () -> when(
                        demand.reconsideration() != Reconsideration.ASKED,
                        () -> new ReconsiderationNotAsked(command.reclaim())),
                () -> when(
                        at.actor().id().equals(demand.about().by()),
                        () -> new NoticeGiverMayNotDecide(at.actor().id(), command.reclaim())),
                () -> open(command.reclaim(), demand),
                () -> notNegative("amount", command.amount()),
                () -> when(
                        command.amount().exceeds(demand.amount()),
                        () -> new ExceedsDemand(command.reclaim(), command.amount(), demand.amount())));
        if (refusal.isPresent()) return refuse(refusal.get());
        Split released = released(command.amount(), demand, budget.lead());
        return accept(new ReconsiderationDecided(
                command.budget(),
                at.now(),
                command.reclaim(),
                demand.isMisuse() ? demand.amount().minus(released.total()) : command.amount(),
                released,
                command.reason(),
                at.actor().id()));
    }

    /** Of a misuse that is owed, what is let off; what has been paid back stays paid back. */
    private static Split released(Money amount, Demand demand, Funder lead) {
        if (!demand.isMisuse()) return Split.NOTHING;
        return demand.part(demand.amount().minus(amount).min(demand.owed().total()), lead);
    }
}
