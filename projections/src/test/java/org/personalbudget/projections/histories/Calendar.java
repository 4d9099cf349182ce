package org.personalbudget.projections.histories;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a history: it stands still while a stretch of commands is asked, and then moves on. */
final class Calendar extends Clock {

    private volatile Instant now = Instant.parse("2025-04-01T09:00:00Z");

    /** A second later than before, or noon of a later day. */
    Instant moveTo(LocalDate day) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        now = noon.isAfter(now) ? noon : now.plusSeconds(1);
        return now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
