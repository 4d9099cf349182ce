package org.personalbudget.ledger.terms;

/**
 * How a payee is related to the person, as far as the law cares (Care and Support (Direct Payments) Regulations 2014, SI
 * 2014/2871, regulation 3).
 */
public enum Relationship {
    /** Married or civil partner: needs a necessity decision wherever they live. */
    SPOUSE,
    /** Living together as if married: needs a necessity decision if in the same household. */
    PARTNER,
    /** A listed relative, or the partner of one: needs a necessity decision if in the same household. */
    RELATIVE,
    /** Nobody whom regulation 3 names. */
    NONE;

    /** Whether paying this person is allowed only where the council has decided that it is necessary. */
    public boolean needsNecessity(boolean sameHousehold) {
        return switch (this) {
            case SPOUSE -> true;
            case PARTNER, RELATIVE -> sameHousehold;
            case NONE -> false;
        };
    }
}
