package org.personalbudget.ledger.terms;

/** How the person's contribution meets the council's money. Expenditure and income are the same under both. */
public enum ContributionMethod {
    /** The council pays less, and the person pays the contribution into the same account. */
    NET,
    /** The council pays everything and bills the person. */
    GROSS
}
