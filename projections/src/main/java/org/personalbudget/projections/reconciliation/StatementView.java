package org.personalbudget.projections.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.StatementId;

/**
 * An imported statement.
 *
 * @param lines how many the file has
 * @param overlapping how many of them another statement had brought
 * @param matched how many of its booked lines are matched now
 * @param queued how many of them are not
 * @param gap by how much its opening differs from the closing before it; null for the first
 */
public record StatementView(
        StatementId statementId,
        String account,
        long position,
        Instant recordedAt,
        LocalDate from,
        LocalDate to,
        @Nullable Money opening,
        @Nullable Money closing,
        @Nullable Money gap,
        int lines,
        int overlapping,
        int matched,
        int queued,
        boolean climbed,
        String importedBy) {}
