package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.BudgetEvent.PlanApproved;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ReviewEvent.ReviewScheduled;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.policy.Reviewing;
import org.personalbudget.ledger.terms.AccountKind;

/**
 * The two clocks: of the plan (Care Act 2014, section 27) and of a direct payment (SI 2014/2871, regulation 7). Each is
 * started once, and goes on from each review that is held.
 */
final class ReviewClocks {

    private ReviewClocks() {}

    /** The first approved plan starts the clock of the plan, also where the needs had been reassessed before. */
    static void start(PlanApproved plan, Budget before, Draft draft, Circumstances at) {
        boolean runs = before.reviews().dueOn(ReviewKind.PLAN).isPresent();
        if (runs && before.firstDay().isPresent()) return;
        schedule(ReviewKind.PLAN, plan.effectiveFrom(), at.policy().reviewing().planFirstWeeks(), draft, at);
    }

    /** The first direct payment starts the clock of the account. */
    static void start(AccountOpened account, Draft draft, Circumstances at) {
        if (!isDirectPayment(account.kind())) return;
        if (draft.budget().reviews().dueOn(ReviewKind.ACCOUNT).isPresent()) return;
        schedule(ReviewKind.ACCOUNT, account.startsOn(), at.policy().reviewing().accountFirstWeeks(), draft, at);
    }

    /** A reassessment looks at all that a plan review does, so it is the plan's clock that goes on from it. */
    static void goOn(ReviewKind held, LocalDate from, Draft draft, Circumstances at) {
        Reviewing weeks = at.policy().reviewing();
        switch (held) {
            case ACCOUNT -> schedule(ReviewKind.ACCOUNT, from, weeks.accountWeeks(), draft, at);
            case PLAN, REASSESSMENT -> schedule(ReviewKind.PLAN, from, weeks.planWeeks(), draft, at);
        }
    }

    private static void schedule(ReviewKind clock, LocalDate from, int weeks, Draft draft, Circumstances at) {
        draft.add(new ReviewScheduled(draft.budget().terms().budget(), at.now(), clock, from.plusWeeks(weeks)));
    }

    /** A card is a direct payment too. */
    static boolean isDirectPayment(AccountKind kind) {
        return kind == AccountKind.DIRECT_PAYMENT || kind == AccountKind.PREPAID_CARD;
    }
}
