package org.personalbudget.ledger.payment;

/** What a payment is for. */
public enum PaymentPurpose {
    INSTALMENT,
    PROVIDER
}
