package org.personalbudget.projections.payables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps what co-funders were asked for, and what of it they have paid. */
public final class RechargeProjection implements Projection {

    @Override
    public String name() {
        return "recharges";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Rows recharges = Rows.of("uuid", "uuid", "int8", "timestamptz", "text", "int8", "text");
        Map<RechargeId, Long> paid = new HashMap<>();
        for (Posted event : events) {
            switch (event.event()) {
                case BudgetEvent own -> take(own, event, recharges, paid);
                // Co-funders owe a budget, and pay one.
                case PaymentEvent _, SupplierEvent _, PolicyEvent _, CommandRefused _ -> {}
                // Many budgets at once are shown where they are asked for.
                case PoolEvent _, BulkChangeEvent _, TakeOnBatchEvent _, ReceiptEvent _ -> {}
                default ->
                    throw new IllegalArgumentException(
                            "recharges do not know " + event.event().getClass());
            }
        }
        store(recharges, paid, connection);
    }

    private static void take(BudgetEvent event, Posted posted, Rows recharges, Map<RechargeId, Long> paid) {
        switch (event) {
            case FunderRecharged e ->
                recharges.add(
                        e.recharge(),
                        e.budget(),
                        posted.position(),
                        posted.recorded().recordedAt(),
                        e.funder(),
                        e.amount().pence(),
                        e.by().value());
            case RechargePaid e -> paid.merge(e.recharge(), e.amount().pence(), Math::addExact);
            // Nothing else is between funders, but for what the journal has on 1500 and 2500.
            case BudgetAllocated _, PlanProposed _, PlanEscalated _, PlanApproved _, PlanRejected _ -> {}
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _, AccountOpened _, NecessityDecided _ -> {}
            case ContributionAssessed _, ContributionFellDue _, ContributionReceived _, InstalmentApproved _ -> {}
            case SpendRecorded _, SpendHeld _, SpendCleared _, AccountCredited _, AccountCreditReversed _ -> {}
            case ProviderPaymentAuthorised _, ProviderPaymentHeld _, ProviderPaidFromAccount _ -> {}
            case ProviderPaymentReturnedToAccount _, SourceOverdrawn _, LineOverspent _ -> {}
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

    private static void store(Rows recharges, Map<RechargeId, Long> paid, Connection connection) throws SQLException {
        recharges.send(connection, """
                INSERT INTO recharge (recharge, budget, position, recorded_at, funder, amount, paid, recharged_by)
                SELECT recharge, budget, position, recorded_at, funder, amount, 0, recharged_by
                FROM unnest(?, ?, ?, ?, ?, ?, ?)
                     AS r (recharge, budget, position, recorded_at, funder, amount, recharged_by)
                """);
        Rows payments = Rows.of("uuid", "int8");
        paid.forEach(payments::add);
        payments.send(connection, """
                UPDATE recharge AS r SET paid = r.paid + p.amount
                FROM unnest(?, ?) AS p (recharge, amount) WHERE r.recharge = p.recharge
                """);
    }
}
