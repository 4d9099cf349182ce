package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.budget.ReclaimNoticesTest.THREE_PERIODS;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.FundingWords.changeFunders;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.ReclaimWords.*;
import static org.personalbudget.ledger.testing.Then.inWords;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimReceived;
import org.personalbudget.ledger.budget.ReclaimEvent.ReconsiderationDecided;
import org.personalbudget.ledger.budget.ReclaimRefusal.*;
import org.personalbudget.ledger.budget.ReviewEvent.MonitoringScored;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.policy.MonitoringFactor;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ledger.testing.Asks;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

/** What is owed back comes, into the bank or the account, from an instalment or off a card. */
class ReclaimReceiptsTest {

    private static final PaymentId P04 = instalmentOf("2025-P04");
    static final ReclaimId MISUSE = reclaimNamed("misuse");
    private static final SpendId OFF_LICENCE =
            new SpendId(Request.commandIdOf("off-licence").derive("spend"));

    /** 1,240.00 are owed since 1 July: LA 1,071.60 and CLIENT 168.40. */
    private static final Given OWED = ledger ->
            ledger.and(THREE_PERIODS, notice(ReclaimKind.SURPLUS, null), today("2025-07-01"), decide(RECLAIM));

    /** 64.99 at an off-licence, judged on 1 July after the time for an answer; reconsideration is open to 29 July. */
    static Given misuse(Given budget) {
        return ledger -> ledger.and(
                budget,
                spend("64.99", "2025-06-02").atMerchant("5921").request().named("off-licence"),
                today("2025-07-01"),
                misused(OFF_LICENCE));
    }

    @Test
    void intoTheBank() {
        Then part = given(OWED)
                .when(received(RECLAIM, ReclaimRoute.BANK, "100.00", "2025-07-01"))
                .thenRecorded(ReclaimReceived.class);
        assertThat(inWords(part.the(ReclaimReceived.class).split())).isEqualTo("LA 86.42, CLIENT 13.58");
        assertThat(part.posted().balances()).containsExactly("1000 100.00", "1350 -100.00");
        Then rest = part.when(received(RECLAIM, ReclaimRoute.BANK, "1140.01", "2025-07-01"))
                .thenRefused(new ExceedsReclaim(RECLAIM, pounds("1140.01"), pounds("1140.00")))
                .when(received(RECLAIM, ReclaimRoute.BANK, null, "2025-07-01"));
        assertThat(rest.books().balance(1350)).isEqualTo("0.00");
        rest.when(received(RECLAIM, ReclaimRoute.BANK, null, "2025-07-01")).thenRefused(new ReclaimNotOpen(RECLAIM));
    }

    @Test
    void onlyWhatIsOwedAndHasHappened() {
        given(THREE_PERIODS, notice(ReclaimKind.SURPLUS, null))
                .when(received(RECLAIM, ReclaimRoute.BANK, null, "2025-06-02"))
                .thenRefused(new ReclaimNotDecided(RECLAIM))
                .when(received(NO_RECLAIM, ReclaimRoute.BANK, null, "2025-06-02"))
                .thenRefused(new UnknownReclaim(NO_RECLAIM));
        given(OWED)
                .when(received(RECLAIM, ReclaimRoute.BANK, null, "2025-07-02"))
                .thenRefused(new DateInFuture("on", day("2025-07-02"), day("2025-07-01")))
                .when(received(RECLAIM, ReclaimRoute.BANK, "0.00", "2025-07-01"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")))
                .when(received(RECLAIM, ReclaimRoute.CARD_UNLOAD, null, "2025-07-01"))
                .thenRefused(new RouteNotOfAccount(ReclaimRoute.CARD_UNLOAD, AccountKind.DIRECT_PAYMENT));
    }

    /**
     * Of P04's 1,071.60 the account keeps 1,000.00 that it owes and is sent 71.60: in all it has what it should, 2,480.00
     * and 1,071.60, and nothing waits in transit or to be paid.
     */
    @Test
    void whatAnAccountStillHasStaysThereAsPartOfAnInstalment() {
        Then kept = given(OWED, instalment("2025-P04"))
                .when(keptBack(RECLAIM, "1000.00", "2025-07-01", P04))
                .thenRecorded(ReclaimReceived.class, PaymentReduced.class);
        assertThat(inWords(kept.the(PaymentReduced.class).remaining())).isEqualTo("LA 71.60");
        assertThat(kept.posted().balances())
                .containsExactly("1190 -1000.00", "1200 1000.00", "1350 -1000.00", "2200 1000.00");
        Then credited = kept.and(paid(P04, "2025-07-01")).when(keptBack(RECLAIM, null, "2025-07-01", P04));
        credited.thenRefused(new PaymentNotReady(P04, PaymentStanding.CREDITED, PaymentStep.REDUCTION));
        assertThat(credited.books().balance(1190)).isEqualTo("0.00");
        assertThat(credited.books().balance(2200)).isEqualTo("0.00");
        assertThat(credited.books().balance(1200)).isEqualTo("3551.60");
    }

    /** The same with two funders: each book gets back its own, and ICB's advances stay what its money in accounts is. */
    @Test
    void eachFunderGetsBackItsOwnFromAnInstalment() {
        Then kept = given(
                        aBudgetOf("310.00")
                                .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                                .paidNet(),
                        inTheAccount("2025-P01", "2025-04-07"),
                        inTheAccount("2025-P02", "2025-05-05"),
                        inTheAccount("2025-P03", "2025-06-02"),
                        notice(ReclaimKind.SURPLUS, null),
                        today("2025-07-01"),
                        decide(RECLAIM),
                        instalment("2025-P04"))
                .when(keptBack(RECLAIM, "1000.00", "2025-07-01", P04));
        assertThat(inWords(kept.the(PaymentReduced.class).remaining())).isEqualTo("LA 168.00, ICB 72.00");
        Then credited =
                kept.and(paid(P04, "2025-07-01")).when(received(RECLAIM, ReclaimRoute.BANK, null, "2025-07-01"));
        assertThat(credited.books().balance(1350)).isEqualTo("0.00");
        assertThat(credited.books().balance(1200, Funder.ICB)).isEqualTo("1116.00");
        assertThat(credited.books().balance(2500, Funder.ICB)).isEqualTo("-1116.00");
        assertThat(credited.books().balance(1500, Funder.ICB)).isEqualTo("1116.00");
    }

    /**
     * Law: whoever pays when, what an instalment owes and what is in transit for it end at nothing in every book and of
     * every source. Others pay from P03 or from P04 on, changed before the instalment of P04 is approved, between that and
     * the keeping back, or after it; the contribution rises last, so that less is owed of what has not gone out.
     */
    @ParameterizedTest
    @CsvSource({"0, 2025-06-02", "0, 2025-06-30", "1, 2025-06-02", "1, 2025-06-30", "2, 2025-06-02", "2, 2025-06-30"})
    void nothingStaysOwedOrInTransitWhoeverPays(int place, String from) {
        List<Asks> asked = new ArrayList<>(List.of(
                instalment("2025-P04"), keptBack(RECLAIM, "500.00", "2025-07-01", P04), assess("60.00", "2025-06-30")));
        asked.add(place, changeFunders(from, share(Funder.LA, 50), share(Funder.ICB, 25), share(Funder.EDUCATION, 25)));
        DeciderFixture ledger = given(
                aBudgetOf("310.00")
                        .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                        .contributing("42.10")
                        .paidNet(),
                inTheAccount("2025-P01", "2025-04-07"),
                inTheAccount("2025-P02", "2025-05-05"),
                inTheAccount("2025-P03", "2025-06-02"),
                notice(ReclaimKind.SURPLUS, null),
                today("2025-07-01"),
                decide(RECLAIM));
        for (Asks each : asked) ledger = ledger.and(each);
        ledger = ledger.and(paid(P04, "2025-07-01"));
        for (Funder book : Funder.values()) {
            for (Source source : Source.values()) {
                assertThat(ledger.books().balance(2200, book, source)).isEqualTo("0.00");
                assertThat(ledger.books().balance(1190, book, source)).isEqualTo("0.00");
            }
        }
    }

    @Test
    void anInstalmentIsNamedKnownAndHasEnough() {
        given(OWED, instalment("2025-P04"))
                .when(keptBack(RECLAIM, null, "2025-07-01", null))
                .thenRefused(new InstalmentNeeded())
                .when(keptBack(RECLAIM, null, "2025-07-01", NO_PAYMENT))
                .thenRefused(new UnknownPayment(NO_PAYMENT))
                .when(keptBack(RECLAIM, null, "2025-07-01", P04))
                .thenRefused(new ExceedsInstalment(P04, pounds("1240.00"), pounds("1071.60")))
                .when(keptBack(RECLAIM, "1071.60", "2025-07-01", P04))
                .thenAccepted()
                .when(submit(P04))
                .thenRefused(new PaymentNotReady(P04, PaymentStanding.CANCELLED, PaymentStep.SUBMISSION));
    }

    /** 64.99 was spent and is not in the account: made good with public money, it is expenditure after all. */
    @Test
    void misuseIsMadeGoodFromAnInstalmentOnceItIsFinal() {
        Given budget = ledger -> ledger.and(aBudgetOf("310.00").paidGross(), inTheAccount("2025-P03", "2025-06-02"));
        given(misuse(budget), instalment("2025-P05"))
                .when(keptBack(MISUSE, null, "2025-07-01", instalmentOf("2025-P05")))
                .thenRefused(new ReconsiderationOpen(MISUSE, day("2025-07-29")));
        Then kept = given(misuse(budget), today("2025-07-30"), instalment("2025-P05"))
                .when(keptBack(MISUSE, null, "2025-07-30", instalmentOf("2025-P05")))
                .thenRecorded(ReclaimReceived.class, PaymentReduced.class);
        assertThat(kept.posted().balances()).containsExactly("1190 -64.99", "1350 -64.99", "2200 64.99", "5900 64.99");
        Then credited = kept.and(submit(instalmentOf("2025-P05")))
                .when(settle(instalmentOf("2025-P05"), SettlementLeg.BOTH, "2025-07-30"));
        assertThat(credited.posted().balances()).contains("1200 1175.01");
        assertThat(credited.books().balance(1190)).isEqualTo("0.00");
        assertThat(credited.books().balance(2200)).isEqualTo("0.00");
        assertThat(credited.books().balance(1200)).isEqualTo("2350.02");
    }

    @Test
    void misuseIsPaidBackIntoTheAccountAtAnyTime() {
        Given budget = ledger -> ledger.and(aBudgetOf("310.00").paidGross(), inTheAccount("2025-P03", "2025-06-02"));
        Then back = given(misuse(budget)).when(received(MISUSE, ReclaimRoute.ACCOUNT, null, "2025-07-01"));
        assertThat(back.posted().balances()).containsExactly("1200 64.99", "1350 -64.99");
        assertThat(back.books().balance(1200)).isEqualTo("1240.00");
    }

    /** Of 64.99 that are owed, 40.00 are let off and under query again; 24.99 stay owed. */
    @Test
    void misuseThatIsReconsideredIsUnderQueryAgain() {
        Given budget = ledger -> ledger.and(aBudgetOf("310.00").paidGross(), inTheAccount("2025-P03", "2025-06-02"));
        Then lowered = given(misuse(budget), askReconsideration(MISUSE))
                .when(reconsider(MISUSE, "24.99"))
                .thenRecorded(ReconsiderationDecided.class);
        assertThat(lowered.posted().balances()).containsExactly("1350 -40.00", "5800 40.00");
        lowered.when(received(MISUSE, ReclaimRoute.BANK, "25.00", "2025-07-01"))
                .thenRefused(new ExceedsReclaim(MISUSE, pounds("25.00"), pounds("24.99")));
    }

    @Test
    void misuseThatIsLetOffAltogetherCountsNoMore() {
        Given budget = ledger -> ledger.and(aBudgetOf("310.00").paidGross(), inTheAccount("2025-P03", "2025-06-02"));
        Then scored = given(misuse(budget), askReconsideration(MISUSE), reconsider(MISUSE, "0.00"))
                .when(scoreMonitoring());
        assertThat(scored.the(MonitoringScored.class).factors())
                .extracting(ScoredFactor::factor)
                .contains(MonitoringFactor.OPEN_QUERY)
                .doesNotContain(MonitoringFactor.MISUSE);
        scored.when(received(MISUSE, ReclaimRoute.BANK, null, "2025-07-01")).thenRefused(new ReclaimNotDecided(MISUSE));
    }

    @Test
    void offACard() {
        Given budget = ledger -> ledger.and(aBudgetOf("310.00").onACard(), inTheAccount("2025-P03", "2025-06-02"));
        Then unloaded = given(misuse(budget), today("2025-07-30"))
                .when(received(MISUSE, ReclaimRoute.CARD_UNLOAD, null, "2025-07-30"));
        assertThat(unloaded.posted().balances()).containsExactly("1010 64.99", "1350 -64.99");
    }

    @Test
    void careIsNoMisuse() {
        given(THREE_PERIODS, spend("100.00", "2025-06-02").of(Category.HOME_CARE))
                .when(received(MISUSE, ReclaimRoute.BANK, null, "2025-06-02"))
                .thenRefused(new UnknownReclaim(MISUSE));
    }
}
