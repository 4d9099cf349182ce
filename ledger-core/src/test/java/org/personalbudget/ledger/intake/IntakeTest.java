package org.personalbudget.ledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Request.as;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.intake.IntakeCommand.FinishFile;
import org.personalbudget.ledger.intake.IntakeCommand.ReceiveFile;
import org.personalbudget.ledger.intake.IntakeEvent.FileFinished;
import org.personalbudget.ledger.intake.IntakeEvent.FileReceived;
import org.personalbudget.ledger.intake.IntakeRefusal.*;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;

class IntakeTest {

    private static final FileDigest FILE = new FileDigest("a".repeat(64));
    private static final FileDigest OTHER = new FileDigest("b".repeat(64));
    private static final ActorId IVY = new ActorId("ivy");
    private static final Given RECEIVED = ledger -> ledger.and(receive(FILE));
    private static final Given FINISHED = ledger -> ledger.and(receive(FILE)).and(finish(FILE));

    @Test
    void aFileIsReceivedAndFinished() {
        FileReceived received = given().when(receive(FILE)).the(FileReceived.class);
        assertThat(received.kind()).isEqualTo(FileKind.INVOICES);
        assertThat(received.requests()).isEqualTo(3);
        assertThat(received.rejected()).isEqualTo(1);
        assertThat(received.by()).isEqualTo(IVY);
        FileFinished finished = given(RECEIVED).when(finish(FILE)).the(FileFinished.class);
        assertThat(finished.accepted()).isEqualTo(2);
    }

    @Test
    void theSameFileTwiceIsRefused() {
        var on = given().when(receive(FILE)).the(FileReceived.class).when().effectiveOn();
        given(FINISHED).when(receive(FILE)).thenRefused(new FileAlreadyTakenIn(FILE, on));
        given(FINISHED).when(receive(OTHER)).thenRecorded(FileReceived.class);
    }

    @Test
    void aFileThatWasInterruptedGoesOn() {
        given(RECEIVED).when(receive(FILE)).thenRecorded().when(finish(FILE)).thenRecorded(FileFinished.class);
        given(FINISHED).when(finish(FILE)).thenRecorded();
    }

    @Test
    void whatWasNotReceivedIsNotFinished() {
        given().when(finish(FILE)).thenRefused(new FileNotReceived(FILE));
    }

    @Test
    void providersAndInvoiceOfficersBringFiles() {
        assertThat(new ReceiveFile(FILE, FileKind.INVOICES, 0, 0).permitted())
                .isEqualTo(Set.of(Role.INVOICE_OFFICER, Role.PROVIDER));
    }

    private static Request receive(FileDigest file) {
        return as(IVY, Request.of(new ReceiveFile(file, FileKind.INVOICES, 3, 1)));
    }

    private static Request finish(FileDigest file) {
        return as(IVY, Request.of(new FinishFile(file, 2)));
    }
}
