package org.personalbudget.projections.contributions;

/** For how many days something is unpaid, in four buckets of four weeks; the last has no end. */
public enum Age {
    DAYS_0_28,
    DAYS_29_56,
    DAYS_57_84,
    DAYS_85_ON;

    /** @param days since it fell due, 0 on that day */
    static Age of(long days) {
        if (days <= 28) return DAYS_0_28;
        if (days <= 56) return DAYS_29_56;
        return days <= 84 ? DAYS_57_84 : DAYS_85_ON;
    }
}
