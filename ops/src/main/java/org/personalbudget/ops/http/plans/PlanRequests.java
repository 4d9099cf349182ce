package org.personalbudget.ops.http.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.BudgetCommand.RejectPlan;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.ReviewId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ops.http.course.Consequences;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.Quantity;

/** What is sent and answered about plans. */
final class PlanRequests {

    private static final int LONGEST_STATEMENT = 2_000;

    private PlanRequests() {}

    @Schema(name = "ProposePlan")
    record ProposePlanRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-04-07") @Nullable
            String effectiveFrom,

            @Nullable List<OutcomeField> outcomes,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<LineField> lines,

            @Schema(
                    example = "352.50",
                    description = "What the budget is a week from the plan's day on; left out, it stays as it is."
                            + " Lower only after a reassessment.")
            @Nullable
            String weekly,

            @Schema(format = "uuid", description = "The reassessment that a lower budget follows from.") @Nullable
            String reassessmentId,

            @Schema(description = "The batch whose proposal of a cut this plan decides.") @Nullable
            String cutBatchId) {

        Command command(BudgetId budget, Fields fields) {
            UUID reassessment = fields.optionalUuid("reassessmentId", reassessmentId);
            String cut = fields.optionalCode("cutBatchId", cutBatchId);
            return new ProposePlan(
                    budget,
                    fields.date("effectiveFrom", effectiveFrom),
                    fields.eachIfAny("outcomes", outcomes, OutcomeField::outcome),
                    fields.each("lines", lines, LineField::line),
                    fields.optionalMoney("weekly", weekly),
                    reassessment == null ? null : new ReviewId(reassessment),
                    cut == null ? null : new BatchId(cut));
        }
    }

    @Schema(name = "Outcome")
    record OutcomeField(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "O1") @Nullable
            String id,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "In the person's words; kept in the register.")
            @Nullable
            String statement) {

        static Outcome outcome(Fields fields, OutcomeField field) {
            return new Outcome(
                    new OutcomeId(fields.code("id", field.id)),
                    fields.note("statement", field.statement, LONGEST_STATEMENT));
        }
    }

    /** One line: a service at units times rate, or an amount for an outcome. */
    @Schema(name = "PlanLine")
    record LineField(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "L1") @Nullable
            String id,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"SERVICE", "OUTCOME"})
            @Nullable
            String kind,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Category.class) @Nullable
            String category,

            @Schema(example = "O1") @Nullable String outcomeId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "275.00") @Nullable
            String weekly,

            @Nullable Quantity unitsPerWeek,
            @Schema(example = "22.00") @Nullable String unitRate,

            @Schema(format = "uuid", description = "Who it is ordered from; the line is then a commitment.") @Nullable
            String supplierId) {

        static PlanLine line(Fields fields, LineField field) {
            String outcome = fields.optionalCode("outcomeId", field.outcomeId);
            UUID supplier = fields.optionalUuid("supplierId", field.supplierId);
            return new PlanLine(
                    new LineId(fields.code("id", field.id)),
                    fields.oneOf("kind", field.kind, PlanLine.Kind.class),
                    fields.oneOf("category", field.category, Category.class),
                    outcome == null ? null : new OutcomeId(outcome),
                    fields.money("weekly", field.weekly),
                    fields.optionalUnits("unitsPerWeek", Quantity.textOf(field.unitsPerWeek)),
                    fields.optionalMoney("unitRate", field.unitRate),
                    supplier == null ? null : new SupplierId(supplier));
        }
    }

    @Schema(name = "RejectPlan")
    record RejectPlanRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String reason) {

        Command command(BudgetId budget, int version, Fields fields) {
            return new RejectPlan(budget, version, fields.note("reason", reason, LONGEST_STATEMENT));
        }
    }

    @Schema(name = "PlanProposed")
    record PlanProposedAnswer(int planVersion) {}

    @Schema(name = "PlanDecided")
    record PlanDecidedAnswer(
            int planVersion,

            @Schema(allowableValues = {"APPROVED", "ESCALATED", "REJECTED"})
            String status,

            @Nullable Consequences consequences) {}
}
