package org.personalbudget.ledger.invoice;

/** What an invoice was found to be, in the order in which it is looked at. The supplier sees these. */
public enum ReasonCode {
    /** The supplier has handed in this number before. */
    EXACT_DUPLICATE,
    /** The same supplier, person and amount for overlapping days, or the same visits, under another number. */
    PROBABLE_DUPLICATE,
    /** There is no such order. */
    UNKNOWN_ORDER,
    /** No line is named, and not exactly one is ordered from this supplier. */
    ORDER_NOT_CLEAR,
    /** The plan in force on the first day of service has no such line. */
    NOT_IN_PLAN,
    /** The line is ordered from another supplier. */
    NOT_THE_SUPPLIER,
    /** The line is ordered from nobody; its headroom still lets it be paid. */
    NOT_ORDERED,
    /** Days before the budget starts, or before there was a plan. */
    BEFORE_ORDER,
    /** Days on which the plan then in force orders the line no more, or from somebody else. */
    NO_LONGER_ORDERED,
    /** Days on which the line was suspended and is not paid for. */
    SUSPENDED,
    /** Days after the end of the budget. */
    AFTER_END,
    /** Days after the person's death. */
    AFTER_DEATH,
    /** The supplier has no rate in force on a day of service. */
    NO_RATE_IN_FORCE,
    /** A unit is billed at more than the rate in force. */
    EXCEEDS_RATE,
    /** More units are billed than were delivered. */
    EXCEEDS_DELIVERED,
    /** Nothing is known to have been delivered, and the policy asks for it. */
    NO_ACTUALS,
    /** More units are billed than are authorised for these days. */
    EXCEEDS_AUTHORISED,
    /** The VAT category, or its rate, does not fit what was delivered. */
    VAT_DOES_NOT_FIT,
    /** The lines do not add up to what is asked for. */
    TOTALS_DO_NOT_ADD_UP,
    /** The line is more than its units times its rate. */
    LINE_DOES_NOT_MULTIPLY,
    /** The line is less than its units times its rate: what is billed is paid. */
    BILLED_BELOW,
    /** Off, but within what the policy tolerates: what is billed is paid. */
    WITHIN_TOLERANCE,
    /** What the lines are off adds up to more than the policy tolerates of an invoice. */
    EXCEEDS_TOLERANCE,
    /** More than the plan line has left. */
    EXCEEDS_HEADROOM,
    /** More than the account that pays has. */
    ACCOUNT_CANNOT_AFFORD,
    /** For days of an earlier period than it is posted in. */
    PRIOR_PERIOD
}
