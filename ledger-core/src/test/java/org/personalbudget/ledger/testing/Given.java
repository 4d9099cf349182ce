package org.personalbudget.ledger.testing;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Event;

/** Something that has happened before the moment a test is about. */
@FunctionalInterface
public interface Given {

    void happenIn(DeciderFixture ledger);

    /** The calendar has come to this day. */
    static Given today(String day) {
        return ledger -> ledger.moveTo(LocalDate.parse(day));
    }

    /** A fact, however it came to be. */
    static Given happened(Event fact) {
        return ledger -> ledger.take(fact);
    }
}
