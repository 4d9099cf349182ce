package org.personalbudget.ledger.postings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.postings.PostingsFixture.*;
import static org.personalbudget.ledger.terms.AccountKind.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.budget.LineAmount;
import org.personalbudget.ledger.budget.Portion;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.*;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.ReturnStage;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;

/** What each event posts, with the figures of the scenarios. A line reads: side, account, source/book, amount. */
class PostingsTest {

    @Test
    void s01AnInstalmentIsOwedPaidAndArrives() {
        Split net = Split.of(la("1071.60"));
        given(instalment(DIRECT_PAYMENT, net)).thenPosts("Dr 1190 LA/LA 1071.60", "Cr 2200 LA/LA 1071.60");
        given(submitted(PaymentPurpose.INSTALMENT, Channel.BANK, net))
                .thenPosts("Dr 2200 LA/LA 1071.60", "Cr 1100 LA/LA 1071.60");
        given(settled(PaymentPurpose.INSTALMENT, Channel.BANK, net))
                .thenPosts("Dr 1100 LA/LA 1071.60", "Cr 1000 LA/LA 1071.60");
        given(new AccountCredited(BUDGET, WHEN, PAYMENT, ACCOUNT, DIRECT_PAYMENT, P03, net, Funder.LA))
                .thenPosts("Dr 1200 LA/LA 1071.60", "Cr 1190 LA/LA 1071.60");
    }

    @Test
    void s01TheContributionFallsDueAndIsPaidIntoTheAccount() {
        given(new ContributionFellDue(
                        BUDGET, WHEN, P03, JUNE, Money.of("168.40"), Funder.LA, ContributionMethod.NET, ACCOUNT))
                .thenPosts("Dr 1300 CLIENT/LA 168.40", "Cr 4000 CLIENT/LA 168.40");
        given(new ContributionReceived(BUDGET, WHEN, ACCOUNT, DIRECT_PAYMENT, client("168.40"), Funder.LA))
                .thenPosts("Dr 1200 CLIENT/LA 168.40", "Cr 1300 CLIENT/LA 168.40");
    }

    @Test
    void s02UnderGrossTheContributionArrivesAtTheCouncilOrByMistakeInTheAccount() {
        given(new ContributionReceived(BUDGET, WHEN, null, null, client("168.40"), Funder.LA))
                .thenPosts("Dr 1000 CLIENT/LA 168.40", "Cr 1300 CLIENT/LA 168.40");
        given(new ContributionReceived(BUDGET, WHEN, ACCOUNT, DIRECT_PAYMENT, la("168.40"), Funder.LA))
                .thenPosts("Dr 1200 LA/LA 168.40", "Cr 1300 CLIENT/LA 168.40");
    }

    @Test
    void s01AnAcceptedSpendIsExpenditureOfTheBookAndUsesTheBudget() {
        given(spend(DIRECT_PAYMENT, Category.HOME_CARE, Split.of(la("912.59"), client("143.41")), "1056.00"))
                .thenPosts(
                        "Dr 5000 LA/LA 1056.00",
                        "Cr 1200 LA/LA 912.59",
                        "Cr 1200 CLIENT/LA 143.41",
                        "Dr 9010 LA/LA 1056.00",
                        "Cr 9200 LA/LA 1056.00");
        given(spend(DIRECT_PAYMENT, Category.FLEXIBLE, Split.of(la("101.97"), client("16.03")), "118.00"))
                .thenPosts(
                        "Dr 5040 LA/LA 118.00",
                        "Cr 1200 LA/LA 101.97",
                        "Cr 1200 CLIENT/LA 16.03",
                        "Dr 9010 LA/LA 118.00",
                        "Cr 9200 LA/LA 118.00");
    }

    @Test
    void aSpendUnderQueryKeepsItsSourcesAndUsesNothingOfTheBudget() {
        given(spendUnderQuery(Split.of(la("90.73"), client("14.26"))))
                .thenPosts(
                        "Dr 5800 LA/LA 90.73",
                        "Dr 5800 CLIENT/LA 14.26",
                        "Cr 1200 LA/LA 90.73",
                        "Cr 1200 CLIENT/LA 14.26");
    }

    @Test
    void s03AOneOffIsAPotOfItsOwn() {
        given(new OneOffAllocated(BUDGET, WHEN, PAYMENT, P03, Split.of(la("345.00"))))
                .thenPosts("Dr 9000 LA/LA 345.00", "Cr 9010 LA/LA 345.00");
        InstalmentApproved oneOff =
                instalment(DIRECT_PAYMENT, Split.of(new Part(Funder.LA, Source.LA, PAYMENT, Money.of("345.00"))));
        given(oneOff).thenPosts("Dr 1190 LA/LA 345.00", "Cr 2200 LA/LA 345.00");
        assertThat(Postings.of(oneOff).getFirst().lines())
                .extracting(JournalLine::ringFence)
                .containsOnly(PAYMENT);
        given(instalment(DIRECT_PAYMENT, Split.of(la("688.89"))))
                .thenPosts("Dr 1190 LA/LA 688.89", "Cr 2200 LA/LA 688.89");
    }

    @Test
    void s06ACardIsLoadedFromTheProgramme() {
        Split load = Split.of(la("1071.60"));
        given(submitted(PaymentPurpose.INSTALMENT, Channel.CARD, load))
                .thenPosts("Dr 2200 LA/LA 1071.60", "Cr 1010 LA/LA 1071.60");
        given(settled(PaymentPurpose.INSTALMENT, Channel.CARD, load)).thenPostsNothing();
        given(new AccountCredited(BUDGET, WHEN, PAYMENT, ACCOUNT, PREPAID_CARD, P03, load, Funder.LA))
                .thenPosts("Dr 1205 LA/LA 1071.60", "Cr 1190 LA/LA 1071.60");
        given(spend(PREPAID_CARD, Category.FLEXIBLE, Split.of(la("228.15"), client("35.85")), "264.00"))
                .thenPosts(
                        "Dr 5040 LA/LA 264.00",
                        "Cr 1205 LA/LA 228.15",
                        "Cr 1205 CLIENT/LA 35.85",
                        "Dr 9010 LA/LA 264.00",
                        "Cr 9200 LA/LA 264.00");
    }

    @Test
    void s07AManagedAccountPaysAProvider() {
        Split split = Split.of(la("950.61"), client("149.39"));
        Portion portion = new Portion(P03, split, Split.of(la("1000.00")), Split.of(la("100.00")));
        given(authorised(ACCOUNT, MANAGED_ACCOUNT, portion))
                .thenPosts(
                        "Dr 5000 LA/LA 1100.00",
                        "Cr 2000 LA/LA 950.61",
                        "Cr 2000 CLIENT/LA 149.39",
                        "Dr 9100 LA/LA 1000.00",
                        "Cr 9200 LA/LA 1100.00",
                        "Dr 9010 LA/LA 100.00");
        given(new ProviderPaidFromAccount(BUDGET, WHEN, PAYMENT, ACCOUNT, MANAGED_ACCOUNT, SUPPLIER, LINE, split))
                .thenPosts(
                        "Dr 2000 LA/LA 950.61",
                        "Dr 2000 CLIENT/LA 149.39",
                        "Cr 1215 LA/LA 950.61",
                        "Cr 1215 CLIENT/LA 149.39");
        given(new ProviderPaymentReturnedToAccount(
                        BUDGET, WHEN, PAYMENT, ACCOUNT, MANAGED_ACCOUNT, SUPPLIER, LINE, split))
                .thenPosts(
                        "Dr 1215 LA/LA 950.61",
                        "Dr 1215 CLIENT/LA 149.39",
                        "Cr 2000 LA/LA 950.61",
                        "Cr 2000 CLIENT/LA 149.39");
    }

    @Test
    void aPaymentOverTwoPeriodsIsOneEntryForEach() {
        Portion first = new Portion(P03, Split.of(la("60.00")), Split.NOTHING, Split.of(la("60.00")));
        Portion second = new Portion(P04, Split.of(la("40.00")), Split.NOTHING, Split.of(la("40.00")));

        assertThat(Postings.of(authorised(null, null, first, second)))
                .extracting(JournalEntry::servicePeriod)
                .containsExactly(P03, P04);
    }

    @Test
    void s18TwoFundersShareWhatTheCouncilPaysAndTheCoFunderIsRecharged() {
        Split split = Split.of(la("719.99"), icb("308.56"));
        given(authorised(null, null, new Portion(P03, split, Split.NOTHING, split)))
                .thenPosts(
                        "Dr 5000 LA/LA 719.99",
                        "Dr 5000 ICB/ICB 308.56",
                        "Cr 2000 LA/LA 719.99",
                        "Cr 2000 ICB/ICB 308.56",
                        "Dr 9010 LA/LA 719.99",
                        "Dr 9010 ICB/ICB 308.56",
                        "Cr 9200 LA/LA 719.99",
                        "Cr 9200 ICB/ICB 308.56");
        given(new FunderRecharged(BUDGET, WHEN, RECHARGE, Funder.ICB, Money.of("308.56"), Money.ZERO, ACTOR))
                .thenPosts("Dr 1500 ICB/ICB 308.56", "Cr 4100 ICB/ICB 308.56");
        given(new RechargePaid(BUDGET, WHEN, RECHARGE, Funder.ICB, Money.of("308.56")))
                .thenPosts("Dr 1000 ICB/ICB 308.56", "Cr 1500 ICB/ICB 308.56");
    }

    @Test
    void aCoFunderOwesItsPartOfACreditAndTheAdvanceIsUsedByEachSpend() {
        Split credit = Split.of(la("699.60"), icb("372.00"));
        given(new AccountCredited(BUDGET, WHEN, PAYMENT, ACCOUNT, DIRECT_PAYMENT, P03, credit, Funder.LA))
                .thenPosts(
                        "Dr 1200 LA/LA 699.60",
                        "Dr 1200 ICB/ICB 372.00",
                        "Cr 1190 LA/LA 699.60",
                        "Cr 1190 ICB/ICB 372.00",
                        "Dr 1500 ICB/ICB 372.00",
                        "Cr 2500 ICB/ICB 372.00");
        given(new AccountCreditReversed(BUDGET, WHEN, PAYMENT, ACCOUNT, DIRECT_PAYMENT, P03, credit, Funder.LA))
                .thenPosts(
                        "Dr 1000 LA/LA 699.60",
                        "Dr 1000 ICB/ICB 372.00",
                        "Cr 1200 LA/LA 699.60",
                        "Cr 1200 ICB/ICB 372.00",
                        "Dr 2500 ICB/ICB 372.00",
                        "Cr 1500 ICB/ICB 372.00");
        given(new AccountCreditReversed(
                        BUDGET, WHEN, PAYMENT, ACCOUNT, PREPAID_CARD, P03, Split.of(la("1.00")), Funder.LA))
                .thenPosts("Dr 1010 LA/LA 1.00", "Cr 1205 LA/LA 1.00");
        given(spend(DIRECT_PAYMENT, Category.FLEXIBLE, Split.of(la("70.00"), icb("30.00")), "100.00"))
                .thenPosts(
                        "Dr 5040 LA/LA 70.00",
                        "Dr 5040 ICB/ICB 30.00",
                        "Cr 1200 LA/LA 70.00",
                        "Cr 1200 ICB/ICB 30.00",
                        "Dr 2500 ICB/ICB 30.00",
                        "Cr 4100 ICB/ICB 30.00",
                        "Dr 9010 LA/LA 100.00",
                        "Cr 9200 LA/LA 100.00");
    }

    @Test
    void anAllocationTakenBackChangesSidesPeriodByPeriod() {
        given(new PeriodsAllocated(
                        BUDGET,
                        WHEN,
                        1,
                        List.of(
                                new LineAmount(WHEN, P03, LINE, null, null, Split.of(la("1100.00"))),
                                new LineAmount(WHEN, P03, null, null, null, Split.of(la("140.00"))),
                                new LineAmount(LATER, P04, LINE, null, null, Split.of(la("-25.00"))))))
                .thenPosts(
                        "Dr 9000 LA/LA 1100.00",
                        "Cr 9010 LA/LA 1100.00",
                        "Dr 9000 LA/LA 140.00",
                        "Cr 9010 LA/LA 140.00",
                        "Cr 9000 LA/LA 25.00",
                        "Dr 9010 LA/LA 25.00");
        given(new CommitmentsPlaced(
                        BUDGET,
                        WHEN,
                        1,
                        List.of(new LineAmount(WHEN, P03, LINE, null, SUPPLIER, Split.of(la("1100.00"))))))
                .thenPosts("Dr 9010 LA/LA 1100.00", "Cr 9100 LA/LA 1100.00");
    }

    @Test
    void s12AReturnedCreditWaitsInTransitUntilItIsReissued() {
        Split net = Split.of(la("1071.60"));
        given(returned(PaymentPurpose.INSTALMENT, Channel.BANK, ReturnStage.AFTER_SETTLEMENT, net))
                .thenPosts("Dr 1000 LA/LA 1071.60", "Cr 1190 LA/LA 1071.60");
        given(reissued(PaymentPurpose.INSTALMENT, ReturnStage.AFTER_SETTLEMENT, net))
                .thenPosts("Dr 1190 LA/LA 1071.60", "Cr 2200 LA/LA 1071.60");
        given(reissued(PaymentPurpose.INSTALMENT, ReturnStage.AFTER_CREDIT, net))
                .thenPosts("Dr 1190 LA/LA 1071.60", "Cr 2200 LA/LA 1071.60");
        given(reissued(PaymentPurpose.INSTALMENT, ReturnStage.BEFORE_SETTLEMENT, net))
                .thenPostsNothing();
        given(reissued(PaymentPurpose.PROVIDER, ReturnStage.AFTER_SETTLEMENT, net))
                .thenPostsNothing();
    }

    @Test
    void whatWasRejectedIsOwedAgain() {
        Split one = Split.of(la("1.00"));
        given(returned(PaymentPurpose.INSTALMENT, Channel.BANK, ReturnStage.BEFORE_SETTLEMENT, one))
                .thenPosts("Dr 1100 LA/LA 1.00", "Cr 2200 LA/LA 1.00");
        given(returned(PaymentPurpose.PROVIDER, Channel.BANK, ReturnStage.BEFORE_SETTLEMENT, one))
                .thenPosts("Dr 1100 LA/LA 1.00", "Cr 2000 LA/LA 1.00");
        given(returned(PaymentPurpose.INSTALMENT, Channel.CARD, ReturnStage.BEFORE_SETTLEMENT, one))
                .thenPosts("Dr 1010 LA/LA 1.00", "Cr 2200 LA/LA 1.00");
        given(returned(PaymentPurpose.INSTALMENT, Channel.CARD, ReturnStage.AFTER_SETTLEMENT, one))
                .thenPosts("Dr 1010 LA/LA 1.00", "Cr 1190 LA/LA 1.00");
        given(returned(PaymentPurpose.PROVIDER, Channel.BANK, ReturnStage.AFTER_SETTLEMENT, one))
                .thenPosts("Dr 1000 LA/LA 1.00", "Cr 2000 LA/LA 1.00");
    }

    @Test
    void aSupplierIsPaidByTheCouncilsBankAndNotByTheAccountsPayment() {
        Split one = Split.of(la("1.00"));
        given(submitted(PaymentPurpose.PROVIDER, Channel.BANK, one))
                .thenPosts("Dr 2000 LA/LA 1.00", "Cr 1100 LA/LA 1.00");
        given(submitted(PaymentPurpose.PROVIDER, Channel.ACCOUNT, one)).thenPostsNothing();
        given(settled(PaymentPurpose.PROVIDER, Channel.ACCOUNT, one)).thenPostsNothing();
        for (ReturnStage stage : ReturnStage.values()) {
            given(returned(PaymentPurpose.PROVIDER, Channel.ACCOUNT, stage, one))
                    .thenPostsNothing();
        }
        given(returned(PaymentPurpose.INSTALMENT, Channel.BANK, ReturnStage.AFTER_CREDIT, one))
                .thenPostsNothing();
    }

    private static InstalmentApproved instalment(AccountKind kind, Split payable) {
        return new InstalmentApproved(
                BUDGET,
                WHEN,
                PAYMENT,
                ACCOUNT,
                kind,
                InstalmentKind.REGULAR,
                P03,
                JUNE,
                Money.of("1240.00"),
                Money.of("168.40"),
                payable,
                null,
                ACTOR);
    }

    private static PaymentSubmitted submitted(PaymentPurpose purpose, Channel channel, Split split) {
        return new PaymentSubmitted(PAYMENT, WHEN, BUDGET, 1, purpose, channel, split, null, null, ACTOR);
    }

    private static PaymentSettled settled(PaymentPurpose purpose, Channel channel, Split split) {
        return new PaymentSettled(PAYMENT, WHEN, BUDGET, 1, purpose, channel, split);
    }

    private static PaymentReturned returned(PaymentPurpose purpose, Channel channel, ReturnStage stage, Split split) {
        return new PaymentReturned(PAYMENT, WHEN, BUDGET, 1, purpose, channel, ReturnCode.ACCOUNT_CLOSED, stage, split);
    }

    private static PaymentReissued reissued(PaymentPurpose purpose, ReturnStage after, Split split) {
        return new PaymentReissued(PAYMENT, WHEN, BUDGET, 2, purpose, Channel.BANK, after, split, ACTOR);
    }

    private static SpendRecorded spendUnderQuery(Split split) {
        return PostingsFixture.spend(
                DIRECT_PAYMENT, Category.FLEXIBLE, split, Split.NOTHING, List.of(SpendReason.MERCHANT_TO_REVIEW));
    }

    private static SpendRecorded spend(AccountKind kind, Category category, Split split, String consumed) {
        return PostingsFixture.spend(kind, category, split, Split.of(la(consumed)), List.of());
    }
}
