package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.APolicy.policyFrom;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.Then.inWords;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.PeriodsAllocated;
import org.personalbudget.ledger.budget.BudgetRefusal.BeforeBudgetStarts;
import org.personalbudget.ledger.budget.BudgetRefusal.NothingToPay;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownLine;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetResumed;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetSuspended;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.budget.ChangeEvent.OverAdvanced;
import org.personalbudget.ledger.budget.ChangeRefusal.AlreadySuspended;
import org.personalbudget.ledger.budget.ChangeRefusal.NotSuspended;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionAdjusted;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** Paying stops and begins again. P07 is 22 Sep to 19 Oct 2025. */
class SuspensionsTest {

    private static final Given NET = aBudgetOf("310.00").contributing("42.10").paidNet();

    /** In hospital from 29 Sep, 14 days in full: paid are 21 days of P07, 930.00 and 126.30; 7 days are withheld. */
    @Test
    void inHospitalTheFirstDaysArePaidInFull() {
        Then suspended = given(NET, inTheAccount("2025-P07", "2025-09-22"), today("2025-10-02"))
                .when(suspend("2025-09-29", SuspensionReason.HOSPITAL));
        assertThat(suspended.the(BudgetSuspended.class).paidDays()).isEqualTo(14);
        assertThat(suspended.the(ContributionAdjusted.class).after()).isEqualTo(pounds("126.30"));
        // 1,071.60 was paid, 930.00 − 126.30 = 803.70 is owed.
        assertThat(suspended.the(OverAdvanced.class).amount()).isEqualTo(pounds("267.90"));
        assertThat(suspended.posted().balance(1300)).isEqualTo("-42.10");
    }

    @Test
    void elsewhereAndUnderAnotherPolicyTheyAreNot() {
        Then respite = given(NET).when(suspend("2025-09-29", SuspensionReason.ABSENCE));
        assertThat(respite.the(BudgetSuspended.class).paidDays()).isZero();
        Then shorter = given(policyFrom("2025-03-20").payingInHospitalFor(3), NET)
                .when(suspend("2025-09-29", SuspensionReason.HOSPITAL));
        assertThat(shorter.the(BudgetSuspended.class).paidDays()).isEqualTo(3);
    }

    /** Withheld from 29 Sep, paid again from 6 Oct: 21 days, the same as above by another way. */
    @Test
    void fromItsDayOnItIsPaidAgain() {
        Then resumed = given(NET, suspend("2025-09-29", SuspensionReason.ABSENCE), today("2025-09-25"))
                .when(resume("2025-10-06"));
        assertThat(resumed.the(BudgetResumed.class).from()).isEqualTo(day("2025-10-06"));
        assertThat(resumed.all(PeriodsAllocated.class)).hasSize(1);
        InstalmentApproved approved = resumed.when(instalment("2025-P07")).the(InstalmentApproved.class);
        assertThat(approved.gross()).isEqualTo(pounds("930.00"));
        assertThat(approved.contribution()).isEqualTo(pounds("126.30"));
        assertThat(inWords(approved.payable())).isEqualTo("LA 803.70");
    }

    /** What was called off because of a suspension is paid again by an adjustment when that ends: 14 days. */
    @Test
    void aResumptionPaysWhatTheSuspensionHadTakenOff() {
        Then suspended = given(NET, today("2025-09-15"), instalment("2025-P07"))
                .when(suspend("2025-09-22", SuspensionReason.ABSENCE));
        assertThat(suspended.the(InstalmentReduced.class).cancelled()).isTrue();
        assertThat(suspended.books().balances()).noneMatch(line -> line.startsWith("1190") || line.startsWith("2200"));
        Then resumed = suspended.when(resume("2025-10-06"));
        InstalmentApproved approved = resumed.the(InstalmentApproved.class);
        assertThat(approved.instalment()).isEqualTo(InstalmentKind.ADJUSTMENT);
        assertThat(approved.gross()).isEqualTo(pounds("620.00"));
        assertThat(approved.contribution()).isEqualTo(pounds("84.20"));
        assertThat(inWords(approved.payable())).isEqualTo("LA 535.80");
        assertThat(approved.service()).isEqualTo(days("2025-10-06", "2025-10-19"));
        assertThat(resumed.books().balance(1300)).isEqualTo("84.20");
        assertThat(resumed.books().balance(2200)).isEqualTo("-535.80");
        assertThat(resumed.books().balance(4000)).isEqualTo("-84.20");
    }

    /** Only the flexible line: 35.00 of 310.00. The contribution stays, since something is paid for on every day. */
    @Test
    void oneLineMayBeSuspended() {
        Then suspended = given(NET, suspend("2025-09-22", SuspensionReason.ABSENCE, FLEX))
                .when(instalment("2025-P07"));
        InstalmentApproved approved = suspended.the(InstalmentApproved.class);
        assertThat(approved.gross()).isEqualTo(pounds("1100.00"));
        assertThat(approved.contribution()).isEqualTo(pounds("168.40"));
        assertThat(approved.payable().total()).isEqualTo(pounds("931.60"));
    }

    /** What no line has planned is suspended with the whole, and not with a line. */
    @Test
    void whatNoLineHasPlannedIsSuspendedWithTheWholeOnly() {
        Given unplanned = aBudgetOf("310.00").planned(careLine()).paidNet();
        Then line = given(unplanned, suspend("2025-09-22", SuspensionReason.ABSENCE, CARE))
                .when(instalment("2025-P07"));
        assertThat(line.the(InstalmentApproved.class).gross()).isEqualTo(pounds("140.00"));
        given(unplanned, suspend("2025-09-22", SuspensionReason.ABSENCE))
                .when(instalment("2025-P07"))
                .thenRefused(new NothingToPay(period("2025-P07")));
    }

    @Test
    void aFullyWithheldDayAsksForNoContribution() {
        Then raised =
                given(NET, suspend("2025-10-06", SuspensionReason.ABSENCE)).when(instalment("2025-P07"));
        assertThat(raised.the(InstalmentApproved.class).contribution()).isEqualTo(pounds("84.20"));
        given(NET, suspend("2025-09-22", SuspensionReason.ABSENCE))
                .when(raiseContribution("2025-P07"))
                .thenRefused(new BudgetRefusal.NoContribution(period("2025-P07")));
    }

    @Test
    void whatIsSuspendedIsNotSuspendedAgain() {
        Then flex = given(NET).when(suspend("2025-09-22", SuspensionReason.ABSENCE, FLEX));
        flex.when(suspend("2025-09-29", SuspensionReason.ABSENCE, FLEX))
                .thenRefused(new AlreadySuspended(day("2025-09-22")));
        flex.when(suspend("2025-09-29", SuspensionReason.ABSENCE, CARE)).thenAccepted();
        flex.when(suspend("2025-09-29", SuspensionReason.ABSENCE, CARE, FLEX))
                .thenRefused(new AlreadySuspended(day("2025-09-22")));
        // One resumption ends both.
        flex.when(resume("2025-10-06")).thenAccepted();
        flex.when(resume("2025-10-06")).thenRefused(new NotSuspended(day("2025-10-06")));
        flex.when(suspend("2025-10-06", SuspensionReason.ABSENCE)).thenAccepted();
    }

    /** Found by a review: with one line suspended, nobody could be suspended whole. */
    @Test
    void theWholeTakesInWhatIsNotSuspendedYet() {
        Then whole = given(NET, suspend("2025-09-22", SuspensionReason.ABSENCE, FLEX))
                .when(suspend("2025-09-29", SuspensionReason.ABSENCE));
        whole.when(suspend("2025-10-06", SuspensionReason.ABSENCE, CARE))
                .thenRefused(new AlreadySuspended(day("2025-09-29")));
        // Care for 7 of 28 days, flexible spend for none: 275.00, less 42.10 for the week.
        assertThat(whole.when(instalment("2025-P07"))
                        .the(InstalmentApproved.class)
                        .gross())
                .isEqualTo(pounds("275.00"));
    }

    @Test
    void whenAndWhatCanBeSuspended() {
        given(NET)
                .when(suspend("2025-04-06", SuspensionReason.ABSENCE))
                .thenRefused(new BeforeBudgetStarts("from", day("2025-04-06"), day("2025-04-07")))
                .when(suspend("2025-09-22", SuspensionReason.ABSENCE, new LineId("nothing")))
                .thenRefused(new UnknownLine(new LineId("nothing")))
                .when(resume("2025-09-22"))
                .thenRefused(new NotSuspended(day("2025-09-22")));
    }

    /** The order of a line that is suspended is released with it, and placed again. */
    @Test
    void anOrderFollows() {
        org.personalbudget.ledger.terms.SupplierId agency =
                new org.personalbudget.ledger.terms.SupplierId(new java.util.UUID(0, 1));
        Given ordered = aBudgetOf("310.00").planned(careOrderedFrom(agency), flexibleLine());
        Then suspended = given(ordered).when(suspend("2025-04-07", SuspensionReason.ABSENCE, CARE));
        assertThat(suspended.books().balance(9100)).isEqualTo("0.00");
        assertThat(suspended.books().balance(9000)).isEqualTo("1820.00");
        Then resumed = suspended.when(resume("2025-04-07"));
        assertThat(resumed.books().balance(9000)).isEqualTo("16120.00");
        assertThat(resumed.books().balance(9100)).isEqualTo("-14300.00");
        assertThat(List.of(resumed.books().balance(9010))).containsExactly("-1820.00");
    }
}
