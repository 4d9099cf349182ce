package org.personalbudget.ops.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one clock: real time, until somebody sets it where that is allowed. From then on it stands at the instant it was
 * set to until it is set again, so that a scenario of the past plays at its own dates.
 */
public final class LedgerClock extends Clock {

    private final Clock real;
    private final boolean settable;
    private final AtomicReference<@Nullable Instant> set;

    private LedgerClock(Clock real, boolean settable, AtomicReference<@Nullable Instant> set) {
        this.real = real;
        this.settable = settable;
        this.set = set;
    }

    static LedgerClock real() {
        return new LedgerClock(Clock.systemUTC(), false, new AtomicReference<>());
    }

    static LedgerClock settable() {
        return new LedgerClock(Clock.systemUTC(), true, new AtomicReference<>());
    }

    boolean isSettable() {
        return settable;
    }

    void setTo(Instant instant) {
        if (!settable) throw new IllegalStateException("this clock cannot be set");
        set.set(instant);
    }

    /** Stands at an instant, whether or not a header may set it: for the sample council, before anybody else writes. */
    public void playAt(Instant instant) {
        set.set(instant);
    }

    /** Goes with real time again. */
    public void playReal() {
        set.set(null);
    }

    @Override
    public Instant instant() {
        Instant given = set.get();
        return given == null ? real.instant() : given;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new LedgerClock(real.withZone(zone), settable, set);
    }
}
