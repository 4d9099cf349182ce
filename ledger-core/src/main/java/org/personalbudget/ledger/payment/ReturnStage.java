package org.personalbudget.ledger.payment;

/** How far a payment had got when it came back. */
public enum ReturnStage {
    /** Rejected before it left. */
    BEFORE_SETTLEMENT,
    /** It had left the council's bank, and had not arrived (or arrives nowhere in this ledger, as a supplier's does). */
    AFTER_SETTLEMENT,
    /** It had arrived in the account. */
    AFTER_CREDIT
}
