package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.intake.IntakeRefusal;
import org.personalbudget.ledger.intake.IntakeRefusal.*;

/** What refusals about a file say to people. */
final class IntakeSentences {

    private IntakeSentences() {}

    static Sentence of(IntakeRefusal refusal) {
        return switch (refusal) {
            case FileAlreadyTakenIn it ->
                say("This very file was taken in on " + it.on() + ": everything in it has its answer.");
            case FileNotReceived it -> say("No file of digest " + it.file() + " has been received.");
        };
    }
}
