package org.personalbudget.ledger.takeon;

import org.personalbudget.ledger.takeon.TakeOnBatchEvent.TakeOnPrepared;

/** What a take-on has become. */
public sealed interface TakeOnBatchState {

    /** Nothing has been prepared. */
    record NoTakeOn() implements TakeOnBatchState {}

    /**
     * A file lies before a second person, or has been approved.
     *
     * @param prepared the last file laid
     */
    record TakeOn(TakeOnPrepared prepared, boolean approved) implements TakeOnBatchState {}
}
