package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetRefusal.PlanExceedsBudget;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeRefusal.ReassessmentDecided;
import org.personalbudget.ledger.budget.ChangeRefusal.ReassessmentNeeded;
import org.personalbudget.ledger.budget.ChangeRefusal.UnknownCut;
import org.personalbudget.ledger.budget.ChangeRefusal.UnknownReassessment;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.ReviewId;

/** The weekly amount that a plan keeps to or sets: a lower one only after a reassessment (Care Act 2014, section 27). */
final class WeeklyAmount {

    private WeeklyAmount() {}

    static Optional<BudgetRefusal> refusal(ProposePlan command, Budget budget) {
        Money weekly = command.weekly();
        return first(
                () -> weekly == null ? Optional.empty() : positive("weekly", weekly),
                () -> known(command.reassessment(), budget),
                () -> known(command.cut(), budget),
                () -> withinBudget(command, budget),
                () -> weekly == null ? Optional.empty() : notLower(weekly, command, budget));
    }

    private static Optional<BudgetRefusal> known(@Nullable ReviewId reassessment, Budget budget) {
        if (reassessment == null || budget.reviews().hasReassessment(reassessment)) return Optional.empty();
        return Optional.of(new UnknownReassessment(reassessment));
    }

    /** A reassessment finds one amount: what has been decided on it goes no lower without another. */
    private static Optional<BudgetRefusal> decidedOn(ReviewId reassessment, Money weekly, Budget budget) {
        return budget.plans()
                .lowestOn(reassessment)
                .filter(decided -> decided.exceeds(weekly))
                .map(decided -> new ReassessmentDecided(reassessment, weekly, decided));
    }

    private static Optional<BudgetRefusal> known(@Nullable BatchId cut, Budget budget) {
        if (cut == null || budget.lifecycle().cuts().containsKey(cut)) return Optional.empty();
        return Optional.of(new UnknownCut(cut));
    }

    /** A plan that sets no weekly amount keeps to the smallest that is in force while it is. */
    private static Optional<BudgetRefusal> withinBudget(ProposePlan command, Budget budget) {
        Money planned = command.lines().stream().map(PlanLine::weekly).reduce(Money.ZERO, Money::plus);
        Money weekly = command.weekly() == null
                ? inForceFrom(command.effectiveFrom(), budget).stream()
                        .min(Money::compareTo)
                        .orElseThrow()
                : command.weekly();
        return when(planned.exceeds(weekly), () -> new PlanExceedsBudget(planned, weekly));
    }

    private static Optional<BudgetRefusal> notLower(Money weekly, ProposePlan command, Budget budget) {
        Money current = inForceFrom(command.effectiveFrom(), budget).stream()
                .max(Money::compareTo)
                .orElseThrow();
        if (!current.exceeds(weekly)) return Optional.empty();
        return command.reassessment() == null
                ? Optional.of(new ReassessmentNeeded(weekly, current))
                : decidedOn(command.reassessment(), weekly, budget);
    }

    /** Every weekly amount that is in force on this day or a later one. */
    private static List<Money> inForceFrom(LocalDate from, Budget budget) {
        Stream<LocalDate> later = budget.plans().approvals().stream()
                .map(PlanProposed::effectiveFrom)
                .filter(day -> day.isAfter(from));
        return Stream.concat(Stream.of(from), later).map(budget::weeklyOn).toList();
    }
}
