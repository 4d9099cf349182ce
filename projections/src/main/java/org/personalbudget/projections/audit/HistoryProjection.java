package org.personalbudget.projections.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Remembers which events a budget's history is made of: those of its own stream and of its payments. */
public final class HistoryProjection implements Projection {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Rows rows = Rows.of("uuid", "int8");
        for (Posted event : events) add(rows, event.event(), event.position());
        rows.copy(connection, "budget_event");
    }

    private static void add(Rows rows, Event event, long position) {
        switch (event) {
            case BudgetEvent own -> rows.add(own.budget(), position);
            case PaymentEvent payment -> rows.add(payment.budget(), position);
            // Suppliers and policy serve every budget, and a refusal changed none.
            case SupplierEvent _, PolicyEvent _, CommandRefused _ -> {}
            // Many budgets at once are shown where they are asked for.
            case PoolEvent _, BulkChangeEvent _, TakeOnBatchEvent _, ReceiptEvent _ -> {}
            default -> throw new IllegalArgumentException("no history knows " + event.getClass());
        }
    }
}
