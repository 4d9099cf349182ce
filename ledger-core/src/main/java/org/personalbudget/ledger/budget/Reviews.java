package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.ReviewId;

/**
 * The reviews that were held, when the next are due, and how closely the budget is watched.
 *
 * @param held in the order in which they were recorded
 * @param due by clock, the day of the next review
 * @param overdrawn how many times a source was overdrawn
 * @param overspent how many times a line was overspent
 * @param tier as last scored, or null before the first score
 */
record Reviews(
        PVector<HeldReview> held,
        PMap<ReviewKind, LocalDate> due,
        int overdrawn,
        int overspent,
        @Nullable RiskTier tier) {

    static final Reviews NONE = new Reviews(TreePVector.empty(), HashTreePMap.empty(), 0, 0, null);

    /** Whether this is a reassessment that was held: the only way to a lower budget. */
    boolean hasReassessment(ReviewId review) {
        return held.stream().anyMatch(each -> each.review().equals(review) && each.kind() == ReviewKind.REASSESSMENT);
    }

    Optional<LocalDate> dueOn(ReviewKind clock) {
        return Optional.ofNullable(due.get(clock));
    }

    /** The day of the last review after which this one's clock goes on: a reassessment counts as a review of the plan. */
    Optional<LocalDate> lastHeld(ReviewKind kind) {
        return held.stream()
                .filter(each -> (each.kind() == ReviewKind.ACCOUNT) == (kind == ReviewKind.ACCOUNT))
                .map(HeldReview::on)
                .max(LocalDate::compareTo);
    }

    Reviews schedule(ReviewKind clock, LocalDate dueOn) {
        return new Reviews(held, due.plus(clock, dueOn), overdrawn, overspent, tier);
    }

    Reviews hold(HeldReview review) {
        return new Reviews(held.plus(review), due, overdrawn, overspent, tier);
    }

    Reviews score(RiskTier next) {
        return new Reviews(held, due, overdrawn, overspent, next);
    }

    Reviews overdraw() {
        return new Reviews(held, due, overdrawn + 1, overspent, tier);
    }

    Reviews overspend() {
        return new Reviews(held, due, overdrawn, overspent + 1, tier);
    }
}
