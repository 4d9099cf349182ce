package org.personalbudget.ledger.testing;

/** Whatever amounts to a request; before the moment a test is about, it is one that was granted. */
public interface Asks extends Given {

    Request request();

    @Override
    default void happenIn(DeciderFixture ledger) {
        ledger.grant(request());
    }
}
