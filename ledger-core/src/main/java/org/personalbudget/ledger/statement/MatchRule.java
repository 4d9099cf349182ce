package org.personalbudget.ledger.statement;

/** By which rule a line was matched. The order is that of the ladder. */
public enum MatchRule {
    /** End-to-end id and amount. */
    R1,
    /** One debit for a whole file of payments. */
    R2,
    /** Reference, amount, and a date within three working days. */
    R3,
    /** Amount and the other side's account, within five working days. */
    R4,
    /** A contribution: the payer is the holder; the amount due, or up to three times that, within ten days. */
    R5,
    /** Several items that sum to one line, where there is only one such sum. */
    R6,
    /** A fee, by the pattern of its words. */
    R7,
    /** A return: the same amount the other way, with the reason. */
    R8,
    /** A transfer between accounts of one's own. */
    R9,
    /** A card payment at a kind of merchant that has a category. */
    MERCHANT,
    /** A card payment that was declined: somebody is told, and nothing is posted. */
    DECLINED,
    /** Somebody has said what it is. */
    BY_HAND
}
