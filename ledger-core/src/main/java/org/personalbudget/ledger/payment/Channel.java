package org.personalbudget.ledger.payment;

/** Where the money of a payment comes from. */
public enum Channel {
    /** The council's bank. */
    BANK,
    /** The council's card programme. */
    CARD,
    /** The custody account: the account pays the provider. */
    ACCOUNT
}
