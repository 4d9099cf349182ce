package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetEvent.BudgetAllocated;
import org.personalbudget.ledger.budget.TakeOnCommand.TakeOnBudget;
import org.personalbudget.ledger.budget.TakeOnRefusal.NoAccountsTaken;
import org.personalbudget.ledger.budget.TakeOnRefusal.PreparerMayNotApprove;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;

/** Answers the command that brings a budget over from an old system. */
final class TakeOnDecider {

    private TakeOnDecider() {}

    static Decision decide(TakeOnCommand command, BudgetFacts facts) {
        return switch (command) {
            case TakeOnBudget c -> takeOn(c, facts);
        };
    }

    private static Decision takeOn(TakeOnBudget command, BudgetFacts facts) {
        Circumstances at = facts.at();
        Optional<BudgetRefusal> refusal = first(
                () -> when(
                        command.prepared().equals(at.actor().id()),
                        () -> new PreparerMayNotApprove(at.actor().id(), command.batch())),
                () -> happened("on", command.on(), at),
                () -> when(command.accounts().isEmpty(), NoAccountsTaken::new));
        if (refusal.isPresent()) return refuse(refusal.get());
        return switch (Planning.allocate(allocation(command), TakingOn.asPrepared(command, at))) {
            case Decision.Refused refused -> refused;
            case Decision.Accepted accepted ->
                new TakingOn(command, (BudgetAllocated) accepted.events().getFirst(), facts).decide();
        };
    }

    private static AllocateBudget allocation(TakeOnBudget command) {
        return new AllocateBudget(
                command.budget(),
                command.person(),
                command.careGroup(),
                command.on(),
                command.weekly(),
                command.weekly(),
                command.funders(),
                command.riskTier(),
                command.aftercare());
    }
}
