package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.JudgementEvent.QueryAnswered;
import org.personalbudget.ledger.budget.JudgementEvent.SpendAccepted;
import org.personalbudget.ledger.budget.JudgementEvent.SpendQueried;
import org.personalbudget.ledger.budget.JudgementEvent.SpendReclaimed;
import org.personalbudget.ledger.budget.JudgementEvent.SpendRefunded;
import org.personalbudget.ledger.budget.JudgementEvent.VirementNotified;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.LineId;

/** Takes in what happens to a spend after it was recorded. */
final class JudgementFold {

    private JudgementFold() {}

    static Budget evolve(Budget budget, JudgementEvent event) {
        Spends spends = budget.spends();
        return switch (event) {
            case SpendQueried e ->
                consume(budget, e.line(), e.servicePeriod(), e.consumed().negated())
                        .with(spends.query(e));
            case QueryAnswered e -> budget.with(spends.answer(e));
            case SpendAccepted e ->
                consume(budget, e.line(), e.servicePeriod(), e.consumed()).with(spends.accept(e));
            case SpendReclaimed e ->
                budget.with(spends.reclaim(e)).with(budget.reclaims().misuse(e));
            case SpendRefunded e ->
                back(
                        consume(
                                        budget,
                                        e.line(),
                                        e.servicePeriod(),
                                        e.consumed().negated())
                                .with(spends.refund(e)),
                        e);
            // It says what the spend beside it did.
            case VirementNotified e -> budget;
        };
    }

    /** What was spent without a line is no part of any. */
    private static Budget consume(Budget budget, @Nullable LineId line, PeriodId period, Split consumed) {
        if (line == null) return budget;
        return budget.with(budget.lines().consume(line, period, consumed.total()));
    }

    private static Budget back(Budget budget, SpendRefunded event) {
        Account account = budget.accounts().get(event.account());
        return account == null ? budget : budget.with(event.account(), account.in(event.split(), event.effectiveOn()));
    }
}
