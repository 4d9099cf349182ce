package org.personalbudget.ops.http.bulkchanges;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.bulkchange.BulkTerms;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.projections.bulkchange.BulkChangeView;

/** A batch as it is answered: what it proposes for each budget, and what all of that comes to. */
@Schema(name = "BulkChange")
record BatchAnswer(
        BatchId batchId,
        BulkTerms.Kind kind,
        @Nullable Category category,
        @Nullable LocalDate effectiveFrom,

        @Schema(description = "Whether this batch had been ordered before: nothing is done twice.")
        boolean repeated,

        List<ProposalAnswer> proposals,

        @Schema(description = "All proposals together, by four-week period.")
        PerPeriod perPeriod) {

    private static final int WEEKS = 4;

    /** @param status of this call: PROPOSED or APPROVED by it, UNCHANGED because it had been, or REFUSED */
    @Schema(name = "BulkProposal")
    record ProposalAnswer(
            BudgetId budgetId,

            @Schema(allowableValues = {"PROPOSED", "APPROVED", "ESCALATED", "UNCHANGED", "REFUSED"})
            String status,

            @Nullable Money weekly,
            @Nullable Money proposedWeekly,
            @Nullable Integer planVersion,

            @Schema(description = "How far the plan that decides it has got.") @Nullable
            String planStanding,

            @Schema(description = "Why it was refused.") @Nullable
            Problem problem) {}

    /**
     * @param proposedSaving what the proposals would save; negative where they cost more
     * @param decidedSaving what has been approved of it
     */
    @Schema(name = "BulkChangePerPeriod")
    record PerPeriod(Money before, Money proposed, Money proposedSaving, Money decidedSaving) {
        static PerPeriod of(List<BulkChangeView.Proposal> proposals) {
            Money before = Money.ZERO;
            Money proposed = Money.ZERO;
            Money decided = Money.ZERO;
            for (BulkChangeView.Proposal each : proposals) {
                before = before.plus(each.weekly().times(WEEKS));
                proposed = proposed.plus(each.proposed().times(WEEKS));
                if (each.decided() != null) {
                    decided = decided.plus(each.weekly().minus(each.decided()).times(WEEKS));
                }
            }
            return new PerPeriod(before, proposed, before.minus(proposed), decided);
        }
    }

    /** As it stands. */
    static BatchAnswer of(BulkChangeView batch) {
        return of(batch, true, Map.of(), "PROPOSED");
    }

    /**
     * After something was asked of its budgets.
     *
     * @param done what is said of a budget for which this call recorded something
     */
    static BatchAnswer of(BulkChangeView batch, boolean repeated, Map<BudgetId, Answer> answers, String done) {
        Map<BudgetId, BulkChangeView.Proposal> proposed = new LinkedHashMap<>();
        batch.proposals().forEach(each -> proposed.put(each.budget(), each));
        List<ProposalAnswer> all = new ArrayList<>();
        batch.proposals().stream()
                .filter(each -> !answers.containsKey(each.budget()))
                .forEach(each -> all.add(answer(each.budget(), each, "UNCHANGED", null)));
        answers.forEach((budget, answer) -> all.add(
                switch (answer) {
                    case Answer.Accepted accepted ->
                        answer(budget, proposed.get(budget), accepted.events().isEmpty() ? "UNCHANGED" : done, null);
                    case Answer.Refused refused ->
                        answer(
                                budget,
                                proposed.get(budget),
                                "REFUSED",
                                Refusals.problemOf(refused.refused().refusal()));
                    case Answer.KeyReused reused -> throw new IllegalStateException("one call, two things: " + reused);
                }));
        return new BatchAnswer(
                batch.batch(),
                batch.kind(),
                batch.category(),
                batch.from(),
                repeated,
                all,
                PerPeriod.of(batch.proposals()));
    }

    private static ProposalAnswer answer(
            BudgetId budget, BulkChangeView.@Nullable Proposal proposal, String status, @Nullable Problem problem) {
        if (proposal == null) return new ProposalAnswer(budget, status, null, null, null, null, problem);
        return new ProposalAnswer(
                budget,
                status,
                proposal.weekly(),
                proposal.proposed(),
                proposal.planVersion(),
                proposal.standing(),
                problem);
    }
}
