package org.personalbudget.ledger.statement.ladder;

import java.util.List;

/**
 * What a line might be, and why nobody could be sure.
 *
 * @param score how much speaks for it
 * @param reasons what speaks for it, then what speaks against it
 */
public record Suggestion(Candidate candidate, int score, List<Reason> reasons) {

    public Suggestion {
        reasons = List.copyOf(reasons);
    }

    /** What speaks for or against a candidate. */
    public enum Reason {
        SAME_AMOUNT,
        SAME_REFERENCE,
        SAME_COUNTERPARTY,
        SAME_PAYER,
        NEAR_DATE,
        MULTIPLE_OF_DUE,
        /** Of the amount, nothing else is open. */
        ONLY_ONE_OF_AMOUNT,
        OTHER_AMOUNT,
        FAR_DATE,
        /** Others fit as well. */
        NOT_UNIQUE
    }
}
