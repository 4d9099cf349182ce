package org.personalbudget.ledger.terms;

/** Who pays for a budget; each funder keeps a book of its own. */
public enum Funder {
    LA,
    LA_CHILDREN,
    ICB,
    EDUCATION,
    POOLED;

    /** The source that this funder's money carries. */
    public Source source() {
        return Source.valueOf(name());
    }

    /** Whether this funder may ask the person for a contribution (NHS and education money never does). */
    public boolean isCouncil() {
        return this == LA || this == LA_CHILDREN;
    }
}
