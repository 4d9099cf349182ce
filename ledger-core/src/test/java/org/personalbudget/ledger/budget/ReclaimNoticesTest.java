package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.happened;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.ReclaimWords.*;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.ChangeEvent.AccountClosed;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimNoticeGiven;
import org.personalbudget.ledger.budget.ReclaimRefusal.*;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.People;
import org.personalbudget.ledger.testing.Request;

/** 310.00 a week, of which 8 weeks, 2,480.00, may be kept; three periods of 1,240.00 are 3,720.00. */
class ReclaimNoticesTest {

    /** P01 to P03 are in the account, and the contributions of 168.40 each. */
    static final Given THREE_PERIODS = ledger -> ledger.and(
            aBudgetOf("310.00").contributing("42.10").paidNet(),
            inTheAccount("2025-P01", "2025-04-07"),
            inTheAccount("2025-P02", "2025-05-05"),
            inTheAccount("2025-P03", "2025-06-02"),
            contributionPaid(ACCOUNT, "505.20", "2025-06-02"));

    @Test
    void whatIsAboveTheCapMayBeReclaimed() {
        ReclaimNoticeGiven notice = given(THREE_PERIODS)
                .when(notice(ReclaimKind.SURPLUS, null))
                .thenRecorded(ReclaimNoticeGiven.class)
                .the(ReclaimNoticeGiven.class);
        assertThat(notice.amount()).isEqualTo(pounds("1240.00"));
        assertThat(notice.figures())
                .isEqualTo(new SurplusFigures(
                        pounds("3720.00"),
                        pounds("0.00"),
                        pounds("0.00"),
                        pounds("0.00"),
                        pounds("0.00"),
                        pounds("0.00"),
                        8,
                        pounds("310.00"),
                        pounds("3720.00"),
                        pounds("1240.00")));
        assertThat(notice.rule()).isEqualTo(Attribution.PRO_RATA);
        assertThat(notice.payer()).isEqualTo(People.PERSON);
        assertThat(notice.payBy()).isEqualTo(day("2025-06-30"));
        assertThat(notice.reconsiderBy()).isEqualTo(day("2025-06-30"));
    }

    @Test
    void aNoticeMovesNoMoney() {
        assertThat(given(THREE_PERIODS)
                        .when(notice(ReclaimKind.SURPLUS, null))
                        .posted()
                        .balances())
                .isEmpty();
    }

    /** 3,720.00 less 1,240.01 spent is a penny under the cap, and less 1,239.99 a penny above it. */
    @Test
    void theCapIsExact() {
        given(THREE_PERIODS, spend("1239.99", "2025-06-02").of(Category.HOME_CARE))
                .when(notice(ReclaimKind.SURPLUS, "0.02"))
                .thenRefused(new ExceedsReclaimable(ACCOUNT, pounds("0.02"), pounds("0.01")));
        given(THREE_PERIODS, spend("1240.00", "2025-06-02").of(Category.HOME_CARE))
                .when(notice(ReclaimKind.SURPLUS, null))
                .thenRefused(new NothingToReclaim(ACCOUNT, pounds("2480.00"), pounds("2480.00")));
    }

    /** A one-off is set aside; what came for P04 is not for now; 100.00 is on its way to a supplier. */
    @Test
    void whatIsSpokenForIsNoSurplus() {
        SurplusFigures figures = given(
                        registerAgency(),
                        THREE_PERIODS,
                        oneOff("start", "2025-P03", "345.00"),
                        paid(oneOffNamed("start"), "2025-06-02"),
                        inTheAccount("2025-P04", "2025-06-20"),
                        payProvider("100.00", "2025-06-02", "2025-06-08").from(ACCOUNT))
                .when(notice(ReclaimKind.SURPLUS, null))
                .the(ReclaimNoticeGiven.class)
                .figures();
        assertThat(figures.balance()).isEqualTo(pounds("5136.60"));
        assertThat(figures.unpaid()).isEqualTo(pounds("100.00"));
        assertThat(figures.ringFenced()).isEqualTo(pounds("345.00"));
        assertThat(figures.laterInstalments()).isEqualTo(pounds("1071.60"));
        assertThat(figures.surplus()).isEqualTo(pounds("3620.00"));
        assertThat(figures.reclaimable()).isEqualTo(pounds("1140.00"));
    }

    @Test
    void whatAnEarlierNoticeAsksForIsNotAskedForTwice() {
        given(THREE_PERIODS, notice(ReclaimKind.SURPLUS, "1000.00").named("first"))
                .when(notice(ReclaimKind.SURPLUS, "240.01"))
                .thenRefused(new ExceedsReclaimable(ACCOUNT, pounds("240.01"), pounds("240.00")))
                .when(notice(ReclaimKind.SURPLUS, null))
                .thenAccepted();
    }

    @Test
    void anAmountIsMoreThanNothing() {
        given(THREE_PERIODS)
                .when(notice(ReclaimKind.SURPLUS, "0.00"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
    }

    @Test
    void thereIsTimeToPay() {
        given(THREE_PERIODS)
                .when(notice(ACCOUNT, ReclaimKind.SURPLUS, null, "2025-06-29"))
                .thenRefused(new PayByTooSoon(day("2025-06-29"), day("2025-06-30")))
                .when(notice(ACCOUNT, ReclaimKind.SURPLUS, null, "2025-06-30"))
                .thenAccepted();
    }

    @Test
    void onlyWhatIsKnownAndHoldsMoneyCanHoldTooMuch() {
        given(THREE_PERIODS)
                .when(notice(NO_ACCOUNT, ReclaimKind.SURPLUS, null, null))
                .thenRefused(new UnknownAccount(BUDGET, NO_ACCOUNT));
        given(
                        aBudgetOf("310.00"),
                        openAccount(AccountKind.COUNCIL_MANAGED, ContributionMethod.GROSS, day("2025-04-07")))
                .when(notice(ReclaimKind.SURPLUS, null))
                .thenRefused(new AccountHoldsNoMoney(ACCOUNT, AccountKind.COUNCIL_MANAGED));
    }

    @Test
    void misuseIsReclaimedByJudgingTheSpend() {
        given(THREE_PERIODS).when(notice(ReclaimKind.MISUSE, "1.00")).thenRefused(new MisuseIsJudged());
    }

    @Test
    void onlyAServiceFundIsOne() {
        given(THREE_PERIODS)
                .when(notice(ReclaimKind.SERVICE_FUND, null))
                .thenRefused(new NotAServiceFund(ACCOUNT, AccountKind.DIRECT_PAYMENT));
    }

    /**
     * A fund may keep 4 weeks, 1,240.00. On 7 April it has just that; on 5 May 2,480.00. It may be above for 12 weeks, to
     * 28 July; from 29 July on it has been for longer.
     */
    @Test
    void aServiceFundMayBeAboveItsCapForATime() {
        Given fund = ledger -> ledger.and(
                aBudgetOf("310.00"),
                openAccount(AccountKind.INDIVIDUAL_SERVICE_FUND, ContributionMethod.GROSS, day("2025-04-07")),
                inTheAccount("2025-P01", "2025-04-07"),
                inTheAccount("2025-P02", "2025-05-05"));
        given(fund, today("2025-07-28"))
                .when(notice(ReclaimKind.SERVICE_FUND, null))
                .thenRefused(new HeldNotLongEnough(ACCOUNT, day("2025-05-05"), day("2025-07-29")))
                .when(notice(ReclaimKind.SERVICE_FUND, null).askedOn("2025-07-29"))
                .thenAccepted();
        given(fund, today("2025-07-29"))
                .when(notice(ReclaimKind.SERVICE_FUND, "1240.01"))
                .thenRefused(new ExceedsReclaimable(ACCOUNT, pounds("1240.01"), pounds("1240.00")));
        // A single day at the cap starts the time anew.
        given(
                        fund,
                        today("2025-06-02"),
                        spend("1240.00", "2025-06-01").of(Category.HOME_CARE),
                        inTheAccount("2025-P03", "2025-06-02"),
                        today("2025-07-29"))
                .when(notice(ReclaimKind.SERVICE_FUND, null))
                .thenRefused(new HeldNotLongEnough(ACCOUNT, day("2025-06-02"), day("2025-08-26")));
    }

    @Test
    void whatWasPaidInTooMuchIsReclaimedAndNoMore() {
        Given tooMuch = ledger -> ledger.and(THREE_PERIODS, assess("60.00", "2025-06-02"));
        given(tooMuch)
                .when(notice(ReclaimKind.OVER_ADVANCE, "71.61"))
                .thenRefused(new ExceedsReclaimable(ACCOUNT, pounds("71.61"), pounds("71.60")))
                .when(notice(ReclaimKind.OVER_ADVANCE, null))
                .thenAccepted();
        given(THREE_PERIODS)
                .when(notice(ReclaimKind.OVER_ADVANCE, null))
                .thenRefused(new NothingToReclaim(ACCOUNT, pounds("3720.00"), pounds("0.00")));
    }

    /** 60.00 for 42.10 a week is 71.60 too much in P03; 50.00 leaves 31.60 of it. */
    @Test
    void whatALaterDecisionHasUsedUpIsNotReclaimed() {
        given(THREE_PERIODS, assess("60.00", "2025-06-02"), assess("50.00", "2025-06-02"))
                .when(notice(ReclaimKind.OVER_ADVANCE, "31.61"))
                .thenRefused(new ExceedsReclaimable(ACCOUNT, pounds("31.61"), pounds("31.60")));
    }

    @Test
    void onlyAtTheEndIsAllReclaimed() {
        given(THREE_PERIODS).when(notice(ReclaimKind.CLOSING, null)).thenRefused(new NotEnded(ACCOUNT));
        ReclaimNoticeGiven notice = given(THREE_PERIODS, CLOSED)
                .when(notice(ReclaimKind.CLOSING, null))
                .the(ReclaimNoticeGiven.class);
        assertThat(notice.amount()).isEqualTo(pounds("3720.00"));
    }

    static final Given CLOSED = happened(new AccountClosed(
            BUDGET, new When(day("2025-06-02"), period("2025-P03")), ACCOUNT, day("2025-06-02"), null));

    @Test
    void anotherAccountIsNoneOfThis() {
        Request other = notice(ReclaimKind.SURPLUS, null);
        given(THREE_PERIODS, other).when(notice(ReclaimKind.CLOSING, null)).thenRefused(new NotEnded(ACCOUNT));
    }
}
