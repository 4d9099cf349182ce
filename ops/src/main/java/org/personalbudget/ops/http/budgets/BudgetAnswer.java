package org.personalbudget.ops.http.budgets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.PlanStanding;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.ReviewId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.projections.budget.BudgetOverview;
import org.personalbudget.projections.budget.PlanView;
import org.personalbudget.projections.contributions.BudgetArrears;
import org.personalbudget.projections.course.BudgetCourse;
import org.personalbudget.projections.course.Standing;
import org.personalbudget.projections.reclaims.ReclaimView;
import org.personalbudget.projections.reclaims.ReliefView;
import org.personalbudget.projections.reviews.BudgetReviews;

/** A budget with its plans, as they were sent in. */
@Schema(name = "Budget")
record BudgetAnswer(
        BudgetId budgetId,
        PersonRef personRef,
        CareGroup careGroup,
        LocalDate startsOn,
        Money weekly,
        Money indicativeWeekly,
        RiskTier riskTier,
        Standing standing,
        String proposer,
        Instant recordedAt,
        List<Share> funders,
        List<BudgetOverview.Weekly> weeklyHistory,
        List<Plan> plans,
        List<BudgetOverview.AccountView> accounts,
        List<BudgetOverview.ContributionView> contributions,
        List<BudgetOverview.ExceptionView> exceptions,
        List<BudgetCourse.Change> timeline,
        List<BudgetCourse.Commitment> commitments,
        List<BudgetCourse.OverAdvance> overAdvances,
        @Nullable BudgetArrears arrears,
        List<ReclaimView> reclaims,
        List<ReliefView> reliefs,
        List<BudgetReviews.Due> reviewsDue,
        BudgetReviews.@Nullable Monitoring monitoring) {

    /** What other views show in full, each of one budget. */
    record Sections(
            @Nullable BudgetArrears arrears,
            List<ReclaimView> reclaims,
            List<ReliefView> reliefs,
            @Nullable BudgetReviews reviews) {}

    /** The notes whose words are shown. */
    static List<UUID> notes(BudgetOverview it) {
        return it.plans().stream()
                .flatMap(plan -> Stream.concat(
                        Stream.ofNullable(plan.reasonNote()),
                        plan.outcomes().stream().map(PlanView.OutcomeView::statementNote)))
                .toList();
    }

    static BudgetAnswer of(BudgetOverview it, BudgetCourse course, Sections sections, Words words) {
        BudgetReviews reviews = sections.reviews();
        return new BudgetAnswer(
                it.budgetId(),
                it.personRef(),
                it.careGroup(),
                it.startsOn(),
                it.weekly(),
                it.indicativeWeekly(),
                it.riskTier(),
                course.standing(),
                it.proposer(),
                it.recordedAt(),
                it.funders().stream().map(Share::of).toList(),
                it.weeklyHistory(),
                it.plans().stream().map(plan -> Plan.of(plan, words)).toList(),
                it.accounts(),
                it.contributions(),
                it.exceptions(),
                course.timeline(),
                course.commitments(),
                course.overAdvances(),
                sections.arrears(),
                sections.reclaims(),
                sections.reliefs(),
                reviews == null ? List.of() : reviews.due(),
                reviews == null ? null : reviews.monitoring());
    }

    @Schema(name = "Share")
    record Share(Funder funder, String share) {
        static Share of(FunderShare it) {
            return new Share(it.funder(), it.percent());
        }
    }

    /**
     * @param reason why it was turned down; null once that was erased
     * @param weekly what it sets the weekly amount to; null where it leaves it as it is
     * @param reassessmentId the reassessment that a lower amount follows from
     * @param cut the batch whose proposal it decides
     */
    @Schema(name = "Plan")
    record Plan(
            int planVersion,
            LocalDate effectiveFrom,
            PlanStanding status,
            String proposer,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable Money weekly,
            @Nullable ReviewId reassessmentId,
            @Nullable BatchId cut,
            List<StatedOutcome> outcomes,
            List<Line> lines) {
        static Plan of(PlanView it, Words words) {
            return new Plan(
                    it.version(),
                    it.effectiveFrom(),
                    it.standing(),
                    it.proposer(),
                    it.proposedAt(),
                    it.decidedBy(),
                    it.decidedAt(),
                    words.behind(it.reasonNote()),
                    it.weekly(),
                    it.reassessment(),
                    it.cut(),
                    it.outcomes().stream()
                            .map(outcome ->
                                    new StatedOutcome(outcome.outcomeId(), words.behind(outcome.statementNote())))
                            .toList(),
                    it.lines().stream().map(Line::of).toList());
        }
    }

    /** @param statement null once it was erased */
    @Schema(name = "StatedOutcome")
    record StatedOutcome(OutcomeId id, @Nullable String statement) {}

    @Schema(name = "Line")
    record Line(
            LineId id,
            PlanLine.Kind kind,
            Category category,
            @Nullable OutcomeId outcomeId,
            Money weekly,
            @Nullable BigDecimal unitsPerWeek,
            @Nullable Money unitRate,
            @Nullable SupplierId supplierId) {
        static Line of(PlanLine it) {
            Units units = it.unitsPerWeek();
            return new Line(
                    it.id(),
                    it.kind(),
                    it.category(),
                    it.outcome(),
                    it.weekly(),
                    units == null ? null : units.quantity(),
                    it.unitRate(),
                    it.supplier());
        }
    }
}
