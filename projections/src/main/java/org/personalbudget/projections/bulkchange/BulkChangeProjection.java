package org.personalbudget.projections.bulkchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ChangeEvent.*;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent.BulkChangeOrdered;
import org.personalbudget.ledger.bulkchange.BulkTerms;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps what batches propose, and by which plans it is decided. */
public final class BulkChangeProjection implements Projection {

    @Override
    public String name() {
        return "bulk-changes";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Rows batches = Rows.of("text", "int8", "timestamptz", "text", "int4", "text", "int8", "date", "text");
        Rows proposals = Rows.of("text", "uuid", "int8", "int8", "int8");
        Rows plans = Rows.of("text", "uuid", "int4", "int8");
        for (Posted event : events) {
            // A batch is ordered, changes budgets, and is decided by their plans.
            if (event.event() instanceof BulkChangeEvent batch) take(batch, event, batches);
            if (event.event() instanceof ChangeEvent change) take(change, event, proposals, plans);
            if (event.event() instanceof PlanProposed plan) take(plan, plans);
        }
        batches.copy(connection, "bulk_change");
        proposals.copy(connection, "bulk_proposal");
        plans.copy(connection, "bulk_plan");
    }

    private static void take(BulkChangeEvent event, Posted posted, Rows batches) {
        switch (event) {
            case BulkChangeOrdered ordered -> add(ordered, posted, batches);
        }
    }

    private static void add(BulkChangeOrdered event, Posted posted, Rows batches) {
        BulkTerms terms = event.terms();
        batches.add(
                event.batch(),
                posted.position(),
                posted.recorded().recordedAt(),
                terms.kind(),
                terms.basisPoints(),
                terms.category(),
                terms.rate() == null ? null : terms.rate().pence(),
                terms.from(),
                event.by().value());
    }

    private static void take(ChangeEvent event, Posted posted, Rows proposals, Rows plans) {
        switch (event) {
            case CutProposed cut ->
                proposals.add(
                        cut.batch(),
                        cut.budget(),
                        posted.position(),
                        cut.weekly().pence(),
                        cut.proposedWeekly().pence());
            case UpliftProposed uplift -> {
                proposals.add(
                        uplift.batch(),
                        uplift.budget(),
                        posted.position(),
                        uplift.before().pence(),
                        uplift.after().pence());
                plans.add(
                        uplift.batch(),
                        uplift.budget(),
                        uplift.planVersion(),
                        uplift.after().pence());
            }
            // What is changed for one budget alone is none of a batch's doing.
            case BudgetSuspended _, BudgetResumed _, BudgetEnded _, DeathRecorded _ -> {}
            case AccountClosed _, MoneyTransferred _, InstalmentReduced _, OverAdvanced _ -> {}
        }
    }

    private static void take(PlanProposed plan, Rows plans) {
        if (plan.cut() == null) return;
        Long weekly = plan.weekly() == null ? null : plan.weekly().pence();
        plans.add(plan.cut(), plan.budget(), plan.version(), weekly);
    }
}
