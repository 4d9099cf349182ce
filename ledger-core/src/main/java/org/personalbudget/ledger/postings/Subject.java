package org.personalbudget.ledger.postings;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.SupplierId;

/**
 * What a journal line is about, beside its account and source.
 *
 * @param line the plan line
 * @param account the custody account that holds the money, or owes it
 */
public record Subject(
        @Nullable LineId line,
        @Nullable OutcomeId outcome,
        @Nullable SupplierId supplier,
        @Nullable AccountId account) {

    public static final Subject NONE = new Subject(null, null, null, null);

    static Subject of(AccountId account) {
        return new Subject(null, null, null, account);
    }
}
