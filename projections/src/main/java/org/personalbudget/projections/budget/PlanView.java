package org.personalbudget.projections.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.PlanStanding;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.ReviewId;

/**
 * One version of a plan.
 *
 * @param standing a later proposal supersedes one that was not decided
 * @param decidedBy who escalated, approved or rejected it
 * @param weekly what it sets the weekly amount to, or null where it leaves it as it is
 * @param reassessment the reassessment that a lower amount follows from
 * @param cut the batch whose proposal it decides
 * @param reasonNote where the register keeps why it was rejected
 */
public record PlanView(
        int version,
        LocalDate effectiveFrom,
        PlanStanding standing,
        String proposer,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable UUID reasonNote,
        @Nullable Money weekly,
        @Nullable ReviewId reassessment,
        @Nullable BatchId cut,
        List<OutcomeView> outcomes,
        List<PlanLine> lines) {

    /** An outcome; the register keeps its words under {@code statementNote}. */
    public record OutcomeView(OutcomeId outcomeId, UUID statementNote) {}
}
