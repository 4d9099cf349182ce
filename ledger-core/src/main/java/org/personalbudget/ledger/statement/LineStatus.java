package org.personalbudget.ledger.statement;

/** How final a bank calls a line. */
public enum LineStatus {
    /** It has moved money and is part of the balance. */
    BOOKED,
    /** It may still change or vanish; it is never matched. */
    PENDING,
    /** It was asked for and refused; no money moved. */
    DECLINED
}
