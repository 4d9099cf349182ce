package org.personalbudget.projections.receipts;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.projections.Listed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receipts, and what they were for. */
public final class ReceiptQuery {

    private final JdbcClient database;

    public ReceiptQuery(JdbcClient database) {
        this.database = database;
    }

    /**
     * Receipts in the order in which they were recorded.
     *
     * @param open only those of which something is left (true), or nothing (false); null for all
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<ReceiptView> list(@Nullable Boolean open, long after, int limit) {
        String left = "(amount > allocated AND NOT withdrawn)";
        String wanted = open == null ? "" : " AND " + (open ? left : "NOT " + left);
        List<ReceiptView> receipts = database.sql("SELECT * FROM read.receipt WHERE position > :after" + wanted
                        + " ORDER BY position LIMIT :limit")
                .param("after", after)
                .param("limit", limit + 1)
                .query(ReceiptQuery::receipt)
                .list();
        return Listed.page(receipts, limit, ReceiptView::position);
    }

    /** One receipt, or nothing if none is known by this id. */
    public Optional<ReceiptView> find(ReceiptId receipt) {
        return database.sql("SELECT * FROM read.receipt WHERE receipt = :receipt")
                .param("receipt", receipt.value())
                .query(ReceiptQuery::receipt)
                .optional();
    }

    /** What a receipt was for, in the order in which it was found. */
    public List<ReceiptAllocationView> allocations(ReceiptId receipt) {
        return database.sql("SELECT * FROM read.receipt_allocation WHERE receipt = :receipt ORDER BY position")
                .param("receipt", receipt.value())
                .query(ReceiptQuery::allocation)
                .list();
    }

    private static ReceiptView receipt(ResultSet row, int number) throws SQLException {
        Money amount = money(row, "amount");
        Money allocated = money(row, "allocated");
        boolean withdrawn = row.getBoolean("withdrawn");
        return new ReceiptView(
                new ReceiptId(uuid(row, "receipt")),
                row.getLong("position"),
                instant(row, "recorded_at"),
                date(row, "received_on"),
                Funder.valueOf(text(row, "book")),
                text(row, "recorded_by"),
                amount,
                allocated,
                withdrawn ? Money.ZERO : amount.minus(allocated),
                withdrawn);
    }

    private static ReceiptAllocationView allocation(ResultSet row, int number) throws SQLException {
        return new ReceiptAllocationView(
                row.getLong("position"),
                instant(row, "recorded_at"),
                new BudgetId(uuid(row, "budget")),
                ReceiptTarget.valueOf(text(row, "for_what")),
                row.getObject("item", UUID.class),
                money(row, "amount"),
                text(row, "allocated_by"));
    }
}
