package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetRefusal.BeforeBudgetStarts;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownLine;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeCommand.ResumeBudget;
import org.personalbudget.ledger.budget.ChangeCommand.SuspendBudget;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetResumed;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetSuspended;
import org.personalbudget.ledger.budget.ChangeRefusal.AlreadySuspended;
import org.personalbudget.ledger.budget.ChangeRefusal.BudgetHasEnded;
import org.personalbudget.ledger.budget.ChangeRefusal.NotSuspended;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.terms.LineId;

/** Paying for some lines, or for all, stops and begins again: in hospital after the policy's days in full. */
final class Suspending {

    private Suspending() {}

    static Decision suspend(SuspendBudget command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        LocalDate from = command.from();
        Optional<BudgetRefusal> refusal = first(
                () -> possibleFrom(from, budget, at),
                () -> unknownLine(command.lines(), budget),
                () -> already(command, budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        int paidDays = command.reason() == SuspensionReason.HOSPITAL
                ? at.policy().changing().hospitalPaidDays()
                : 0;
        Draft draft = new Draft(budget);
        draft.add(new BudgetSuspended(
                command.budget(),
                at.now(),
                from,
                command.lines(),
                command.reason(),
                paidDays,
                command.note(),
                at.actor().id()));
        Restatement.follow(from.plusDays(paidDays), budget, draft, facts);
        return draft.accepted();
    }

    private static Optional<BudgetRefusal> possibleFrom(LocalDate from, Budget budget, Circumstances at) {
        LocalDate startsOn = budget.terms().startsOn();
        return first(
                () -> inTable("from", from, at),
                () -> when(from.isBefore(startsOn), () -> new BeforeBudgetStarts("from", from, startsOn)),
                () -> when(
                        budget.lifecycle().hasEndedBefore(from),
                        () -> new BudgetHasEnded(budget.lifecycle().lastDayOr(from))));
    }

    private static Optional<BudgetRefusal> unknownLine(List<LineId> lines, Budget budget) {
        return lines.stream()
                .filter(line -> budget.plans().approvals().stream()
                        .flatMap(plan -> plan.lines().stream())
                        .noneMatch(planned -> planned.id().equals(line)))
                .<BudgetRefusal>map(UnknownLine::new)
                .findFirst();
    }

    /** All of what is meant is suspended then; where only a part is, the rest is taken in. */
    private static Optional<BudgetRefusal> already(SuspendBudget command, Budget budget) {
        List<BudgetSuspended> open = budget.lifecycle().suspensions().stream()
                .filter(suspension -> suspension.isOpenOn(command.from()))
                .map(Suspension::suspended)
                .toList();
        return open.stream()
                .filter(first -> first.lines().isEmpty() || takenIn(command.lines(), open))
                .<BudgetRefusal>map(first -> new AlreadySuspended(first.from()))
                .findFirst();
    }

    private static boolean takenIn(List<LineId> lines, List<BudgetSuspended> open) {
        return !lines.isEmpty()
                && lines.stream()
                        .allMatch(line ->
                                open.stream().anyMatch(each -> each.lines().contains(line)));
    }

    static Decision resume(ResumeBudget command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        LocalDate from = command.from();
        Optional<BudgetRefusal> refusal = first(
                () -> possibleFrom(from, budget, at),
                () -> when(!budget.lifecycle().isSuspendedOn(from), () -> new NotSuspended(from)));
        if (refusal.isPresent()) return refuse(refusal.get());
        Draft draft = new Draft(budget);
        draft.add(new BudgetResumed(command.budget(), at.now(), from, at.actor().id()));
        Restatement.follow(from, budget, draft, facts);
        return draft.accepted();
    }
}
