package org.personalbudget.ledger.eventstore;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** Makes the ids of events: UUIDs of version 7 (RFC 9562), which begin with the millisecond they were made in. */
public final class EventIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final Random random;

    public EventIds(Clock clock) {
        this(clock, new SecureRandom());
    }

    EventIds(Clock clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long randomA = random.nextInt(1 << 12);
        long high = clock.millis() << 16 | VERSION_7 | randomA;
        return new UUID(high, VARIANT | random.nextLong() >>> 2);
    }
}
