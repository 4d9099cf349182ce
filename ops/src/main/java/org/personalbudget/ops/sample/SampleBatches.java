package org.personalbudget.ops.sample;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.List;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.BudgetEvent.PlanEscalated;
import org.personalbudget.ledger.budget.ChangeCommand.ProposeCut;
import org.personalbudget.ledger.budget.ChangeCommand.UpliftRates;
import org.personalbudget.ledger.budget.ChangeEvent.UpliftProposed;
import org.personalbudget.ledger.bulkchange.BulkChangeCommand.OrderBulkChange;
import org.personalbudget.ledger.bulkchange.BulkTerms;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;

/** What the sample council decides for many at once: next year's prices, and a cut that is only asked about. */
final class SampleBatches {

    private final SampleDesk desk;

    SampleBatches(SampleDesk desk) {
        this.desk = desk;
    }

    /** Home care rises by 4.1 % for everybody who has an agency, from the first day of the next year. */
    void uplift(List<BudgetId> budgets, LocalDate from) {
        BatchId batch = new BatchId("uplift-" + from.getYear());
        desk.send(
                FINANCE_CONTROLLER,
                new OrderBulkChange(
                        batch, new BulkTerms(BulkTerms.Kind.UPLIFT, 410, Category.HOME_CARE, null, from, List.of())));
        for (BudgetId budget : budgets) {
            desk.ifAccepted(FINANCE_CONTROLLER, new UpliftRates(budget, batch, Category.HOME_CARE, 410, null, from))
                    .forEach(this::approve);
        }
    }

    private void approve(Event event) {
        if (!(event instanceof UpliftProposed uplift)) return;
        List<Event> decided = desk.send(APPROVER, new ApprovePlan(uplift.budget(), uplift.planVersion()));
        if (decided.getFirst() instanceof PlanEscalated) {
            desk.send(PANEL, new ApprovePlan(uplift.budget(), uplift.planVersion()));
        }
    }

    /** What a cut of 2 % would save. It changes nothing. */
    void ask(List<BudgetId> budgets, LocalDate day) {
        BatchId batch = new BatchId("cut-" + day.getYear());
        desk.send(
                FINANCE_CONTROLLER,
                new OrderBulkChange(batch, new BulkTerms(BulkTerms.Kind.CUT, 200, null, null, null, budgets)));
        for (BudgetId budget : budgets) desk.ifAccepted(FINANCE_CONTROLLER, new ProposeCut(budget, batch, 200));
    }
}
