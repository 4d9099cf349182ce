package org.personalbudget.ledger.payment;

/** Which side of a payment has been seen to settle. */
public enum SettlementLeg {
    /** It left the council's bank. */
    BANK,
    /** It arrived in the account. */
    ACCOUNT,
    /** Both, as when settlement is entered by hand. */
    BOTH
}
