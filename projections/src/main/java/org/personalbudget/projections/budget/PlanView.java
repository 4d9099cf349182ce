package org.personalbudget.projections.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.PlanStanding;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.terms.OutcomeId;

/**
 * One version of a plan.
 *
 * @param standing a later proposal supersedes one that was not decided
 * @param decidedBy who escalated, approved or rejected it
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
        List<OutcomeView> outcomes,
        List<PlanLine> lines) {

    /** An outcome; the register keeps its words under {@code statementNote}. */
    public record OutcomeView(OutcomeId outcomeId, UUID statementNote) {}
}
