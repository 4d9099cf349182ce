package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ReviewCommand.RecordReview;
import org.personalbudget.ledger.budget.ReviewCommand.ScoreMonitoring;
import org.personalbudget.ledger.budget.ReviewEvent.MonitoringScored;
import org.personalbudget.ledger.budget.ReviewEvent.ReviewRecorded;
import org.personalbudget.ledger.budget.ReviewRefusal.NoAccountToReview;
import org.personalbudget.ledger.budget.ReviewRefusal.NoPlanToReview;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.policy.Monitoring;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.ReviewId;

/** Answers every ReviewCommand. */
final class ReviewDecider {

    private ReviewDecider() {}

    static Decision decide(ReviewCommand command, Budget budget, BudgetFacts facts) {
        return switch (command) {
            case RecordReview review -> record(review, budget, facts.at());
            case ScoreMonitoring score -> score(score, budget, facts.at());
        };
    }

    private static Decision record(RecordReview command, Budget budget, Circumstances at) {
        LocalDate on = command.on();
        Optional<BudgetRefusal> refusal =
                first(() -> happened("on", on, at), () -> reviewable(command.kind(), on, budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        Draft draft = new Draft(budget);
        draft.add(new ReviewRecorded(
                command.budget(),
                at.on(on),
                new ReviewId(at.newId("review")),
                command.kind(),
                command.findings(),
                at.actor().id()));
        LocalDate last = draft.budget().reviews().lastHeld(command.kind()).orElse(on);
        ReviewClocks.goOn(command.kind(), last, draft, at);
        return draft.accepted();
    }

    /** Needs can be assessed before there is anything else to look at. */
    private static Optional<BudgetRefusal> reviewable(ReviewKind kind, LocalDate on, Budget budget) {
        return switch (kind) {
            case PLAN -> when(budget.firstDay().filter(day -> !day.isAfter(on)).isEmpty(), NoPlanToReview::new);
            case ACCOUNT ->
                when(
                        budget.accountsInOrder().stream()
                                .map(Account::opened)
                                .noneMatch(account -> ReviewClocks.isDirectPayment(account.kind())
                                        && !account.startsOn().isAfter(on)),
                        NoAccountToReview::new);
            case REASSESSMENT -> Optional.empty();
        };
    }

    private static Decision score(ScoreMonitoring command, Budget budget, Circumstances at) {
        Monitoring policy = at.policy().monitoring();
        List<ScoredFactor> factors = RiskFactors.of(budget, at);
        int score = factors.stream().mapToInt(ScoredFactor::points).sum();
        RiskTier tier = policy.tierOf(score);
        return accept(new MonitoringScored(
                command.budget(),
                at.now(),
                score,
                factors,
                tier,
                at.today().plusWeeks(policy.returnWeeksOf(tier)),
                at.actor().id()));
    }
}
