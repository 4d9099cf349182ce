package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;

/**
 * A spend as far as the next decision about it needs to know. What has been reclaimed or has come back is in neither
 * split.
 *
 * @param category as recorded, or as last judged; so are line and outcome
 * @param accepted what of it is expenditure, by source
 * @param underQuery what of it waits for a judgement, by source
 * @param consumed what of the budget the accepted part uses, by the shares of its day
 * @param barred whether it went to a merchant of a kind that is never accepted
 * @param query the last one, or null if it was never asked about
 */
record Spent(
        AccountId account,
        LocalDate on,
        PeriodId servicePeriod,
        Category category,
        @Nullable LineId line,
        @Nullable OutcomeId outcome,
        Split accepted,
        Split underQuery,
        Split consumed,
        ActorId recordedBy,
        boolean barred,
        @Nullable Query query) {

    boolean isUnderQuery() {
        return !underQuery.parts().isEmpty();
    }

    /** What can still come back from the merchant without being owed already. */
    Money remaining() {
        return accepted.total().plus(underQuery.total());
    }

    Spent move(Split toAccepted, Split toQuery, Split toConsumed) {
        return new Spent(
                account,
                on,
                servicePeriod,
                category,
                line,
                outcome,
                accepted.plus(toAccepted),
                underQuery.plus(toQuery),
                consumed.plus(toConsumed),
                recordedBy,
                barred,
                query);
    }

    Spent on(Category judged, @Nullable LineId judgedLine, @Nullable OutcomeId judgedOutcome) {
        return new Spent(
                account,
                on,
                servicePeriod,
                judged,
                judgedLine,
                judgedOutcome,
                accepted,
                underQuery,
                consumed,
                recordedBy,
                barred,
                query);
    }

    Spent queried(Query next) {
        return new Spent(
                account,
                on,
                servicePeriod,
                category,
                line,
                outcome,
                accepted,
                underQuery,
                consumed,
                recordedBy,
                barred,
                next);
    }

    Spent answered() {
        return query == null ? this : queried(new Query(query.rules(), query.answerBy(), true, query.by()));
    }
}
