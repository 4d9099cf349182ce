package org.personalbudget.projections.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.intake.IntakeEvent;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.payrun.PaymentReportEvent;
import org.personalbudget.ledger.period.PeriodEvent;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.pooledfund.AgreedShare;
import org.personalbudget.ledger.pooledfund.MemberPart;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberOverdrawn;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberPaidBack;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberPaidIn;
import org.personalbudget.ledger.pooledfund.PoolEvent.PoolOpened;
import org.personalbudget.ledger.pooledfund.PoolEvent.PoolSpendRecorded;
import org.personalbudget.ledger.pooledfund.PoolEvent.SharesAgreed;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Remembers which events a budget's history is made of: its own, its payments', and its pool's as far as it is a member. */
public final class HistoryProjection implements Projection {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Rows rows = Rows.of("uuid", "int8", "text", "text", "timestamptz");
        for (Posted event : events) {
            RecordedEvent recorded = event.recorded();
            for (BudgetId budget : about(event.event())) {
                rows.add(
                        budget,
                        event.position(),
                        recorded.type(),
                        recorded.actor().value(),
                        recorded.recordedAt());
            }
        }
        rows.copy(connection, "budget_event");
    }

    private static Set<BudgetId> about(Event event) {
        return switch (event) {
            case BudgetEvent own -> Set.of(own.budget());
            case PaymentEvent payment -> Set.of(payment.budget());
            case PoolEvent pool -> members(pool);
            // Suppliers and policy serve every budget, and a refusal changed none.
            case SupplierEvent _, PolicyEvent _, PeriodEvent _, CommandRefused _ -> Set.of();
            // What a batch or a receipt does to a budget, the budget's own events tell.
            case BulkChangeEvent _, TakeOnBatchEvent _, IntakeEvent _, ReceiptEvent _ -> Set.of();
            // Where a budget pays is part of its history; a supplier's details are its own.
            case BankDetailsEvent details -> details.budget() == null ? Set.of() : Set.of(details.budget());
            // What a run or a report does to a budget, its payments tell.
            case PayRunEvent _, PaymentReportEvent _ -> Set.of();
            case StatementEvent _, ChainEvent _, CardProgrammeEvent _ -> Set.of();
            // What becomes of an invoice, the invoices' own projection tells.
            case DocumentEvent _ -> Set.of();
            default -> throw new IllegalArgumentException("no history knows " + event.getClass());
        };
    }

    /** A pool has several budgets as members, and what is spent from it posts to those that bear it. */
    private static Set<BudgetId> members(PoolEvent event) {
        return switch (event) {
            case SharesAgreed agreed ->
                agreed.members().stream().map(AgreedShare::budget).collect(Collectors.toSet());
            case MemberPaidIn paid -> Set.of(paid.budget());
            case MemberPaidBack paid -> Set.of(paid.budget());
            case PoolSpendRecorded spend ->
                spend.parts().stream().map(MemberPart::budget).collect(Collectors.toSet());
            case MemberOverdrawn overdrawn -> Set.of(overdrawn.budget());
            // It has no members yet.
            case PoolOpened _ -> Set.of();
        };
    }
}
