package org.personalbudget.ledger.pooledfund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.PoolWords.*;
import static org.personalbudget.ledger.testing.Then.inWords;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.pooledfund.PoolEvent.*;
import org.personalbudget.ledger.pooledfund.PoolRefusal.*;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

class PoolsTest {

    /** Three budgets, the first at 70/30, each with an instalment in its account, agree to bear 50, 30 and 20 %. */
    private static final Given AGREED = ledger -> ledger.and(
            aBudgetOf("310.00")
                    .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                    .paidNet(),
            inTheAccount("2025-P03", "2025-06-02"),
            aMember(SECOND, share(Funder.LA, 100)),
            aMember(THIRD, share(Funder.LA_CHILDREN, 100)),
            openPool("2025-06-02"),
            agree("2025-06-02", bears(BUDGET, 5000), bears(SECOND, 3000), bears(THIRD, 2000)));

    private static final Given PAID_IN = ledger -> ledger.and(
            AGREED,
            paysIn(BUDGET, "100.00", "2025-06-02"),
            paysIn(SECOND, "60.00", "2025-06-02"),
            paysIn(THIRD, "40.00", "2025-06-02"));

    /** 99.99 at 50/30/20: 49.995, 29.997 and 19.998 are 49.99, 30.00 and 20.00; of 49.99 the ICB bears 15.00. */
    @Test
    void whatThePoolSpendsIsBorneByItsMembersToThePenny() {
        Then spent = given(PAID_IN).when(poolSpend("99.99", "2025-06-02")).thenRecorded(PoolSpendRecorded.class);

        List<MemberPart> parts = spent.the(PoolSpendRecorded.class).parts();
        assertThat(parts).extracting(MemberPart::budget).containsExactly(BUDGET, SECOND, THIRD);
        assertThat(parts)
                .extracting(part -> inWords(part.split()))
                .containsExactly("LA 34.99, ICB 15.00", "LA 30.00", "LA_CHILDREN 20.00");
        assertThat(parts)
                .extracting(part -> inWords(part.fromCommitment()))
                .containsExactly("LA 34.99, ICB 15.00", "LA 30.00", "LA_CHILDREN 20.00");
        assertThat(spent.posted().balances())
                .containsExactly("1215 -99.99", "2500 15.00", "4100 -15.00", "5020 99.99", "9100 99.99", "9200 -99.99");
        assertThat(spent.books().balance(1215)).isEqualTo("100.01");
    }

    /** The second has 60.00 and bears 90.00: 30.00 below nothing. The whole pool still holds 200.00 less 300.00. */
    @Test
    void whoBearsMoreThanItPaidInIsOverdrawnAndSaysSo() {
        Then spent = given(PAID_IN)
                .when(poolSpend("300.00", "2025-06-02"))
                .thenRecorded(
                        PoolSpendRecorded.class, MemberOverdrawn.class, MemberOverdrawn.class, MemberOverdrawn.class);

        assertThat(spent.all(MemberOverdrawn.class))
                .extracting(it -> it.budget() + " " + it.shortfall())
                .containsExactly(BUDGET + " 50.00", SECOND + " 30.00", THIRD + " 20.00");
        List<MemberPart> parts = spent.the(PoolSpendRecorded.class).parts();
        assertThat(parts)
                .extracting(part -> inWords(part.split()))
                .containsExactly(
                        "LA 70.00, ICB 30.00",
                        "LA 50.00",
                        "LA 60.00",
                        "LA 30.00",
                        "LA_CHILDREN 40.00",
                        "LA_CHILDREN 20.00");
        assertThat(parts)
                .extracting(part -> inWords(part.fromUncommitted()))
                .containsExactly("", "LA 50.00", "", "LA 30.00", "", "LA_CHILDREN 20.00");
        Then more = spent.when(poolSpend("100.00", "2025-06-02"));
        assertThat(more.all(MemberOverdrawn.class))
                .extracting(it -> it.shortfall().toString())
                .containsExactly("50.00", "30.00", "20.00");
    }

    /** Paid in for P03 and again for P04: the older commitment is used first, in its own period. */
    @Test
    void whatWasPaidInFirstIsUsedFirst() {
        Then spent = given(
                        PAID_IN,
                        today("2025-07-01"),
                        paysIn(BUDGET, "50.00", "2025-07-01"),
                        agree("2025-07-01", bears(BUDGET, 10_000)))
                .when(poolSpend("120.00", "2025-07-01"));

        List<MemberPart> parts = spent.the(PoolSpendRecorded.class).parts();
        assertThat(parts)
                .extracting(part -> part.servicePeriod() + " " + inWords(part.fromCommitment()))
                .containsExactly("2025-P03 LA 70.00, ICB 30.00", "2025-P04 LA 14.00, ICB 6.00");
    }

    /** A member may bear before it has paid in anything. */
    @Test
    void aMemberWithoutMoneyIsOverdrawnInTheBookOfItsLead() {
        Then spent = given(AGREED).when(poolSpend("10.00", "2025-06-02"));

        assertThat(spent.the(PoolSpendRecorded.class).parts())
                .extracting(part -> part.line() + " " + inWords(part.split()))
                .containsExactly("null LA 5.00", "null LA 3.00", "null LA_CHILDREN 2.00");
        assertThat(spent.all(MemberOverdrawn.class)).hasSize(3);
    }

    @Test
    void sharesAreThoseOfTheDay() {
        Then spent = given(PAID_IN, today("2025-06-10"), agree("2025-06-09", bears(SECOND, 10_000)))
                .when(poolSpend("10.00", "2025-06-09"));

        assertThat(spent.the(PoolSpendRecorded.class).parts())
                .extracting(MemberPart::budget)
                .containsExactly(SECOND);
        assertThat(spent.when(poolSpend("10.00", "2025-06-08"))
                        .the(PoolSpendRecorded.class)
                        .parts())
                .extracting(MemberPart::budget)
                .containsExactly(BUDGET, SECOND, THIRD);
    }

    @Test
    void sharesTogetherAreWholeAndEachMemberIsThereOnce() {
        given(AGREED)
                .when(agree("2025-06-02", bears(BUDGET, 9999)))
                .thenRefused(new MemberSharesNotWhole(9999))
                .when(agree("2025-06-02"))
                .thenRefused(new MemberSharesNotWhole(0))
                .when(agree("2025-06-02", bears(BUDGET, 5000), bears(BUDGET, 5000)))
                .thenRefused(new MemberTwice(BUDGET))
                .when(agree("2025-06-02", bears(BUDGET, 10_000), bears(SECOND, 0)))
                .thenRefused(new MemberShareNotPositive(SECOND, 0))
                .when(agree("2025-06-01", bears(BUDGET, 10_000)))
                .thenRefused(new BeforePoolOpens("from", day("2025-06-01"), day("2025-06-02")));
        given(openPool("2025-06-02"))
                .when(agree("2025-06-02", bears(BUDGET, 10_000)))
                .thenRefused(new MemberUnknown(BUDGET));
    }

    @Test
    void aPoolIsOpenedOnceWithinTheTable() {
        given().when(openPool("2025-06-02"))
                .thenRecorded(PoolOpened.class)
                .when(openPool("2025-06-02"))
                .thenRefused(new PoolAlreadyOpen(POOL));
        given().when(poolSpend("1.00", "2025-03-20")).thenRefused(new NoSuchPool(POOL));
        Then far = given().when(openPool("1999-01-01"));
        assertThat(far.decision().toString()).contains("PoolDateOutOfRange");
    }

    @Test
    void whatIsSpentHasHappenedForAllWhoHadAgreed() {
        given(AGREED)
                .when(poolSpend("0.00", "2025-06-02"))
                .thenRefused(new PoolAmountNotPositive(pounds("0.00")))
                .when(poolSpend("100000000.01", "2025-06-02"))
                .thenRefused(new PoolAmountTooLarge(pounds("100000000.01"), pounds("100000000.00")))
                .when(poolSpend("1.00", "2025-06-03"))
                .thenRefused(new PoolDateInFuture("on", day("2025-06-03"), day("2025-06-02")))
                .when(poolSpend("1.00", "2025-06-01"))
                .thenRefused(new BeforePoolOpens("on", day("2025-06-01"), day("2025-06-02")));
        given(today("2025-06-02"), openPool("2025-06-02"))
                .when(poolSpend("1.00", "2025-06-02"))
                .thenRefused(new NoMembersYet(day("2025-06-02")));
    }
}
