package org.personalbudget.projections.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;

/**
 * What the ledger has of an account, what the bank has, and every single thing that makes the difference.
 *
 * @param on the last day that counts
 * @param known the last instant that counts: what came, was matched or undone later is not in it
 * @param bank what the bank has, by its first opening balance, its lines, and what its statements leave out; null
 *     without a statement
 * @param difference ledger less bank
 * @param unexplained the difference less all items: nothing, or something is wrong with this ledger
 */
public record Proof(
        String account,
        LocalDate on,
        Instant known,
        Money ledger,
        @Nullable Money bank,
        Money difference,
        List<Item> items,
        Money unexplained) {

    /** Why the two differ. */
    public enum Why {
        /** What the bank held before the first line that is known. */
        OPENING_BALANCE,
        /** A statement begins elsewhere than the one before it ended. */
        GAP,
        /** A bank's line that is not matched. */
        LINE_NOT_IN_LEDGER,
        /** A movement of the ledger that no line shows. */
        MOVEMENT_NOT_AT_BANK,
        /** A line and what it was matched with are on two sides of the day, or are not the same yet. */
        MATCHED_OTHERWISE
    }

    /**
     * One thing that makes the difference.
     *
     * @param amount by how much the ledger is higher for it
     * @param ageDays how long it has been so
     * @param statementId the line's statement, if it is about a line
     * @param event what the ledger calls the movement, if it is about one
     */
    public record Item(
            Why why,
            Money amount,
            LocalDate since,
            long ageDays,
            @Nullable UUID statementId,
            @Nullable Integer line,
            @Nullable Long position,
            @Nullable String event,
            @Nullable UUID budgetId,
            @Nullable UUID subject) {}
}
