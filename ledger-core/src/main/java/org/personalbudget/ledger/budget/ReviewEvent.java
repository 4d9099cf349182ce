package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ReviewId;

/** When a budget is looked at again, and how closely it is watched. */
public sealed interface ReviewEvent extends BudgetEvent {

    /** A review falls due on a day, by the policy in force. */
    record ReviewScheduled(BudgetId budget, When when, ReviewKind kind, LocalDate dueOn) implements ReviewEvent {}

    /** A review was held, on {@code effectiveOn}. */
    record ReviewRecorded(BudgetId budget, When when, ReviewId review, ReviewKind kind, Note findings, ActorId by)
            implements ReviewEvent {}

    /**
     * How closely a budget is watched from now on, and why.
     *
     * @param factors each thing that counted, with its points; together the score
     * @param nextReturn when the next account return is asked for
     */
    record MonitoringScored(
            BudgetId budget,
            When when,
            int score,
            List<ScoredFactor> factors,
            RiskTier tier,
            LocalDate nextReturn,
            ActorId by)
            implements ReviewEvent {}
}
