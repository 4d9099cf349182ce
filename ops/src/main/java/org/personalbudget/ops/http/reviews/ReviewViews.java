package org.personalbudget.ops.http.reviews;

import static org.personalbudget.ledger.kernel.Role.ACCOUNT_HOLDER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownBudget;
import org.personalbudget.ledger.budget.ReviewKind;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ReviewId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.reviews.BudgetReviews;
import org.personalbudget.projections.reviews.BudgetReviews.Due;
import org.personalbudget.projections.reviews.BudgetReviews.Held;
import org.personalbudget.projections.reviews.BudgetReviews.Monitoring;
import org.personalbudget.projections.reviews.ReviewDue;
import org.personalbudget.projections.reviews.ReviewQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows when budgets are to be looked at again, what reviews found, and how closely each is watched. */
@Tag(name = "Reviews")
@RestController
@RequestMapping("/api/v1")
@FromProjections
public final class ReviewViews {

    private final ReviewQuery reviews;
    private final Sight sight;
    private final Register register;

    ReviewViews(ReviewQuery reviews, Sight sight, Register register) {
        this.reviews = reviews;
        this.sight = sight;
        this.register = register;
    }

    @Operation(
            summary = "The reviews of a budget",
            description = "When the next are due, those that were held with what they found, and the monitoring score"
                    + " with its factors.")
    @GetMapping("/budgets/{budgetId}/reviews")
    @Open(toCouncil = true, to = ACCOUNT_HOLDER)
    ReviewsAnswer reviews(@PathVariable UUID budgetId, Caller caller) {
        BudgetId budget = new BudgetId(budgetId);
        sight.check(caller, budget);
        BudgetReviews found = reviews.of(budget)
                .orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownBudget(budget))));
        Map<UUID, String> words =
                register.words(found.held().stream().map(Held::findings).toList());
        return ReviewsAnswer.of(found, words);
    }

    @Operation(
            summary = "Reviews that are due",
            description = "Up to ?dueBy=, or all of them; in the order in which they were scheduled.")
    @GetMapping("/reviews")
    @Open(toCouncil = true)
    ReviewList list(@RequestParam(value = "dueBy", required = false) @Nullable String dueBy, Page page) {
        Fields fields = Fields.ofParameters();
        LocalDate by = fields.optionalDate("dueBy", dueBy);
        fields.verify();
        Listed<ReviewDue> listed = reviews.list(by, page.after(), page.limit());
        return new ReviewList(listed.items(), Listing.cursor(listed.next()));
    }

    @Schema(name = "ReviewsDue")
    record ReviewList(List<ReviewDue> reviews, @Nullable String nextCursor) {}

    @Schema(name = "Reviews")
    record ReviewsAnswer(
            BudgetId budgetId,
            List<Due> due,
            List<HeldAnswer> held,
            @Nullable Monitoring monitoring) {

        static ReviewsAnswer of(BudgetReviews it, Map<UUID, String> words) {
            List<HeldAnswer> held = it.held().stream()
                    .map(review -> HeldAnswer.of(review, words))
                    .toList();
            return new ReviewsAnswer(it.budgetId(), it.due(), held, it.monitoring());
        }
    }

    /** @param findings missing where they were erased */
    @Schema(name = "ReviewHeld")
    record HeldAnswer(
            ReviewId reviewId,
            ReviewKind kind,
            LocalDate on,
            @Nullable String findings,
            String by) {
        static HeldAnswer of(Held it, Map<UUID, String> words) {
            return new HeldAnswer(it.reviewId(), it.kind(), it.on(), words.get(it.findings()), it.by());
        }
    }
}
