package org.personalbudget.projections.budget;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.RecoveryEvent;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps what the ledger raised by itself for somebody to look at. */
public final class ExceptionProjection implements Projection {

    @Override
    public String name() {
        return "exceptions";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Rows rows = Rows.of("int8", "uuid", "timestamptz", "text", "uuid", "text", "text", "text", "int8");
        for (Posted event : events) {
            switch (event.event()) {
                case BudgetEvent own -> take(own, event, rows);
                // Exceptions are the budget's to raise.
                case PaymentEvent _, SupplierEvent _, PolicyEvent _, CommandRefused _ -> {}
                // Many budgets at once are shown where they are asked for.
                case PoolEvent _, BulkChangeEvent _, TakeOnBatchEvent _, ReceiptEvent _ -> {}
                default ->
                    throw new IllegalArgumentException(
                            "exceptions do not know " + event.event().getClass());
            }
        }
        rows.copy(connection, "budget_exception");
    }

    private static void take(BudgetEvent event, Posted posted, Rows rows) {
        switch (event) {
            case SourceOverdrawn e ->
                rows.add(
                        posted.position(),
                        e.budget(),
                        posted.recorded().recordedAt(),
                        "SOURCE_OVERDRAWN",
                        e.account(),
                        e.source(),
                        null,
                        null,
                        e.shortfall().pence());
            case LineOverspent e ->
                rows.add(
                        posted.position(),
                        e.budget(),
                        posted.recorded().recordedAt(),
                        "LINE_OVERSPENT",
                        null,
                        null,
                        e.line(),
                        e.servicePeriod(),
                        e.over().pence());
            // Everything else went as it should, or is told where it is kept.
            case BudgetAllocated _, PlanProposed _, PlanEscalated _, PlanApproved _, PlanRejected _ -> {}
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _, AccountOpened _, NecessityDecided _ -> {}
            case ContributionAssessed _, ContributionFellDue _, ContributionReceived _, InstalmentApproved _ -> {}
            case SpendRecorded _, SpendHeld _, SpendCleared _, AccountCredited _, AccountCreditReversed _ -> {}
            case ProviderPaymentAuthorised _, ProviderPaymentHeld _, ProviderPaidFromAccount _ -> {}
            case ProviderPaymentReturnedToAccount _, FunderRecharged _, RechargePaid _ -> {}
            // Not shown here yet.
            case ChangeEvent _,
                    ContributionEvent _,
                    FundingEvent _,
                    JudgementEvent _,
                    ReclaimEvent _,
                    RecoveryEvent _,
                    ReviewEvent _,
                    TakeOnEvent _ -> {}
        }
    }
}
