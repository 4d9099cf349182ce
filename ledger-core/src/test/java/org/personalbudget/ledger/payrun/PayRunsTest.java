package org.personalbudget.ledger.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.BudgetWords.NO_PAYMENT;
import static org.personalbudget.ledger.testing.BudgetWords.instalmentOf;
import static org.personalbudget.ledger.testing.BudgetWords.pounds;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.PayRunWords.*;
import static org.personalbudget.ledger.testing.People.AMIR;
import static org.personalbudget.ledger.testing.People.OLGA;
import static org.personalbudget.ledger.testing.Request.as;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payrun.PayRunCommand.AddToPayRun;
import org.personalbudget.ledger.payrun.PayRunEvent.*;
import org.personalbudget.ledger.payrun.PayRunRefusal.*;
import org.personalbudget.ledger.payrun.PayRunState.Standing;
import org.personalbudget.ledger.payrun.PaymentReportCommand.TakePaymentReport;
import org.personalbudget.ledger.payrun.PaymentReportEvent.PaymentReportTaken;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.RefusalCode;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;

class PayRunsTest {

    private static final PaymentId P03 = instalmentOf("2025-P03");
    private static final PaymentId P04 = instalmentOf("2025-P04");
    private static final Given OPENED = ledger -> ledger.and(buildRun(PayRunKind.MAIN, "2025-06-02"));
    private static final Given FILLED = ledger -> ledger.and(
            OPENED,
            addPart(1, item(1, P03, "1071.60"), item(2, P04, "12.34")),
            addPart(2, item(3, NO_PAYMENT, "0.01")));
    private static final Given BUILT = ledger -> ledger.and(FILLED, closeRun());
    private static final FileDigest OTHER = new FileDigest("0".repeat(64));

    /** The hash that the run of this test is built with. */
    private static FileDigest hash() {
        return given(FILLED).when(closeRun()).the(PayRunBuilt.class).hash();
    }

    private static Given approved() {
        return ledger -> ledger.and(BUILT, approveRun(hash()));
    }

    @Test
    void aRunComesInParts() {
        PayRunBuilt built = given(FILLED).when(closeRun()).the(PayRunBuilt.class);
        assertThat(built.totals()).isEqualTo(new ControlTotals(3, pounds("1083.95"), 0, pounds("0.00")));
        assertThat(built.hash().value()).matches("[0-9a-f]{64}");
        given(OPENED).when(closeRun()).thenRecorded(PayRunBuilt.class);
        given(BUILT).when(closeRun()).thenRecorded();
    }

    /** Law 6: a part that was lost on its way is sent again. */
    @Test
    void theSamePartAgainChangesNothing() {
        given(FILLED).when(addPart(1, item(1, P03, "1071.60"))).thenRecorded();
        given(BUILT).when(addPart(2, item(3, P04, "99.99"))).thenRecorded();
        given(FILLED).when(buildRun(PayRunKind.MAIN, "2025-06-02")).thenRecorded();
        given(FILLED).when(buildRun(PayRunKind.CATCH_UP, "2025-06-02")).thenRefused(new PayRunHasOtherTerms(RUN));
    }

    @Test
    void partsComeInOrderAndNumberedOn() {
        given(OPENED).when(addPart(2, item(1, P03, "1.00"))).thenRefused(new PayRunPartOutOfOrder(RUN, 1, 2));
        given(OPENED).when(addPart(1, item(2, P03, "1.00"))).thenRefused(new PayRunPartOutOfOrder(RUN, 1, 1));
        PayRunItem[] many = new PayRunItem[PayRunCommand.MOST_ITEMS + 1];
        for (int i = 0; i < many.length; i++) many[i] = item(i + 1, P03, "1.00");
        given(OPENED).when(addPart(1, many)).thenRefused(new PayRunPartOutOfOrder(RUN, 1, 1));
        given(BUILT).when(addPart(3, item(4, P03, "1.00"))).thenRefused(new PayRunNotReady(RUN, Standing.BUILT));
    }

    /** Whatever is to be paid, to whom and where, is in the hash. */
    @Test
    void theHashStandsForEverythingThatIsPaid() {
        FileDigest hash = hash();
        assertThat(hash()).isEqualTo(hash);
        for (PayRunItem other : List.of(
                item(3, P03, "0.01"),
                item(3, NO_PAYMENT, "0.02"),
                new PayRunItem(
                        3,
                        NO_PAYMENT,
                        1,
                        item(3, P03, "0.01").budget(),
                        THEIR_ACCOUNT,
                        item(3, P03, "0.01").purpose(),
                        Channel.BANK,
                        2,
                        null,
                        LocalDate.parse("2025-06-02"),
                        pounds("0.01")))) {
            assertThat(given(OPENED, addPart(1, item(1, P03, "1071.60"), item(2, P04, "12.34")), addPart(2, other))
                            .when(closeRun())
                            .the(PayRunBuilt.class)
                            .hash())
                    .isNotEqualTo(hash);
        }
    }

    @Test
    void whatWasSeenIsApprovedByAnother() {
        PayRunApproved approved = given(BUILT).when(approveRun(hash())).the(PayRunApproved.class);
        assertThat(approved.at()).isEqualTo(Instant.parse("2025-03-20T09:00:00Z"));
        given(BUILT).when(as(OLGA, approveRun(hash()))).thenRefused(new PayRunBuilderMayNotApprove(OLGA, RUN));
        given(BUILT).when(approveRun(OTHER)).thenRefused(new PayRunHashDiffers(RUN, hash(), OTHER));
        given(FILLED).when(approveRun(hash())).thenRefused(new PayRunNotReady(RUN, Standing.BUILDING));
        given(approved()).when(approveRun(hash())).thenRefused(new PayRunNotReady(RUN, Standing.APPROVED));
        FileDigest nothing =
                given(OPENED).when(closeRun()).the(PayRunBuilt.class).hash();
        given(OPENED, closeRun()).when(approveRun(nothing)).thenRefused(new PayRunIsEmpty(RUN));
        given().when(approveRun(OTHER)).thenRefused(new UnknownPayRun(RUN));
    }

    /** Nobody approves what they have not seen: what has changed since gives the run another hash. */
    @Test
    void whatHasChangedSinceItWasBuiltIsSeenBeforeItIsApproved() {
        DroppedPayment gone =
                new DroppedPayment(2, P04, Channel.BANK, pounds("12.34"), new RefusalCode("details-not-paid-to"));
        PayRunRevised dropped = given(BUILT).when(revise(hash(), gone)).the(PayRunRevised.class);
        assertThat(dropped.totals()).isEqualTo(new ControlTotals(2, pounds("1071.61"), 0, pounds("0.00")));
        Given revised = ledger -> ledger.and(BUILT, revise(hash(), gone));
        given(revised).when(approveRun(hash())).thenRefused(new PayRunHashDiffers(RUN, dropped.hash(), hash()));
        var released =
                given(revised, approveRun(dropped.hash()), recordSubmissions(1)).when(recordSubmissions(2));
        assertThat(released.the(PayRunReleased.class).totals()).isEqualTo(dropped.totals());

        PayRunRevised alerted = given(revised)
                .when(revise(dropped.hash(), new RaisedAlert(1, 2)))
                .the(PayRunRevised.class);
        assertThat(alerted.totals()).isEqualTo(dropped.totals());
        assertThat(alerted.hash()).isNotIn(hash(), dropped.hash());
        assertThat(given(revised)
                        .when(revise(dropped.hash(), new RaisedAlert(1, 3)))
                        .the(PayRunRevised.class)
                        .hash())
                .isNotEqualTo(alerted.hash());
    }

    /** Two who look at once find the same, and it is dropped once. */
    @Test
    void whatWasFoundForAnotherHashChangesNothing() {
        DroppedPayment gone =
                new DroppedPayment(2, P04, Channel.BANK, pounds("12.34"), new RefusalCode("details-not-paid-to"));
        given(BUILT, revise(hash(), gone)).when(revise(hash(), gone)).thenRecorded();
        given(BUILT).when(revise(hash(), new DroppedPayment[0])).thenRecorded();
        given(approved()).when(revise(hash(), gone)).thenRecorded();
        given(FILLED).when(revise(hash(), gone)).thenRecorded();
    }

    @Test
    void aRunOfWhichNothingIsLeftIsNotApproved() {
        Given small = ledger -> ledger.and(OPENED, addPart(1, item(1, P03, "1.00")), closeRun());
        FileDigest built = given(OPENED, addPart(1, item(1, P03, "1.00")))
                .when(closeRun())
                .the(PayRunBuilt.class)
                .hash();
        DroppedPayment gone =
                new DroppedPayment(1, P03, Channel.BANK, pounds("1.00"), new RefusalCode("details-not-paid-to"));
        FileDigest nothing =
                given(small).when(revise(built, gone)).the(PayRunRevised.class).hash();
        given(small, revise(built, gone)).when(approveRun(nothing)).thenRefused(new PayRunIsEmpty(RUN));
    }

    @Test
    void whatNobodyApprovedCanBeGivenUp() {
        given(BUILT).when(cancelRun()).thenRecorded(PayRunCancelled.class);
        given(FILLED, cancelRun()).when(closeRun()).thenRefused(new PayRunNotReady(RUN, Standing.CANCELLED));
        given(approved()).when(cancelRun()).thenRefused(new PayRunNotReady(RUN, Standing.APPROVED));
    }

    @Test
    void whatCouldNotBePaidIsTakenOffTheTotals() {
        DroppedPayment dropped =
                new DroppedPayment(2, P04, Channel.BANK, pounds("12.34"), new RefusalCode("payment-not-ready"));
        var first = given(approved()).when(recordSubmissions(1, dropped)).thenRecorded(PayRunItemsSubmitted.class);
        var last = first.when(recordSubmissions(2)).thenRecorded(PayRunItemsSubmitted.class, PayRunReleased.class);
        assertThat(last.the(PayRunReleased.class).totals())
                .isEqualTo(new ControlTotals(2, pounds("1071.61"), 0, pounds("0.00")));
        last.when(recordSubmissions(1, dropped)).thenRecorded();
        last.when(recordSubmissions(2)).thenRecorded();
        given(approved()).when(recordSubmissions(2)).thenRefused(new PayRunPartOutOfOrder(RUN, 1, 2));
        given(BUILT).when(recordSubmissions(1)).thenRefused(new PayRunNotReady(RUN, Standing.BUILT));
    }

    @Test
    void cardsAreCountedApart() {
        PayRunItem bank = item(1, P03, "10.00");
        PayRunItem card = new PayRunItem(
                2,
                P04,
                1,
                bank.budget(),
                THEIR_ACCOUNT,
                bank.purpose(),
                Channel.CARD,
                null,
                null,
                bank.dueOn(),
                pounds("3.00"));
        ControlTotals totals = ControlTotals.NONE.plus(List.of(bank, card));
        assertThat(totals).isEqualTo(new ControlTotals(1, pounds("10.00"), 1, pounds("3.00")));
        assertThat(totals.minus(List.of(
                        new DroppedPayment(2, P04, Channel.CARD, pounds("3.00"), new RefusalCode("budget-has-ended")))))
                .isEqualTo(new ControlTotals(1, pounds("10.00"), 0, pounds("0.00")));
    }

    @Test
    void filesGoToTheBankOnce() {
        Given released = ledger -> ledger.and(approved(), recordSubmissions(1), recordSubmissions(2));
        given(released).when(submitRun()).thenRecorded(PayRunSubmitted.class);
        given(released, as(AMIR, submitRun())).when(submitRun()).thenRefused(new PayRunAlreadySubmitted(RUN, AMIR));
        given(approved()).when(submitRun()).thenRefused(new PayRunNotReady(RUN, Standing.APPROVED));
    }

    @Test
    void aReportIsTakenInOnce() {
        Request report = Request.of(new TakePaymentReport(OTHER, ReportKind.ARUCS, LocalDate.parse("2025-08-26"), 3));
        given().when(report).thenRecorded(PaymentReportTaken.class).when(report).thenRecorded();
    }

    @Test
    void anEndToEndIdIsMadeOfThePaymentAndTheAttempt() {
        String id = EndToEnd.idOf(P03, 2);
        assertThat(id).hasSize(34).endsWith("02");
        assertThat(EndToEnd.paymentOf(id)).contains(P03);
        assertThat(EndToEnd.attemptOf(id)).isEqualTo(2);
        assertThat(EndToEnd.bacsReferenceOf(P03, 2)).hasSize(18).matches("[0-9A-F]{16}02");
        assertThat(EndToEnd.paymentOf("somebody else's")).isEmpty();
    }

    @Test
    void partsHoldWhatIsLeftOutAsWell() {
        AddToPayRun part = new AddToPayRun(
                RUN,
                1,
                List.of(),
                List.of(new ExcludedPayment(
                        item(1, P03, "1.00").budget(), THEIR_ACCOUNT, P03, pounds("1.00"), ExclusionReason.DEAD, null)),
                7);
        assertThat(given(OPENED)
                        .when(Request.of(part))
                        .the(PayRunItemsAdded.class)
                        .excluded())
                .hasSize(1);
    }
}
