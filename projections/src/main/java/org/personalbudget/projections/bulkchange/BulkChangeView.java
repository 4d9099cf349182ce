package org.personalbudget.projections.bulkchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bulkchange.BulkTerms;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;

/** A batch, with what it proposes for each budget and what of it has been decided. */
public record BulkChangeView(
        BatchId batch,
        long position,
        Instant recordedAt,
        BulkTerms.Kind kind,
        @Nullable Integer basisPoints,
        @Nullable Category category,
        @Nullable Money rate,
        @Nullable LocalDate from,
        String orderedBy,
        List<Proposal> proposals) {

    /**
     * What the batch proposes for one budget.
     *
     * @param weekly without it
     * @param proposed with it
     * @param planVersion the last plan proposed to decide it, or null
     * @param standing of that plan, or null
     * @param decided the weekly amount of the last plan that was approved for it, or null while none is
     */
    public record Proposal(
            BudgetId budget,
            Money weekly,
            Money proposed,
            @Nullable Integer planVersion,
            @Nullable String standing,
            @Nullable Money decided) {}
}
