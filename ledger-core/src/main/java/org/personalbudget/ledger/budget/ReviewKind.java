package org.personalbudget.ledger.budget;

/** The clocks that run beside a budget, and what resets them. */
public enum ReviewKind {
    /** Of the care and support plan (Care Act 2014, section 27). */
    PLAN,
    /** Of a direct payment and its account (SI 2014/2871, regulation 7). */
    ACCOUNT,
    /** Of the needs themselves: the only way to a lower budget. */
    REASSESSMENT
}
