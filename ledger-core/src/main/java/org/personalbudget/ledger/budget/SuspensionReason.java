package org.personalbudget.ledger.budget;

/** Why paying stops for a while. */
public enum SuspensionReason {
    /** In hospital: the policy's days are paid in full first. */
    HOSPITAL,
    /** Away from home. */
    ABSENCE,
    /** Something about the use of the money is being looked into. */
    CONCERN,
    /** The person asked for it. */
    REQUEST
}
