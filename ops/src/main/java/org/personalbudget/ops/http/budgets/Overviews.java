package org.personalbudget.ops.http.budgets;

import java.time.Clock;
import java.util.Optional;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ops.http.budgets.BudgetAnswer.Sections;
import org.personalbudget.ops.http.view.ViewParameters;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.budget.BudgetQuery;
import org.personalbudget.projections.contributions.ArrearsQuery;
import org.personalbudget.projections.course.CourseQuery;
import org.personalbudget.projections.reclaims.ReclaimQuery;
import org.personalbudget.projections.reviews.ReviewQuery;

/** Puts together what is shown of a budget as it stands today. */
public final class Overviews {

    private static final int MOST_RECLAIMS = 1_000;

    private final BudgetQuery budgets;
    private final CourseQuery courses;
    private final ArrearsQuery arrears;
    private final ReclaimQuery reclaims;
    private final ReviewQuery reviews;
    private final Register register;
    private final Clock clock;

    public Overviews(
            BudgetQuery budgets,
            CourseQuery courses,
            ArrearsQuery arrears,
            ReclaimQuery reclaims,
            ReviewQuery reviews,
            Register register,
            Clock clock) {
        this.budgets = budgets;
        this.courses = courses;
        this.arrears = arrears;
        this.reclaims = reclaims;
        this.reviews = reviews;
        this.register = register;
        this.clock = clock;
    }

    /** The budget, or nothing if there is none. */
    Optional<BudgetAnswer> of(BudgetId budget) {
        AsOf today = ViewParameters.today(clock);
        Sections sections = new Sections(
                arrears.of(budget, today).orElse(null),
                reclaims.list(budget, null, 0, MOST_RECLAIMS).items(),
                reclaims.reliefs(budget),
                reviews.of(budget).orElse(null));
        return budgets.overview(budget)
                .map(it -> BudgetAnswer.of(
                        it, courses.of(budget, today), sections, Words.of(BudgetAnswer.notes(it), register)));
    }
}
