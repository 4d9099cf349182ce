package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.end;
import static org.personalbudget.ledger.testing.ChangeWords.move;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.FundingWords.payBack;
import static org.personalbudget.ledger.testing.FundingWords.payIntoPool;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.PoolWords.*;
import static org.personalbudget.ledger.testing.ReclaimWords.notice;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.CommitmentsPlaced;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.FundingEvent.PaidBackFromPool;
import org.personalbudget.ledger.budget.FundingEvent.PaidIntoPool;
import org.personalbudget.ledger.budget.FundingRefusal.*;
import org.personalbudget.ledger.budget.ReclaimRefusal.NothingToReclaim;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberPaidBack;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberPaidIn;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.People;
import org.personalbudget.ledger.testing.Then;

/** 310.00 a week at 70/30, of which 35.00 are flexible: 140.00 a period. */
class PoolPaymentsTest {

    private static final Given MEMBER = ledger -> ledger.and(
            aBudgetOf("310.00")
                    .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                    .paidNet(),
            inTheAccount("2025-P03", "2025-06-02"),
            openPool("2025-06-02"),
            agree("2025-06-02", bears(BUDGET, 10_000)));

    @Test
    void moneyGoesIntoThePoolWithItsSourcesAndIsCommittedThere() {
        Then paid = given(MEMBER)
                .when(payIntoPool(POOL, FLEX, "100.01", "2025-06-02"))
                .thenRecorded(PaidIntoPool.class, MemberPaidIn.class);

        assertThat(inWords(paid.the(PaidIntoPool.class).split())).isEqualTo("LA 70.01, ICB 30.00");
        assertThat(inWords(paid.the(PaidIntoPool.class).committed())).isEqualTo("LA 70.01, ICB 30.00");
        assertThat(paid.the(MemberPaidIn.class).split())
                .isEqualTo(paid.the(PaidIntoPool.class).split());
        assertThat(paid.posted().balances())
                .containsExactly("1200 -100.01", "1215 100.01", "9010 100.01", "9100 -100.01");
    }

    /** P01 to P03 allocate 3 × 140.00, and 10 % of the 1,100.00 that P03 leaves on the care line are flex. */
    @Test
    void noMoreThanTheLineHasLeft() {
        given(MEMBER, payIntoPool(POOL, FLEX, "300.00", "2025-06-02"))
                .when(payIntoPool(POOL, FLEX, "230.01", "2025-06-02"))
                .thenRefused(exceeds("230.01", "230.00", "300.00"));
    }

    /** 3 × 1,100.00 are ordered, and the 14.00 that could be borrowed of another line lie in the pool already. */
    @Test
    void whatLiesInThePoolIsNotThereForTheOrderOfTheLine() {
        Given pooled = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00")
                        .planned(service(CARE, Category.HOME_CARE, "275.00", null, null, AGENCY), flexibleLine())
                        .paidNet(),
                inTheAccount("2025-P03", "2025-06-02"),
                openPool("2025-06-02"),
                agree("2025-06-02", bears(BUDGET, 10_000)),
                payIntoPool(POOL, CARE, "14.00", "2025-06-02"));
        given(pooled)
                .when(payProvider("3300.01", "2025-06-02", "2025-06-29"))
                .thenRefused(new ExceedsHeadroom(
                        CARE,
                        pounds("3300.01"),
                        pounds("3300.00"),
                        pounds("3300.00"),
                        pounds("3314.00"),
                        pounds("0.00"),
                        pounds("14.00")))
                .when(payProvider("3300.00", "2025-06-02", "2025-06-29"))
                .thenAccepted();
    }

    private static ExceedsHeadroom exceeds(String amount, String available, String committed) {
        return new ExceedsHeadroom(
                FLEX,
                pounds(amount),
                pounds(available),
                pounds("420.00"),
                pounds(committed),
                pounds("0.00"),
                pounds("110.00"));
    }

    @Test
    void noMoreThanTheAccountHas() {
        given(MEMBER, payIntoPool(POOL, CARE, "1100.00", "2025-06-02"))
                .when(payIntoPool(POOL, FLEX, "140.01", "2025-06-02"))
                .thenRefused(new AccountCannotAfford(ACCOUNT, pounds("140.01"), pounds("140.00")))
                .when(payIntoPool(POOL, FLEX, "140.00", "2025-06-02"))
                .thenAccepted();
    }

    @Test
    void onlyAMemberPaysIntoAPoolThatIsOpen() {
        given(MEMBER)
                .when(payIntoPool(
                        new org.personalbudget.ledger.terms.PoolId(BUDGET.value()), FLEX, "1.00", "2025-06-02"))
                .thenRefused(new UnknownPool(new org.personalbudget.ledger.terms.PoolId(BUDGET.value())));
        given(
                        MEMBER,
                        today("2025-06-05"),
                        aMember(SECOND, share(Funder.LA, 100)),
                        agree("2025-06-05", bears(SECOND, 10_000)))
                .when(payIntoPool(POOL, FLEX, "1.00", "2025-06-05"))
                .thenRefused(new NotAMember(POOL, BUDGET))
                .when(payIntoPool(POOL, FLEX, "1.00", "2025-06-04"))
                .thenAccepted();
        given(MEMBER)
                .when(payIntoPool(POOL, FLEX, "1.00", "2025-06-01"))
                .thenRefused(new BeforePoolStarts(POOL, day("2025-06-01"), day("2025-06-02")));
    }

    @Test
    void whatIsPaidInHasHappenedFromAnAccountThatHoldsMoney() {
        given(MEMBER)
                .when(payIntoPool(POOL, FLEX, "0.00", "2025-06-02"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")))
                .when(payIntoPool(POOL, FLEX, "1.00", "2025-06-03"))
                .thenRefused(new DateInFuture("on", day("2025-06-03"), day("2025-06-02")))
                .when(payIntoPool(POOL, new LineId("NONE"), "1.00", "2025-06-02"))
                .thenRefused(new UnknownLine(new LineId("NONE")))
                .when(payIntoPool(POOL, NO_ACCOUNT, FLEX, "1.00", "2025-06-02"))
                .thenRefused(new UnknownAccount(BUDGET, NO_ACCOUNT));
        given(MEMBER, open("notional", AccountKind.NOTIONAL, ContributionMethod.NET, null, day("2025-06-02"), FLEX))
                .when(payIntoPool(POOL, accountNamed("notional"), FLEX, "1.00", "2025-06-02"))
                .thenRefused(new AccountHoldsNoMoney(accountNamed("notional"), AccountKind.NOTIONAL));
    }

    /** 1,240.00 came and 100.00 went into the pool: they are not in the account, and not spoken for there again. */
    @Test
    void whatIsInThePoolIsNotSpokenForInTheAccount() {
        given(MEMBER, payIntoPool(POOL, FLEX, "100.00", "2025-06-02"))
                .when(notice(ReclaimKind.SURPLUS, null))
                .thenRefused(new NothingToReclaim(ACCOUNT, pounds("1140.00"), pounds("2480.00")));
    }

    /** It is committed for as long as the pool has not spent it, whatever the plans order from suppliers. */
    @Test
    void aLaterPlanLeavesWhatIsInThePoolCommitted() {
        given(
                        MEMBER,
                        payIntoPool(POOL, FLEX, "100.00", "2025-06-02"),
                        proposePlan("2025-06-02", careLine(), flexibleLine()))
                .when(approvePlan(2))
                .thenAccepted()
                .when(payIntoPool(POOL, FLEX, "1000.00", "2025-06-02"))
                .thenRefused(exceeds("1000.00", "430.00", "100.00"));
        assertThat(given(
                                MEMBER,
                                payIntoPool(POOL, FLEX, "100.00", "2025-06-02"),
                                proposePlan("2025-06-02", careLine(), flexibleLine()))
                        .when(approvePlan(2))
                        .all(CommitmentsPlaced.class))
                .isEmpty();
    }

    /** 100.01 went in as 70.01 and 30.00; the pool spent 40.00 (28.00 and 12.00): 60.01 come back as 42.01 and 18.00. */
    @Test
    void whatThePoolDidNotSpendGoesBackWhereItCameFrom() {
        Then back = given(MEMBER, payIntoPool(POOL, FLEX, "100.01", "2025-06-02"), poolSpend("40.00", "2025-06-02"))
                .when(payBack(FLEX, null, "2025-06-02"))
                .thenRecorded(PaidBackFromPool.class, MemberPaidBack.class);

        assertThat(inWords(back.the(PaidBackFromPool.class).split())).isEqualTo("LA 42.01, ICB 18.00");
        assertThat(inWords(back.the(PaidBackFromPool.class).released())).isEqualTo("LA 42.01, ICB 18.00");
        assertThat(back.the(MemberPaidBack.class).split())
                .isEqualTo(back.the(PaidBackFromPool.class).split());
        assertThat(back.posted().balances()).containsExactly("1200 60.01", "1215 -60.01", "9010 -60.01", "9100 60.01");
        assertThat(back.books().balance(1215)).isEqualTo("0.00");
        assertThat(back.books().balance(9100)).isEqualTo("0.00");
        assertThat(back.books().balance(1200)).isEqualTo("1200.00");
    }

    /** The line may use it again: 300.00 and 230.00 were all it had. */
    @Test
    void whatCameBackIsTheLinesToSpend() {
        given(MEMBER, payIntoPool(POOL, FLEX, "300.00", "2025-06-02"), payBack(FLEX, "100.00", "2025-06-02"))
                .when(payIntoPool(POOL, FLEX, "330.01", "2025-06-02"))
                .thenRefused(exceeds("330.01", "330.00", "200.00"))
                .when(payIntoPool(POOL, FLEX, "330.00", "2025-06-02"))
                .thenAccepted();
    }

    /** By line and service period: each returns the commitment that it was. */
    @Test
    void eachPeriodsCommitmentIsReleasedInItsOwn() {
        Then back = given(
                        MEMBER,
                        payIntoPool(POOL, FLEX, "50.00", "2025-06-02"),
                        payIntoPool(POOL, CARE, "20.00", "2025-06-02"),
                        today("2025-06-30"),
                        payIntoPool(POOL, FLEX, "30.00", "2025-06-30"))
                .when(payBack(FLEX, "60.00", "2025-06-30"))
                .thenAccepted();
        assertThat(back.all(PaidBackFromPool.class))
                .extracting(each -> each.servicePeriod() + " " + inWords(each.split()))
                .containsExactly("2025-P03 LA 35.00, ICB 15.00", "2025-P04 LA 7.00, ICB 3.00");
    }

    @Test
    void neverMoreThanThePoolHasLeftOfThatLine() {
        given(
                        MEMBER,
                        payIntoPool(POOL, FLEX, "100.00", "2025-06-02"),
                        payIntoPool(POOL, CARE, "50.00", "2025-06-02"),
                        poolSpend("30.00", "2025-06-02"))
                .when(payBack(FLEX, "70.01", "2025-06-02"))
                .thenRefused(new ExceedsUnspent(POOL, FLEX, pounds("70.01"), pounds("70.00")))
                .when(payBack(FLEX, "70.00", "2025-06-02"))
                .thenAccepted()
                .when(payBack(FLEX, null, "2025-06-02"))
                .thenRefused(new ExceedsUnspent(POOL, FLEX, pounds("0.00"), pounds("0.00")))
                .when(payBack(CARE, null, "2025-06-02"))
                .thenAccepted();
        given(MEMBER, payIntoPool(POOL, FLEX, "100.00", "2025-06-02"), poolSpend("150.00", "2025-06-02"))
                .when(payBack(FLEX, "0.01", "2025-06-02"))
                .thenRefused(new ExceedsUnspent(POOL, FLEX, pounds("0.01"), pounds("0.00")));
    }

    @Test
    void toTheAccountThatPaidInOrTheOneInItsPlace() {
        Given paidIn = ledger -> ledger.and(MEMBER, payIntoPool(POOL, FLEX, "100.00", "2025-06-02"));
        given(
                        paidIn,
                        open(
                                "other",
                                AccountKind.PREPAID_CARD,
                                ContributionMethod.NET,
                                People.PERSON,
                                day("2025-06-02"),
                                CARE))
                .when(payBack(POOL, accountNamed("other"), FLEX, "100.00", "2025-06-02"))
                .thenRefused(new ExceedsPaidIn(POOL, accountNamed("other"), pounds("100.00"), pounds("0.00")));
        given(
                        paidIn,
                        today("2025-06-10"),
                        move("card", ACCOUNT, AccountKind.PREPAID_CARD, ContributionMethod.NET, "2025-06-10"))
                .when(payBack(POOL, accountNamed("card"), FLEX, "60.00", "2025-06-10"))
                .thenAccepted()
                .when(payBack(POOL, ACCOUNT, FLEX, "40.00", "2025-06-10"))
                .thenAccepted();
    }

    /** Neither its end nor leaving the pool makes a budget's money anybody else's. */
    @Test
    void alsoToABudgetThatHasEndedOrLeft() {
        given(
                        MEMBER,
                        payIntoPool(POOL, FLEX, "100.00", "2025-06-02"),
                        today("2025-06-20"),
                        aMember(SECOND, share(Funder.LA, 100)),
                        agree("2025-06-05", bears(SECOND, 10_000)),
                        end("2025-06-19"))
                .when(payBack(FLEX, null, "2025-06-20"))
                .thenAccepted();
    }

    @Test
    void whatComesBackHasHappenedIntoAnAccountThatHoldsMoney() {
        Given paidIn = ledger -> ledger.and(MEMBER, payIntoPool(POOL, FLEX, "100.00", "2025-06-02"));
        given(paidIn)
                .when(payBack(FLEX, "0.00", "2025-06-02"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")))
                .when(payBack(FLEX, "1.00", "2025-06-03"))
                .thenRefused(new DateInFuture("on", day("2025-06-03"), day("2025-06-02")))
                .when(payBack(FLEX, "1.00", "2025-06-01"))
                .thenRefused(new BeforePoolStarts(POOL, day("2025-06-01"), day("2025-06-02")))
                .when(payBack(POOL, NO_ACCOUNT, FLEX, "1.00", "2025-06-02"))
                .thenRefused(new UnknownAccount(BUDGET, NO_ACCOUNT))
                .when(payBack(
                        new org.personalbudget.ledger.terms.PoolId(BUDGET.value()),
                        ACCOUNT,
                        FLEX,
                        "1.00",
                        "2025-06-02"))
                .thenRefused(new UnknownPool(new org.personalbudget.ledger.terms.PoolId(BUDGET.value())));
        given(paidIn, open("notional", AccountKind.NOTIONAL, ContributionMethod.NET, null, day("2025-06-02"), FLEX))
                .when(payBack(POOL, accountNamed("notional"), FLEX, "1.00", "2025-06-02"))
                .thenRefused(new AccountHoldsNoMoney(accountNamed("notional"), AccountKind.NOTIONAL));
    }

    /** What lies in a pool is committed there; a provider's bill releases what was ordered from the provider only. */
    @Test
    void aProvidersBillReleasesNothingThatLiesInAPool() {
        Then paid = given(
                        registerAgency(),
                        aBudgetOf("310.00")
                                .planned(careOrderedFrom(AGENCY), flexibleLine())
                                .paidNet(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        openPool("2025-06-02"),
                        agree("2025-06-02", bears(BUDGET, 10_000)),
                        payIntoPool(POOL, CARE, "10.00", "2025-06-02"),
                        today("2025-07-02"),
                        payProvider("1100.00", "2025-06-02", "2025-06-29").onInvoice("A-1"))
                .when(payProvider("5.00", "2025-06-02", "2025-06-29").onInvoice("A-2"))
                .thenRecorded(ProviderPaymentAuthorised.class, PaymentInstructed.class);
        Portion portion = paid.the(ProviderPaymentAuthorised.class).portions().getFirst();
        assertThat(inWords(portion.fromCommitment())).isEmpty();
        assertThat(inWords(portion.fromUncommitted())).isEqualTo("LA 5.00");
    }
}
