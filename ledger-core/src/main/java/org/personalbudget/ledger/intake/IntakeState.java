package org.personalbudget.ledger.intake;

import org.personalbudget.ledger.intake.IntakeEvent.FileReceived;

/** What has become of a file. */
public sealed interface IntakeState {

    /** Nobody has brought it. */
    record NoFile() implements IntakeState {}

    /** Some of its requests may have no answer yet. */
    record Begun(FileReceived received) implements IntakeState {}

    /** All of its requests have their answers. */
    record Finished(FileReceived received) implements IntakeState {}
}
