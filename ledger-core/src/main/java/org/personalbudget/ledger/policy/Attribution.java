package org.personalbudget.ledger.policy;

/** How a spend is attributed to the sources that an account holds. */
public enum Attribution {
    /** In proportion to what each source holds. */
    PRO_RATA,
    /** The person's contribution first, the rest in proportion. */
    CLIENT_FIRST_CONSUMED
}
