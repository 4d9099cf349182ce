package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.budget.ReclaimNoticesTest.CLOSED;
import static org.personalbudget.ledger.budget.ReclaimNoticesTest.THREE_PERIODS;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.APolicy.policyFrom;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.happened;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.ReclaimWords.*;
import static org.personalbudget.ledger.testing.Request.as;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionAssessed;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetRefusal.NotTheHolder;
import org.personalbudget.ledger.budget.ChangeEvent.OverAdvanced;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionAdjusted;
import org.personalbudget.ledger.budget.ReclaimEvent.*;
import org.personalbudget.ledger.budget.ReclaimRefusal.*;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.People;
import org.personalbudget.ledger.testing.Then;

/** Notice of 1,240.00 was given on 2 June; it can be reconsidered until 30 June. */
class ReclaimDecisionsTest {

    private static final Given NOTICED = ledger -> ledger.and(THREE_PERIODS, notice(ReclaimKind.SURPLUS, null));

    /** 1,240.00 of 3,720.00, of which 505.20 were the person's: LA 1,071.60, CLIENT 168.40, and 168.40 goes back. */
    @Test
    void afterTheTimeForReconsiderationItIsOwed() {
        Then decided = given(NOTICED, today("2025-07-01")).when(decide(RECLAIM)).thenRecorded(ReclaimDecided.class);
        ReclaimDecided fact = decided.the(ReclaimDecided.class);
        assertThat(inWords(fact.split())).isEqualTo("LA 1071.60, CLIENT 168.40");
        assertThat(fact.clientPart()).isEqualTo(pounds("168.40"));
        assertThat(decided.posted().balances())
                .containsExactly("1200 -1240.00", "1350 1240.00", "2300 -168.40", "4000 168.40");
        assertThat(decided.books().balance(1200)).isEqualTo("2480.00");
    }

    /** Law 11: the same under GROSS, where the contribution never came into the account. */
    @Test
    void thePersonIsOwedBackTheSameUnderGross() {
        Then decided = given(
                        aBudgetOf("310.00").contributing("42.10").paidGross(),
                        inTheAccount("2025-P01", "2025-04-07"),
                        inTheAccount("2025-P02", "2025-05-05"),
                        inTheAccount("2025-P03", "2025-06-02"),
                        contributionPaid(null, "505.20", "2025-06-02"),
                        notice(ReclaimKind.SURPLUS, null),
                        today("2025-07-01"))
                .when(decide(RECLAIM));
        assertThat(inWords(decided.the(ReclaimDecided.class).split())).isEqualTo("LA 1240.00");
        assertThat(decided.the(ReclaimDecided.class).clientPart()).isEqualTo(pounds("168.40"));
    }

    /** 400.00 of the 505.20 were consumed before anybody else's: 105.20 are left of them, and all are reclaimed. */
    @Test
    void whereThePersonsMoneyIsConsumedFirstLessOfItIsLeft() {
        for (boolean net : new boolean[] {true, false}) {
            Then decided = given(
                            policyFrom("2025-04-07").attributing(Attribution.CLIENT_FIRST_CONSUMED),
                            net
                                    ? aBudgetOf("310.00").contributing("42.10").paidNet()
                                    : aBudgetOf("310.00").contributing("42.10").paidGross(),
                            inTheAccount("2025-P01", "2025-04-07"),
                            inTheAccount("2025-P02", "2025-05-05"),
                            inTheAccount("2025-P03", "2025-06-02"),
                            contributionPaid(net ? ACCOUNT : null, "505.20", "2025-06-02"),
                            spend("400.00", "2025-06-02").of(Category.HOME_CARE),
                            notice(ReclaimKind.SURPLUS, null),
                            today("2025-07-01"))
                    .when(decide(RECLAIM));
            assertThat(decided.the(ReclaimDecided.class).split().total()).isEqualTo(pounds("840.00"));
            assertThat(decided.the(ReclaimDecided.class).clientPart()).isEqualTo(pounds("105.20"));
        }
    }

    @Test
    void notBeforeThatAndNotByWhoGaveTheNotice() {
        given(NOTICED, today("2025-06-30"))
                .when(decide(RECLAIM))
                .thenRefused(new ReconsiderationOpen(RECLAIM, day("2025-06-30")));
        given(NOTICED, today("2025-07-01"))
                .when(as(People.RITA, decide(RECLAIM)))
                .thenRefused(new NoticeGiverMayNotDecide(People.RITA, RECLAIM));
        given(NOTICED).when(decide(NO_RECLAIM)).thenRefused(new UnknownReclaim(NO_RECLAIM));
    }

    @Test
    void onlyOnce() {
        given(NOTICED, today("2025-07-01"), decide(RECLAIM))
                .when(decide(RECLAIM))
                .thenRefused(new ReclaimNotOpen(RECLAIM));
    }

    @Test
    void nobodyOwesWhatTheAccountNoLongerHolds() {
        given(NOTICED, today("2025-07-01"), spend("2480.01", "2025-07-01").of(Category.HOME_CARE))
                .when(decide(RECLAIM))
                .thenRefused(new AccountHoldsLess(ACCOUNT, pounds("1240.00"), pounds("1239.99")));
    }

    /** Withdrawn, it is in nobody's way: what is there can be asked for again, by who gave the first notice or another. */
    @Test
    void theNoticeIsWithdrawnAndGivenAnewOfWhatIsThere() {
        Then withdrawn = given(
                        NOTICED,
                        today("2025-07-01"),
                        spend("1480.00", "2025-07-01").of(Category.HOME_CARE))
                .when(notice(ReclaimKind.SURPLUS, null))
                .thenRefused(new NothingToReclaim(ACCOUNT, pounds("2240.00"), pounds("2480.00")))
                .when(withdraw(RECLAIM))
                .thenRecorded(ReclaimNoticeWithdrawn.class);
        assertThat(withdrawn.posted().balances()).isEmpty();
        given(NOTICED, withdraw(RECLAIM))
                .when(notice(ReclaimKind.SURPLUS, null).named("again"))
                .thenAccepted()
                .when(decide(RECLAIM))
                .thenRefused(new ReclaimNotOpen(RECLAIM));
    }

    @Test
    void aNoticeIsWithdrawnAlsoWhileItIsLookedAtAgainAndNeverOnceDecided() {
        given(NOTICED, askReconsideration(RECLAIM))
                .when(as(People.RITA, withdraw(RECLAIM)))
                .thenAccepted()
                .when(reconsider(RECLAIM, "1.00"))
                .thenRefused(new ReclaimNotOpen(RECLAIM))
                .when(withdraw(RECLAIM))
                .thenRefused(new ReclaimNotOpen(RECLAIM));
        given(NOTICED, today("2025-07-01"), decide(RECLAIM))
                .when(withdraw(RECLAIM))
                .thenRefused(new ReclaimNotOpen(RECLAIM));
        given(NOTICED).when(withdraw(NO_RECLAIM)).thenRefused(new UnknownReclaim(NO_RECLAIM));
    }

    @Test
    void aSecondLookMayLowerTheDemand() {
        Then lowered = given(NOTICED, askReconsideration(RECLAIM))
                .when(reconsider(RECLAIM, "700.00"))
                .thenRecorded(ReconsiderationDecided.class);
        assertThat(lowered.posted().balances()).isEmpty();
        Then decided = lowered.when(decide(RECLAIM)).thenRecorded(ReclaimDecided.class);
        assertThat(decided.the(ReclaimDecided.class).split().total()).isEqualTo(pounds("700.00"));
    }

    @Test
    void orSetItAside() {
        given(NOTICED, askReconsideration(RECLAIM), reconsider(RECLAIM, "0.00"))
                .when(decide(RECLAIM))
                .thenRefused(new ReclaimNotOpen(RECLAIM))
                .when(notice(ReclaimKind.SURPLUS, "1240.00").named("again"))
                .thenAccepted();
    }

    @Test
    void whatIsAskedForWaitsForAnAnswer() {
        given(NOTICED, askReconsideration(RECLAIM), today("2025-08-01"))
                .when(decide(RECLAIM))
                .thenRefused(new ReconsiderationOpen(RECLAIM, day("2025-06-30")));
    }

    @Test
    void itIsAskedForInTimeAndOnce() {
        given(NOTICED, today("2025-06-30")).when(askReconsideration(RECLAIM)).thenRecorded(ReconsiderationAsked.class);
        given(NOTICED, today("2025-07-01"))
                .when(askReconsideration(RECLAIM))
                .thenRefused(new ReconsiderationOutOfTime(RECLAIM, day("2025-06-30")));
        given(NOTICED, askReconsideration(RECLAIM))
                .when(askReconsideration(RECLAIM))
                .thenRefused(new ReconsiderationAskedAlready(RECLAIM));
        given(NOTICED)
                .when(askReconsideration(NO_RECLAIM))
                .thenRefused(new UnknownReclaim(NO_RECLAIM))
                .when(reconsider(NO_RECLAIM, "0.00"))
                .thenRefused(new UnknownReclaim(NO_RECLAIM));
        given(NOTICED, today("2025-07-01"), decide(RECLAIM))
                .when(askReconsideration(RECLAIM))
                .thenRefused(new ReclaimNotOpen(RECLAIM));
    }

    @Test
    void byTheHolderThemselves() {
        ActorId stranger = new ActorId("P-9999");
        given(NOTICED)
                .when(as(stranger, as(Role.ACCOUNT_HOLDER, askReconsideration(RECLAIM))))
                .thenRefused(new NotTheHolder(stranger, ACCOUNT))
                .when(as(Role.ACCOUNT_HOLDER, askReconsideration(RECLAIM)))
                .thenAccepted();
    }

    @Test
    void itIsDecidedOnceAskedByAnotherAndNeverUpwards() {
        DeciderFixture asked = given(NOTICED, askReconsideration(RECLAIM));
        asked.when(reconsider(RECLAIM, "1240.01"))
                .thenRefused(new ExceedsDemand(RECLAIM, pounds("1240.01"), pounds("1240.00")));
        asked.when(as(People.RITA, reconsider(RECLAIM, "1.00")))
                .thenRefused(new NoticeGiverMayNotDecide(People.RITA, RECLAIM));
        asked.when(reconsider(RECLAIM, "1240.00")).thenAccepted();
        asked.when(reconsider(RECLAIM, "1.00")).thenRefused(new ReconsiderationNotAsked(RECLAIM));
        given(NOTICED).when(reconsider(RECLAIM, "1.00")).thenRefused(new ReconsiderationNotAsked(RECLAIM));
    }

    /** A ring-fence of 345.00 goes too, and so does the penny: every pot ends at nothing. */
    @Test
    void atTheEndEveryPotEndsAtNothing() {
        Then decided = given(
                        THREE_PERIODS,
                        oneOff("start", "2025-P03", "345.00"),
                        paid(oneOffNamed("start"), "2025-06-02"),
                        spend("1000.01", "2025-06-02").of(Category.HOME_CARE),
                        CLOSED,
                        notice(ReclaimKind.CLOSING, null),
                        today("2025-07-01"),
                        spend("64.99", "2025-07-01").of(Category.FLEXIBLE))
                .when(decide(RECLAIM))
                .thenRecorded(ReclaimDecided.class);
        assertThat(decided.the(ReclaimDecided.class).split().total()).isEqualTo(pounds("3000.00"));
        // 2,655.00 of it is not set aside: × 505.20 ÷ 3,720.00 = 360.5661…
        assertThat(decided.the(ReclaimDecided.class).clientPart()).isEqualTo(pounds("360.57"));
        assertThat(decided.books().balance(1200)).isEqualTo("0.00");
        for (Source source : Source.values()) {
            assertThat(decided.books().balance(1200, source)).isEqualTo("0.00");
        }
    }

    private static final Given OVER_ADVANCE_TAKEN = ledger -> ledger.and(
            THREE_PERIODS,
            assess("60.00", "2025-06-02"),
            notice(ReclaimKind.OVER_ADVANCE, null),
            today("2025-07-01"),
            decide(RECLAIM));

    /** 71.60 was too much and is taken back: when it is owed after all, it is paid. */
    @Test
    void whatWasTakenBackIsGivenNoMore() {
        assertThat(given(OVER_ADVANCE_TAKEN)
                        .when(assess("42.10", "2025-06-02"))
                        .all(InstalmentApproved.class)
                        .map(each -> each.servicePeriod() + " " + inWords(each.payable())))
                .containsExactly("2025-P03 LA 71.60");
    }

    /**
     * Too much in P02 and P03 was 71.60 each; then 40.00 of it is owed in P02 after all. What is left of both is taken:
     * 31.60 of P02, not the 71.60 that were said of it, and so nothing is paid out again for P02.
     */
    @Test
    void eachPeriodIsTakenBackAsFarAsItIsStillTooMuch() {
        Then decided = given(
                        THREE_PERIODS,
                        assess("60.00", "2025-05-05"),
                        assess("60.00", "2025-06-02"),
                        assess("50.00", "2025-05-05"),
                        notice(ReclaimKind.OVER_ADVANCE, null),
                        today("2025-07-01"))
                .when(decide(RECLAIM))
                .thenRecorded(ReclaimDecided.class);
        assertThat(decided.the(ReclaimDecided.class).takenBack())
                .containsExactly(
                        new TakenBack(period("2025-P02"), pounds("31.60")),
                        new TakenBack(period("2025-P03"), pounds("71.60")));
        Then next = decided.when(assess("50.00", "2025-05-05")).thenAccepted();
        assertThat(next.all(InstalmentApproved.class)).isEmpty();
        assertThat(next.all(OverAdvanced.class)).isEmpty();
    }

    /** Between the notice of 71.60 and its decision 40.00 of it are owed after all: nobody gave notice of 31.60. */
    @Test
    void whatIsOwedAfterAllIsNotTaken() {
        given(
                        THREE_PERIODS,
                        assess("60.00", "2025-06-02"),
                        notice(ReclaimKind.OVER_ADVANCE, null),
                        assess("50.00", "2025-06-02"),
                        today("2025-07-01"))
                .when(decide(RECLAIM))
                .thenRefused(new ExceedsReclaimable(ACCOUNT, pounds("71.60"), pounds("31.60")));
    }

    /** A decision of the first revision does not say of which periods. */
    @Test
    void aDecisionBeforePeriodsWereToldApartCountsAgainstTheOldest() {
        Split split = Split.of(Part.of(Funder.LA, pounds("103.20")));
        Given old = happened(new ReclaimDecided(
                BUDGET,
                new When(day("2025-07-01"), period("2025-P04")),
                RECLAIM,
                ACCOUNT,
                AccountKind.DIRECT_PAYMENT,
                ReclaimKind.OVER_ADVANCE,
                split,
                Attribution.PRO_RATA,
                pounds("0.00"),
                null,
                null,
                People.OLGA));
        Given before = ledger -> ledger.and(
                THREE_PERIODS,
                assess("60.00", "2025-05-05"),
                assess("60.00", "2025-06-02"),
                notice(ReclaimKind.OVER_ADVANCE, "103.20"),
                old);
        assertThat(given(before)
                        .when(assess("42.10", "2025-05-05"))
                        .all(InstalmentApproved.class)
                        .map(each -> each.servicePeriod() + " " + inWords(each.payable())))
                .containsExactly("2025-P02 LA 71.60");
    }

    /** 65.00 is 91.60 more than was kept back at first: 20.00 beyond what was taken back. */
    @Test
    void onlyWhatIsTooMuchSinceThenIsTakenBackNext() {
        Then said = given(OVER_ADVANCE_TAKEN).when(assess("65.00", "2025-06-02"));
        assertThat(said.the(OverAdvanced.class).amount()).isEqualTo(pounds("20.00"));
    }

    /** Paid into the account again, it is too much there again. */
    @Test
    void whatIsPutBackIsOverAdvancedAgain() {
        given(OVER_ADVANCE_TAKEN, received(RECLAIM, ReclaimRoute.ACCOUNT, null, "2025-07-01"))
                .when(assess("42.10", "2025-06-02"))
                .thenRecorded(ContributionAssessed.class, ContributionAdjusted.class);
        given(OVER_ADVANCE_TAKEN, received(RECLAIM, ReclaimRoute.ACCOUNT, null, "2025-07-01"))
                .when(notice(ReclaimKind.OVER_ADVANCE, "71.61"))
                .thenRefused(new ExceedsReclaimable(ACCOUNT, pounds("71.61"), pounds("71.60")));
    }
}
