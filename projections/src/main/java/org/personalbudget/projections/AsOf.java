package org.personalbudget.projections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The two dates under which every balance is asked for: what took effect on or before {@code effective}, as it was known
 * at {@code known}. Once {@code known} is past, the answer never changes (law 9).
 *
 * @param effective the last day that counts
 * @param known the last instant that counts, to the microsecond below
 */
public record AsOf(LocalDate effective, Instant known) {

    public AsOf {
        known = known.truncatedTo(ChronoUnit.MICROS);
    }

    /** {@code known} as the database driver takes it. */
    public OffsetDateTime knownUtc() {
        return known.atOffset(ZoneOffset.UTC);
    }
}
