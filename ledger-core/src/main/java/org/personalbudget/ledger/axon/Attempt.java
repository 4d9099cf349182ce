package org.personalbudget.ledger.axon;

import java.util.HashSet;
import java.util.Set;
import org.personalbudget.ledger.kernel.UniqueTag;

/**
 * A request on its way through the command bus, for the first time or again.
 *
 * @param number counts from 1
 * @param taken names that the log has said are claimed by somebody else
 */
record Attempt(Request request, int number, Set<UniqueTag> taken) {

    static Attempt first(Request request) {
        return new Attempt(request, 1, Set.of());
    }

    Attempt again() {
        return new Attempt(request, number + 1, taken);
    }

    Attempt without(UniqueTag tag) {
        var all = new HashSet<>(taken);
        all.add(tag);
        return new Attempt(request, number + 1, Set.copyOf(all));
    }
}
