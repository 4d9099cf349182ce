package org.personalbudget.ledger.intake;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import org.personalbudget.ledger.intake.IntakeCommand.FinishFile;
import org.personalbudget.ledger.intake.IntakeCommand.ReceiveFile;
import org.personalbudget.ledger.intake.IntakeEvent.FileFinished;
import org.personalbudget.ledger.intake.IntakeEvent.FileReceived;
import org.personalbudget.ledger.intake.IntakeRefusal.FileAlreadyTakenIn;
import org.personalbudget.ledger.intake.IntakeRefusal.FileNotReceived;
import org.personalbudget.ledger.intake.IntakeState.Begun;
import org.personalbudget.ledger.intake.IntakeState.Finished;
import org.personalbudget.ledger.intake.IntakeState.NoFile;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;

/** Files: the same one twice is refused, and one that was interrupted goes on. */
public final class IntakeFeature implements Feature<IntakeCommand, IntakeState, IntakeEvent, Circumstances> {

    @Override
    public String category() {
        return "file";
    }

    @Override
    public Class<IntakeCommand> commands() {
        return IntakeCommand.class;
    }

    @Override
    public Class<IntakeEvent> events() {
        return IntakeEvent.class;
    }

    @Override
    public IntakeState initial() {
        return new NoFile();
    }

    @Override
    public Circumstances gather(IntakeCommand command, IntakeState state, Circumstances at, Reads reads) {
        return at;
    }

    @Override
    public Decision decide(IntakeCommand command, IntakeState state, Circumstances at) {
        return switch (command) {
            case ReceiveFile receive -> receive(receive, state, at);
            case FinishFile finish -> finish(finish, state, at);
        };
    }

    private static Decision receive(ReceiveFile command, IntakeState state, Circumstances at) {
        return switch (state) {
            case NoFile _ ->
                accept(new FileReceived(
                        command.file(),
                        at.now(),
                        command.kind(),
                        command.requests(),
                        command.rejected(),
                        at.actor().id()));
            case Begun _ -> accept();
            case Finished there ->
                refuse(new FileAlreadyTakenIn(
                        command.file(), there.received().when().effectiveOn()));
        };
    }

    private static Decision finish(FinishFile command, IntakeState state, Circumstances at) {
        return switch (state) {
            case NoFile _ -> refuse(new FileNotReceived(command.file()));
            case Begun _ -> accept(new FileFinished(command.file(), at.now(), command.accepted()));
            case Finished _ -> accept();
        };
    }

    @Override
    public IntakeState evolve(IntakeState state, IntakeEvent event) {
        return switch (event) {
            case FileReceived received -> new Begun(received);
            case FileFinished _ -> state instanceof Begun begun ? new Finished(begun.received()) : state;
        };
    }
}
