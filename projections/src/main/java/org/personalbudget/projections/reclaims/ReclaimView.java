package org.personalbudget.projections.reclaims;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.SpendId;

/**
 * What is to be paid back. {@code position} is where notice of it was recorded, and lists are in this order.
 *
 * @param kind why, or null where only an old system knew
 * @param surplus what the account held that was not spoken for, when notice was given
 * @param demanded by the notice
 * @param amount to be paid back, as last decided
 * @param rule how it was attributed to the sources of the account
 * @param clientPart what of it the person is owed back, out of what they contributed
 * @param outstanding of what is decided: amount − received − relieved
 */
public record ReclaimView(
        ReclaimId reclaimId,
        BudgetId budgetId,
        long position,
        Instant recordedAt,
        @Nullable AccountId accountId,
        @Nullable ReclaimKind kind,
        @Nullable SpendId spendId,
        @Nullable PersonRef payerRef,
        @Nullable LocalDate payBy,
        @Nullable LocalDate reconsiderBy,
        @Nullable String noticeBy,
        @Nullable Money surplus,
        @Nullable Integer capWeeks,
        Money demanded,
        Money amount,
        Standing standing,
        Reconsideration reconsideration,
        @Nullable LocalDate decidedOn,
        @Nullable Attribution rule,
        Money clientPart,
        Money received,
        Money relieved,
        Money outstanding) {

    /** How far it has got. */
    public enum Standing {
        /** Notice was given; no money moves. */
        NOTICED,
        /** It is owed. */
        DECIDED,
        /** The notice was taken back, or it was reconsidered and nothing is to be paid back. */
        WITHDRAWN,
        /** Nothing of it is owed any more. */
        SETTLED
    }

    /** How far a second look has got. */
    public enum Reconsideration {
        NOT_ASKED,
        ASKED,
        DECIDED
    }
}
