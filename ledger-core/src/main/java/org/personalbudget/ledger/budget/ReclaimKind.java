package org.personalbudget.ledger.budget;

/** Why money is to be paid back. */
public enum ReclaimKind {
    /** More in the account than the policy lets it keep. */
    SURPLUS,
    /** An individual service fund holds more than its cap for longer than it may. */
    SERVICE_FUND,
    /** More was paid in for a period than it was entitled to. */
    OVER_ADVANCE,
    /** The budget or the account has ended: all that is left. */
    CLOSING,
    /** Spent on what the budget is not for; decided by the judgement of that spend. */
    MISUSE
}
