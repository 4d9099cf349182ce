package org.personalbudget.ledger.kernel;

import java.util.UUID;

/**
 * The name of one stream: one unit of consistency and one thing an auditor replays.
 *
 * @param category what kind of thing the stream is about, such as {@code budget}
 * @param id which one
 */
public record StreamId(String category, UUID id) {

    /** Reads what {@link #toString()} wrote. */
    public static StreamId parse(String name) {
        int slash = name.indexOf('/');
        if (slash < 1) throw new IllegalArgumentException("a stream is named category/uuid, not " + name);
        return new StreamId(name.substring(0, slash), UUID.fromString(name.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return category + "/" + id;
    }
}
