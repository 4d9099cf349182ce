package org.personalbudget.ledger.kernel;

import java.time.LocalDate;
import java.util.Set;

/** A fact: something that was decided or happened, never changed afterwards. */
public interface Event {

    /** The stream this fact lies on. */
    StreamId stream();

    /** The dates under which the fact counts, fixed when it was decided. */
    When when();

    /** The date the fact takes effect. */
    default LocalDate effectiveOn() {
        return when().effectiveOn();
    }

    /** Names that may be claimed once in the whole ledger; a second claim is a conflict. */
    default Set<UniqueTag> claims() {
        return Set.of();
    }
}
