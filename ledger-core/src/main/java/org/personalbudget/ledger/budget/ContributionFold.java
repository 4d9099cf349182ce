package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ContributionEvent.*;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;

/** Takes in what happens to a contribution after it has fallen due. */
final class ContributionFold {

    private ContributionFold() {}

    static Budget evolve(Budget budget, ContributionEvent event) {
        Contributions contributions = budget.contributions();
        return switch (event) {
            case ContributionAdjusted e ->
                budget.with(contributions.adjust(e.servicePeriod(), e.after(), e.toRefund()));
            case ContributionRefunded e -> budget.with(contributions.refund(e.amount(), e.fromCredit()));
            case ClientMoneyReleased e -> released(budget, e);
            // They say what the dues beside them have reached.
            case ArrearsAlertRaised e -> budget;
            case ArrearsReviewRaised e -> budget;
        };
    }

    private static Budget released(Budget budget, ClientMoneyReleased event) {
        Account account = budget.accounts().get(event.account());
        if (account == null) return budget;
        return budget.with(
                event.account(),
                account.in(Split.of(Part.of(event.book(), event.amount())), event.effectiveOn())
                        .out(Split.of(Part.client(event.book(), event.amount())), event.effectiveOn())
                        .advance(event.servicePeriod(), advance -> advance.release(event.amount())));
    }
}
