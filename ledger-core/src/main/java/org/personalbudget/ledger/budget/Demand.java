package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.SpendId;

/**
 * One reclaim as far as the next decision about it needs to know.
 *
 * @param about what it is of
 * @param amount what is to be paid back in all, as last decided
 * @param reconsideration how far a second look has got
 * @param owed what is final and has not come, by source
 */
record Demand(About about, Money amount, Step step, Reconsideration reconsideration, Split owed) {

    /**
     * What does not change.
     *
     * @param kind why, or null where only an old system knew
     * @param account whose money it is, or null where only an old system knew
     * @param rule how it is attributed, where that is not decided yet
     * @param spend the spend that was judged, for misuse
     * @param by who gave the notice, or null where only an old system knew
     */
    record About(
            @Nullable ReclaimKind kind,
            @Nullable AccountId account,
            @Nullable AccountKind accountKind,
            @Nullable Attribution rule,
            @Nullable SpendId spend,
            LocalDate reconsiderBy,
            @Nullable ActorId by) {}

    /** How far it has got. */
    enum Step {
        NOTICED,
        DECIDED,
        /** The notice was taken back, or it was reconsidered and nothing is to be paid back. */
        WITHDRAWN
    }

    /** How far a second look has got. */
    enum Reconsideration {
        NOT_ASKED,
        ASKED,
        DECIDED
    }

    boolean isMisuse() {
        return about.kind() == ReclaimKind.MISUSE;
    }

    /** Whether it was ever a debt: misuse is one from the judgement on, also if it was let off altogether since. */
    boolean wasDecided() {
        return step == Step.DECIDED || isMisuse();
    }

    /** Nothing can be asked, decided or paid any more. */
    boolean isOver() {
        return step == Step.WITHDRAWN || (step == Step.DECIDED && owed.parts().isEmpty());
    }

    /** Whether it may still be reconsidered, so that no money is to be moved for it. */
    boolean isOpenToReconsideration(LocalDate today) {
        return switch (reconsideration) {
            case NOT_ASKED -> !today.isAfter(about.reconsiderBy());
            case ASKED -> true;
            case DECIDED -> false;
        };
    }

    Demand asked() {
        return new Demand(about, amount, step, Reconsideration.ASKED, owed);
    }

    /** A second look was taken: so much is to be paid back, and this of it is owed no more. */
    Demand reconsidered(Money next, Split released) {
        boolean withdrawn = next.isZero();
        return new Demand(
                about, next, withdrawn ? Step.WITHDRAWN : step, Reconsideration.DECIDED, owed.plus(released.negated()));
    }

    Demand withdrawn() {
        return new Demand(about, amount, Step.WITHDRAWN, reconsideration, owed);
    }

    Demand decided(Split split) {
        return new Demand(about, split.total(), Step.DECIDED, reconsideration, split);
    }

    Demand less(Split split) {
        return new Demand(about, amount, step, reconsideration, owed.plus(split.negated()));
    }

    /**
     * So much of what is owed, in proportion to the sources, by largest remainder, ties to the lead; all of it to the last penny. A source
     * that was overdrawn when an account was closed is made good by the last payment.
     */
    Split part(Money part, Funder lead) {
        if (part.equals(owed.total())) return owed;
        return new Split(owed.parts().stream()
                        .filter(each -> each.amount().isPositive())
                        .toList())
                .part(part, lead);
    }
}
