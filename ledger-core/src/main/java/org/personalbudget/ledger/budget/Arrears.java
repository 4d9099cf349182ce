package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ContributionEvent.ArrearsAlertRaised;
import org.personalbudget.ledger.budget.ContributionEvent.ArrearsReviewRaised;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;

/** What unpaid contributions lead to: first somebody speaks with the person, then the budget is reviewed. */
final class Arrears {

    private Arrears() {}

    /**
     * To be called last in every decision that makes a contribution, or more of one, fall due. Raises what the number
     * of unpaid periods has reached in this decision: on the way up only, so each is raised once until something is
     * paid.
     */
    static void raise(Budget before, Draft draft, Circumstances at) {
        BudgetId budget = before.terms().budget();
        Contributions contributions = draft.budget().contributions();
        int was = before.contributions().unpaidPeriods();
        int unpaid = contributions.unpaidPeriods();
        Money outstanding = contributions.outstanding();
        if (reached(at.policy().arrears().alertPeriods(), was, unpaid)) {
            draft.add(new ArrearsAlertRaised(budget, at.now(), unpaid, outstanding));
        }
        if (reached(at.policy().arrears().reviewPeriods(), was, unpaid)) {
            draft.add(new ArrearsReviewRaised(budget, at.now(), unpaid, outstanding));
        }
    }

    private static boolean reached(int periods, int was, int unpaid) {
        return was < periods && unpaid >= periods;
    }
}
