package org.personalbudget.ledger.takeon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.BudgetWords.day;
import static org.personalbudget.ledger.testing.BudgetWords.pounds;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.People.FAY;
import static org.personalbudget.ledger.testing.Request.as;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.takeon.TakeOnBatchCommand.ApproveTakeOn;
import org.personalbudget.ledger.takeon.TakeOnBatchCommand.PrepareTakeOn;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent.TakeOnApproved;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent.TakeOnPrepared;
import org.personalbudget.ledger.takeon.TakeOnBatchRefusal.*;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;

class TakeOnBatchesTest {

    private static final BatchId BATCH = new BatchId("old-system");
    private static final FileDigest FILE = new FileDigest("a".repeat(64));
    private static final FileDigest OTHER = new FileDigest("b".repeat(64));
    private static final ActorId SECOND = new ActorId("fred");
    private static final Given PREPARED = ledger -> ledger.and(prepared(FILE, 2));

    @Test
    void aFileIsLaidBeforeASecondPerson() {
        TakeOnPrepared prepared = given().when(prepared(FILE, 2)).the(TakeOnPrepared.class);
        assertThat(prepared.by()).isEqualTo(FAY);
        assertThat(prepared.debits()).isEqualTo(prepared.credits());
        given(PREPARED).when(as(SECOND, approved(FILE))).thenRecorded(TakeOnApproved.class);
    }

    @Test
    void nobodyApprovesWhatTheyPrepared() {
        given(PREPARED).when(approved(FILE)).thenRefused(new TakeOnPreparerMayNotApprove(FAY, BATCH));
    }

    @Test
    void whatIsApprovedIsTheVeryFile() {
        given(PREPARED)
                .when(as(SECOND, approved(OTHER)))
                .thenRefused(new TakeOnFileDiffers(BATCH, FILE, OTHER))
                .when(prepared(OTHER, 1))
                .thenRecorded(TakeOnPrepared.class)
                .when(as(SECOND, approved(FILE)))
                .thenRefused(new TakeOnFileDiffers(BATCH, OTHER, FILE));
    }

    @Test
    void itIsApprovedOnItsDayOrLater() {
        given(today("2025-03-19"), PREPARED)
                .when(as(SECOND, approved(FILE)))
                .thenRefused(new TakeOnNotYet(BATCH, day("2025-03-20"), day("2025-03-19")));
        given(today("2025-03-20"), PREPARED).when(as(SECOND, approved(FILE))).thenAccepted();
    }

    @Test
    void twiceIsOnce() {
        given(PREPARED)
                .when(prepared(FILE, 2))
                .thenRecorded()
                .when(as(SECOND, approved(FILE)))
                .thenAccepted()
                .when(as(SECOND, approved(FILE)))
                .thenRecorded()
                .when(prepared(FILE, 2))
                .thenRecorded()
                .when(prepared(OTHER, 2))
                .thenRefused(new TakeOnAlreadyApproved(BATCH, FILE));
    }

    @Test
    void thereHasToBeSomethingToTakeOn() {
        given().when(as(SECOND, approved(FILE)))
                .thenRefused(new TakeOnNotPrepared(BATCH))
                .when(prepared(FILE, 0))
                .thenAccepted()
                .when(as(SECOND, approved(FILE)))
                .thenRefused(new NothingToTakeOn(BATCH, 3));
    }

    private static Request prepared(FileDigest file, int budgets) {
        return Request.of(
                new PrepareTakeOn(BATCH, day("2025-03-20"), file, budgets, 3, pounds("1000.00"), pounds("1000.00")));
    }

    private static Request approved(FileDigest file) {
        return Request.of(new ApproveTakeOn(BATCH, file));
    }
}
