package org.personalbudget.projections.receipts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.budget.RecoveryEvent.ReceiptApplied;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.receipt.ReceiptEvent.*;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps receipts, how much of each has been allocated, and to what. */
public final class ReceiptProjection implements Projection {

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Page page = new Page();
        for (Posted event : events) {
            // Of all that budgets record, only the allocation says what a receipt was for.
            if (event.event() instanceof ReceiptApplied applied) page.applied(applied, event);
            if (event.event() instanceof ReceiptEvent receipt) page.take(receipt, event);
        }
        page.send(connection);
    }

    /** The rows of some events on their way into the tables; allocations are added up before they go out. */
    private static final class Page {

        private final Rows receipts =
                Rows.of("uuid", "int8", "timestamptz", "date", "text", "uuid", "text", "int8", "int8", "bool");
        private final Rows allocations = Rows.of("int8", "uuid", "timestamptz", "uuid", "text", "uuid", "int8", "text");
        private final Map<ReceiptId, Money> allocated = new HashMap<>();
        private final Rows withdrawn = Rows.of("uuid");

        private void take(ReceiptEvent event, Posted posted) {
            switch (event) {
                case ReceiptRecorded it ->
                    receipts.add(
                            it.receipt(),
                            posted.position(),
                            posted.recorded().recordedAt(),
                            it.effectiveOn(),
                            it.book(),
                            it.reference() == null ? null : it.reference().ref(),
                            it.by().value(),
                            it.amount().pence(),
                            0,
                            false);
                case ReceiptWithdrawn it -> withdrawn.add(it.receipt());
                case ReceiptAllocated it -> allocated.merge(it.receipt(), it.amount(), Money::plus);
            }
        }

        private void applied(ReceiptApplied it, Posted posted) {
            allocations.add(
                    posted.position(),
                    it.receipt(),
                    posted.recorded().recordedAt(),
                    it.budget(),
                    it.to(),
                    it.reference(),
                    it.split().total().pence(),
                    it.by().value());
        }

        private void send(Connection connection) throws SQLException {
            receipts.copy(connection, "receipt");
            allocations.copy(connection, "receipt_allocation");
            Rows sums = Rows.of("uuid", "int8");
            allocated.forEach((receipt, amount) -> sums.add(receipt, amount.pence()));
            sums.send(connection, """
                    UPDATE receipt AS r SET allocated = r.allocated + it.amount
                    FROM unnest(?, ?) AS it (receipt, amount) WHERE r.receipt = it.receipt
                    """);
            withdrawn.send(connection, """
                    UPDATE receipt AS r SET withdrawn = true FROM unnest(?) AS it (receipt) WHERE r.receipt = it.receipt
                    """);
        }
    }
}
