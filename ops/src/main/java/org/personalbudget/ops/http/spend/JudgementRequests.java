package org.personalbudget.ops.http.spend;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.JudgementCommand.AnswerQuery;
import org.personalbudget.ledger.budget.JudgementCommand.JudgeSpend;
import org.personalbudget.ledger.budget.JudgementCommand.QuerySpend;
import org.personalbudget.ledger.budget.JudgementCommand.RecordRefund;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ops.http.request.Fields;

/** What is sent about a spend that has been recorded. */
final class JudgementRequests {

    private static final int LONGEST_TEXT = 2_000;

    private JudgementRequests() {}

    @Schema(name = "QuerySpend")
    record QuerySpendRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The flexible-spend rules that it may not meet.",
                    allowableValues = {
                        "NO_PLAN_IN_FORCE",
                        "SERVES_NO_OUTCOME",
                        "EXCLUDED_CATEGORY",
                        "EXCLUDED_MERCHANT",
                        "MERCHANT_TO_REVIEW",
                        "OVER_LINE",
                        "EVIDENCE_MISSING",
                        "CANNOT_AFFORD",
                        "NECESSITY_NOT_DECIDED",
                        "AFTER_END"
                    })
            @Nullable
            List<@Nullable String> rules,

            @Schema(description = "Kept in the register.") @Nullable
            String question) {

        Command command(BudgetId budget, SpendId spend, Fields fields) {
            return new QuerySpend(
                    budget,
                    spend,
                    fields.each("rules", rules, (item, rule) -> item.oneOf("", rule, SpendReason.class)),
                    fields.optionalNote("question", question, LONGEST_TEXT));
        }
    }

    /** @param evidence whether a receipt or the like is held now; false if not given */
    @Schema(name = "AnswerQuery")
    record AnswerQueryRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String answer,

            @Schema(description = "Whether a receipt or the like is held now; false if not given.") @Nullable
            Boolean evidence) {

        Command command(BudgetId budget, SpendId spend, Fields fields) {
            return new AnswerQuery(
                    budget, spend, fields.note("answer", answer, LONGEST_TEXT), Boolean.TRUE.equals(evidence));
        }
    }

    /** How a spend is judged. */
    enum Verdict {
        ACCEPT,
        RECLAIM,
        PART
    }

    @Schema(name = "JudgeSpend")
    record JudgeSpendRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"ACCEPT", "RECLAIM", "PART"},
                    description = "PART accepts the amount given and reclaims the rest.")
            @Nullable
            String verdict,

            @Schema(description = "How much PART accepts.", example = "40.00") @Nullable
            String accepted,

            @Schema(description = "What it was really for; as recorded if not given.", implementation = Category.class)
            @Nullable
            String category,

            @Schema(description = "The plan line it counts on; as recorded if not given.", example = "L2") @Nullable
            String lineId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String reason,

            @Schema(
                    format = "date",
                    description = "Until when what is reclaimed is to be paid; not before the policy's days are over.",
                    example = "2025-09-21")
            @Nullable
            String payBy) {

        Command command(BudgetId budget, SpendId spend, Fields fields) {
            String line = fields.optionalCode("lineId", lineId);
            return new JudgeSpend(
                    budget,
                    spend,
                    accepted(fields),
                    category == null ? null : fields.oneOf("category", category, Category.class),
                    line == null ? null : new LineId(line),
                    fields.note("reason", reason, LONGEST_TEXT),
                    fields.optionalDate("payBy", payBy));
        }

        private @Nullable Money accepted(Fields fields) {
            Verdict given = fields.oneOf("verdict", verdict, Verdict.class);
            if (given == Verdict.PART) return fields.money("accepted", accepted);
            if (accepted != null) fields.wrong("accepted", "not-for-verdict", "is for the verdict PART only");
            return given == Verdict.RECLAIM ? Money.ZERO : null;
        }
    }

    @Schema(name = "RecordRefund")
    record RecordRefundRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "22.00") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-17") @Nullable
            String on) {

        Command command(BudgetId budget, SpendId spend, Fields fields) {
            return new RecordRefund(budget, spend, fields.money("amount", amount), fields.date("on", on));
        }
    }
}
