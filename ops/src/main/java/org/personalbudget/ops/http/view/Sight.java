package org.personalbudget.ops.http.view;

import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.projections.budget.BudgetQuery;

/**
 * What people outside the council may see: a holder the budgets that are theirs or whose account they hold, a provider
 * what is about itself. They are told the same about what is somebody else's and about what does not exist.
 */
public final class Sight {

    private final BudgetQuery budgets;

    public Sight(BudgetQuery budgets) {
        this.budgets = budgets;
    }

    /** Lets the caller look at a budget, or refuses. */
    public void check(Caller caller, BudgetId budget) {
        if (!caller.isOutside()) return;
        if (!budgets.people(budget).contains(new PersonRef(caller.ref()))) throw notYours("budget");
    }

    /** The supplier that an outside caller is. */
    public static SupplierId self(Caller caller) {
        return SupplierId.of(new SupplierRef(caller.ref()));
    }

    public static ProblemException notYours(String what) {
        return new ProblemException(
                Problem.of(403, "not-yours", "You see only your own, and this " + what + " is not."));
    }
}
