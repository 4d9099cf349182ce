package org.personalbudget.ledger.statement.ladder;

/** What kind of thing a line may be. */
public enum CandidateKind {
    /** A payment that was handed over and has not been seen to leave. */
    PAYMENT,
    /** An instalment that left the bank and has not been seen to arrive. */
    ARRIVAL,
    /** A contribution that is due. */
    CONTRIBUTION,
    /** A reclaim, recharge or supplier refund that is owed. */
    DEBT,
    /** A payment that left and might come back. */
    RETURN,
    /** Something that the ledger has already, and no bank has confirmed. */
    MOVEMENT
}
