package org.personalbudget.ledger.eventstore.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** How values of one type look in JSON. */
interface Shape {

    void write(JsonGenerator out, Object value);

    /** Reads one value; {@code in} stands on its first token, and afterwards on its last. */
    Object read(JsonParser in);

    /** Whether values can be the names of JSON properties, so that a map of them is an object. */
    default boolean isKey() {
        return false;
    }

    /** The value as the name of a JSON property, for the keys of maps. */
    default String toKey(Object value) {
        throw new IllegalArgumentException(value.getClass() + " cannot be the key of a map");
    }

    /** The value that {@link #toKey(Object)} named. */
    default Object fromKey(String key) {
        throw new IllegalArgumentException("not a type whose values can be the keys of a map");
    }
}
