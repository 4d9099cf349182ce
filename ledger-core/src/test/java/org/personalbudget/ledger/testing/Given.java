package org.personalbudget.ledger.testing;

import java.time.LocalDate;

/** Something that has happened before the moment a test is about. */
@FunctionalInterface
public interface Given {

    void happenIn(DeciderFixture ledger);

    /** The calendar has come to this day. */
    static Given today(String day) {
        return ledger -> ledger.moveTo(LocalDate.parse(day));
    }
}
