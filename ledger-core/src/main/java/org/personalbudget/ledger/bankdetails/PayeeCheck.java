package org.personalbudget.ledger.bankdetails;

/** What the bank says of the name on an account (confirmation of payee). */
public enum PayeeCheck {
    MATCH,
    CLOSE_MATCH,
    NO_MATCH,
    NOT_CHECKED
}
