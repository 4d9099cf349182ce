package org.personalbudget.ledger.period;

import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.register.Note;

/** Everything that can happen to the periods of a ledger. */
public sealed interface PeriodEvent extends Event {

    PeriodId period();

    @Override
    default StreamId stream() {
        return PeriodCommand.STREAM;
    }

    /**
     * The closing of a period began.
     *
     * @param number counts every closing of this ledger from 1; a period that is opened again is closed by another
     */
    record ClosingBegun(When when, PeriodId period, int number, ActorId by) implements PeriodEvent {}

    /** A period was closed, and with the first one all before it: nothing is posted in them any more. */
    record BooksClosed(When when, PeriodId period, int number, ActorId by) implements PeriodEvent {}

    /** Somebody asked for the last closed period to be opened again. */
    record ReopeningRequested(When when, PeriodId period, Note reason, ActorId by) implements PeriodEvent {}

    /** A second person agreed: the period is open again. */
    record BooksReopened(When when, PeriodId period, ActorId requestedBy, ActorId approvedBy) implements PeriodEvent {}
}
