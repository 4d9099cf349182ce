package org.personalbudget.ledger.eventstore;

import tools.jackson.databind.node.ObjectNode;

/** One step in the life of an event's JSON: from one revision to the next. One class a step. */
public interface Upcaster {

    /** The stable name of the event. */
    String type();

    /** The revision it starts from; it leads to the next one. */
    int from();

    /** Rewrites the JSON of that revision as that of the next. The order of properties does not matter. */
    ObjectNode upcast(ObjectNode json);
}
