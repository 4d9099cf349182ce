package org.personalbudget.ledger.budget;

/** Why a spend is not accepted by itself: each names the flexible-spend rule that it does not meet. */
public enum SpendReason {
    /** No plan was in force on the date of the spend. */
    NO_PLAN_IN_FORCE,
    /** It serves no line or outcome of the plan in force on its date. */
    SERVES_NO_OUTCOME,
    /** The council's policy excludes the category. */
    EXCLUDED_CATEGORY,
    /** The merchant is of a kind that is never accepted. */
    EXCLUDED_MERCHANT,
    /** The merchant is of a kind that a person looks at. */
    MERCHANT_TO_REVIEW,
    /** More than the line has left, flex included. */
    OVER_LINE,
    /** Above the amount from which the budget's risk tier asks for evidence. */
    EVIDENCE_MISSING,
    /** The account cannot afford it. */
    CANNOT_AFFORD,
    /** The payee may be paid only under a necessity decision that covers the date (SI 2014/2871, regulation 3). */
    NECESSITY_NOT_DECIDED,
    /** The budget had ended by then, and it is none of the debts that are still paid. */
    AFTER_END
}
