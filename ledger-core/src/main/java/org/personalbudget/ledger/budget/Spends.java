package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.SpendId;

/** The spends that can still be queried, judged or refunded. */
record Spends() {

    static final Spends NONE = new Spends();

    /** A reclaim was reconsidered: what of the spend is let off is under query again. */
    Spends release(SpendId spend, Split released) {
        return this;
    }
}
