package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.JudgementEvent.SpendReclaimed;

/** What is to be paid back, and what is let go. */
record Reclaims() {

    static final Reclaims NONE = new Reclaims();

    /** A spend that was judged is owed back: decided at once. */
    Reclaims misuse(SpendReclaimed event) {
        return this;
    }
}
