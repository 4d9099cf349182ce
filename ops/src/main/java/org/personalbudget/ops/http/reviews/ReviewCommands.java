package org.personalbudget.ops.http.reviews;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReviewCommand.RecordReview;
import org.personalbudget.ledger.budget.ReviewCommand.ScoreMonitoring;
import org.personalbudget.ledger.budget.ReviewEvent.MonitoringScored;
import org.personalbudget.ledger.budget.ReviewEvent.ReviewRecorded;
import org.personalbudget.ledger.budget.ReviewEvent.ReviewScheduled;
import org.personalbudget.ledger.budget.ReviewKind;
import org.personalbudget.ledger.budget.ScoredFactor;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ReviewId;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records reviews, and scores how closely a budget is to be watched. */
@Tag(name = "Reviews")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}")
public final class ReviewCommands {

    private static final int LONGEST_FINDINGS = 4_000;

    private final Desk desk;
    private final BudgetPersons persons;

    ReviewCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Record a review that was held",
            description =
                    "Of the plan, of the account of a direct payment, or a reassessment of needs, which counts for"
                            + " the plan too and is the only way to a lower budget. The next one falls due by the policy.")
    @PostMapping("/reviews")
    @Asks(RecordReview.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReviewAnswer> review(@PathVariable UUID budgetId, @RequestBody ReviewRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> ReviewAnswer.of(facts.the(ReviewRecorded.class), facts.the(ReviewScheduled.class)));
    }

    @Operation(
            summary = "Score how closely a budget is watched",
            description = "From what is known of it, by the policy's points. Each factor is told with what it adds.")
    @PostMapping("/monitoring-scores")
    @Asks(ScoreMonitoring.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ScoreAnswer> score(@PathVariable UUID budgetId, @RequestBody ScoreRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId)),
                facts -> ScoreAnswer.of(facts.the(MonitoringScored.class)));
    }

    @Schema(name = "RecordReview")
    record ReviewRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"PLAN", "ACCOUNT", "REASSESSMENT"})
            @Nullable
            String kind,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-02") @Nullable
            String on,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String findings) {

        Command command(BudgetId budget, Fields fields) {
            return new RecordReview(
                    budget,
                    fields.oneOf("kind", kind, ReviewKind.class),
                    fields.date("on", on),
                    fields.note("findings", findings, LONGEST_FINDINGS));
        }
    }

    /** Nothing needs to be told: it is all known. */
    @Schema(name = "ScoreMonitoring")
    record ScoreRequest() {
        Command command(BudgetId budget) {
            return new ScoreMonitoring(budget);
        }
    }

    @Schema(name = "ReviewRecorded")
    record ReviewAnswer(ReviewId reviewId, ReviewKind kind, LocalDate on, LocalDate nextDueOn) {
        static ReviewAnswer of(ReviewRecorded held, ReviewScheduled next) {
            return new ReviewAnswer(held.review(), held.kind(), held.effectiveOn(), next.dueOn());
        }
    }

    @Schema(name = "MonitoringScored")
    record ScoreAnswer(int score, RiskTier tier, LocalDate nextReturn, List<ScoredFactor> factors) {
        static ScoreAnswer of(MonitoringScored it) {
            return new ScoreAnswer(it.score(), it.tier(), it.nextReturn(), it.factors());
        }
    }
}
