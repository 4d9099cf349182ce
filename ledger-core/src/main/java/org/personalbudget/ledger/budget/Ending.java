package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetRefusal.BeforeBudgetStarts;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeCommand.EndBudget;
import org.personalbudget.ledger.budget.ChangeCommand.RecordDeath;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetEnded;
import org.personalbudget.ledger.budget.ChangeEvent.DeathRecorded;
import org.personalbudget.ledger.budget.ChangeRefusal.BudgetHasEnded;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;

/** A budget ends, by a decision or because the person has died. The last day is the last that costs anything. */
final class Ending {

    private Ending() {}

    static Decision end(EndBudget command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        LocalDate startsOn = budget.terms().startsOn();
        LocalDate known = budget.lifecycle().lastDay();
        Optional<BudgetRefusal> refusal = first(
                () -> inTable("on", command.on(), at),
                () -> when(command.on().isBefore(startsOn), () -> new BeforeBudgetStarts("on", command.on(), startsOn)),
                () -> known == null ? Optional.empty() : Optional.of(new BudgetHasEnded(known)));
        if (refusal.isPresent()) return refuse(refusal.get());
        Draft draft = new Draft(budget);
        draft.add(new BudgetEnded(
                command.budget(),
                at.now(),
                command.on(),
                command.reason(),
                command.note(),
                at.actor().id()));
        Restatement.follow(command.on().plusDays(1), budget, draft, facts);
        return draft.accepted();
    }

    /** A death comes before an end that was planned; after the end it changes nothing here. */
    static Decision die(RecordDeath command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        Optional<BudgetRefusal> refusal =
                first(() -> happened("on", command.on(), at), () -> over(command.on(), budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        Draft draft = new Draft(budget);
        draft.add(new DeathRecorded(
                command.budget(), at.now(), command.on(), at.actor().id()));
        Restatement.follow(command.on().plusDays(1), budget, draft, facts);
        return draft.accepted();
    }

    private static Optional<BudgetRefusal> over(LocalDate on, Budget budget) {
        LocalDate known = budget.lifecycle().lastDay();
        if (known == null) return Optional.empty();
        return when(budget.lifecycle().died() || on.isAfter(known), () -> new BudgetHasEnded(known));
    }
}
