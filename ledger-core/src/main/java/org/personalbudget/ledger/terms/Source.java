package org.personalbudget.ledger.terms;

/** Whose money a line is about. The order is the order in which ties are settled: funders first, the person last. */
public enum Source {
    LA,
    LA_CHILDREN,
    ICB,
    EDUCATION,
    POOLED,
    /** The person's contribution, in the book of the council that charges it. */
    CLIENT,
    /** The person's own money and top-ups: never attributed to public spend, never reclaimed. */
    OWN,
    /** Money whose origin is not yet known. */
    UNKNOWN
}
