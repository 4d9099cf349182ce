package org.personalbudget.ledger.intake;

import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.terms.FileDigest;

/** What happens to a file. */
public sealed interface IntakeEvent extends Event {

    FileDigest file();

    @Override
    default StreamId stream() {
        return IntakeCommand.streamOf(file());
    }

    /**
     * A file is being taken in.
     *
     * @param requests how many requests it holds that can be read
     * @param rejected how many of its rows cannot
     */
    record FileReceived(FileDigest file, When when, FileKind kind, int requests, int rejected, ActorId by)
            implements IntakeEvent {}

    /**
     * All requests of a file have their answers.
     *
     * @param accepted how many were accepted, the others having been refused
     */
    record FileFinished(FileDigest file, When when, int accepted) implements IntakeEvent {}
}
