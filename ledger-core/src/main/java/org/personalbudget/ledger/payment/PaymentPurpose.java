package org.personalbudget.ledger.payment;

/** What a payment is for. */
public enum PaymentPurpose {
    INSTALMENT,
    PROVIDER,
    /** Paying the person back what they contributed too much. */
    REFUND
}
