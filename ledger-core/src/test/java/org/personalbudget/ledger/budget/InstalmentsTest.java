package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.People.PERSON;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.testing.ABudget;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class InstalmentsTest {

    private static final Given BASE = aBudgetOf("310.00").contributing("42.10").paidNet();

    private static Request ask(InstalmentKind kind, @Nullable Money amount, @Nullable Note purpose) {
        return Request.of(new ApproveInstalment(BUDGET, period("2025-P03"), kind, amount, purpose, null, null));
    }

    @Test
    void anInstalmentIsOwedInstructedAndTheContributionFallsDue() {
        Then approved = given(BASE, today("2025-05-20"))
                .when(instalment("2025-P03"))
                .thenRecorded(InstalmentApproved.class, PaymentInstructed.class, ContributionFellDue.class);
        PaymentInstructed instructed = approved.the(PaymentInstructed.class);
        assertThat(instructed.payment()).isEqualTo(instalmentOf("2025-P03"));
        assertThat(instructed.channel()).isEqualTo(Channel.BANK);
        assertThat(instructed.split())
                .isEqualTo(approved.the(InstalmentApproved.class).payable());
    }

    @Test
    void aCardIsLoaded() {
        assertThat(given(aBudgetOf("310.00").onACard())
                        .when(instalment("2025-P03"))
                        .the(PaymentInstructed.class)
                        .channel())
                .isEqualTo(Channel.CARD);
    }

    @Test
    void anAccountAndAPeriodHaveOneRegularInstalment() {
        given(BASE, instalment("2025-P03"))
                .when(instalment("2025-P03"))
                .thenRefused(new InstalmentAlreadyApproved(instalmentOf("2025-P03"), ACCOUNT, period("2025-P03")));
    }

    @Test
    void theAmountOfARegularInstalmentIsNobodysChoice() {
        given(BASE)
                .when(ask(InstalmentKind.REGULAR, pounds("1.00"), null))
                .thenRefused(new AmountNotForRegular(pounds("1.00")));
    }

    @Test
    void aOneOffHasAnAmountAndAPurpose() {
        given(BASE)
                .when(ask(InstalmentKind.ONE_OFF, null, aNote("purpose")))
                .thenRefused(new AmountNeeded(InstalmentKind.ONE_OFF));
        given(BASE)
                .when(ask(InstalmentKind.ONE_OFF, pounds("1.00"), null))
                .thenRefused(new PurposeNeeded(InstalmentKind.ONE_OFF));
        given(BASE)
                .when(ask(InstalmentKind.ONE_OFF, pounds("0.00"), aNote("purpose")))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
    }

    @Test
    void aPeriodIsOneOfTheTable() {
        given(BASE).when(instalment("2046-P01")).thenRefused(new PeriodOutOfRange(period("2046-P01")));
    }

    @Test
    void anInstalmentGoesToAnAccountThatHoldsMoney() {
        given(aBudgetOf("310.00")).when(instalment("2025-P03")).thenRefused(new NoAccount(BUDGET));
        given(BASE).when(instalment("2025-P03", NO_ACCOUNT)).thenRefused(new UnknownAccount(BUDGET, NO_ACCOUNT));
        Given councilManaged = ledger -> ledger.and(
                aBudgetOf("310.00"),
                open("council", AccountKind.COUNCIL_MANAGED, ContributionMethod.GROSS, null, day("2025-04-07")));
        AccountHoldsNoMoney no = new AccountHoldsNoMoney(accountNamed("council"), AccountKind.COUNCIL_MANAGED);
        given(councilManaged).when(instalment("2025-P03")).thenRefused(no);
        given(councilManaged)
                .when(instalment("2025-P03", accountNamed("council")))
                .thenRefused(no);
    }

    @Test
    void whichAccountHasToBeSaidWhereThereAreTwo() {
        given(BASE, open("card", AccountKind.PREPAID_CARD, ContributionMethod.NET, PERSON, day("2025-04-07"), FLEX))
                .when(instalment("2025-P03"))
                .thenRefused(new AccountNeeded(2));
    }

    @Test
    void withoutAPlanInForceNothingIsPaid() {
        given(aBudgetOf("310.00").planned().paidNet())
                .when(instalment("2025-P03"))
                .thenRefused(new NoPlanInForce(day("2025-06-29")));
        given(aBudgetOf("310.00").startingOn("2025-06-30").paidNet())
                .when(instalment("2025-P03"))
                .thenRefused(new NothingToPay(period("2025-P03")));
    }

    @Test
    void aPlanThatStartsWithinThePeriodPaysFromItsDay() {
        DeciderFixture ledger =
                given(aBudgetOf("310.00").planned().paidNet(), proposePlan("2025-06-23", careLine()), approvePlan(1));
        InstalmentApproved approved = ledger.when(instalment("2025-P03")).the(InstalmentApproved.class);
        assertThat(approved.service()).isEqualTo(days("2025-06-23", "2025-06-29"));
        assertThat(approved.gross()).isEqualTo(pounds("310.00"));
    }

    @Test
    void aContributionThatIsRaisedAlreadyIsNotKeptBackAgain() {
        InstalmentApproved approved = given(BASE, today("2025-06-02"), raiseContribution("2025-P03"))
                .when(instalment("2025-P03"))
                .thenRecorded(InstalmentApproved.class, PaymentInstructed.class)
                .the(InstalmentApproved.class);
        assertThat(approved.payable().total()).isEqualTo(pounds("1240.00"));
        assertThat(approved.contribution()).isEqualTo(pounds("0.00"));
    }

    /** 35.00 a week is less than the contribution of 42.10: 140.00 is kept back, and 28.40 billed beside it. */
    @Test
    void anAccountThatTheContributionEatsWhollyIsApprovedAndPaidNothing() {
        Then eaten = given(
                        aBudgetOf("310.00").contributing("42.10"),
                        open("care", AccountKind.MANAGED_ACCOUNT, ContributionMethod.GROSS, null, day("2025-04-07")),
                        open("card", AccountKind.PREPAID_CARD, ContributionMethod.NET, PERSON, day("2025-04-07"), FLEX))
                .when(instalment("2025-P03", accountNamed("card")))
                .thenRecorded(InstalmentApproved.class, ContributionFellDue.class, ContributionFellDue.class);
        assertThat(eaten.the(InstalmentApproved.class).contribution()).isEqualTo(pounds("140.00"));
        assertThat(eaten.the(InstalmentApproved.class).payable()).isEqualTo(Split.NOTHING);
        assertThat(eaten.all(ContributionFellDue.class).map(due -> due.method() + " " + due.amount()))
                .containsExactly("NET 140.00", "GROSS 28.40");
        assertThat(eaten.posted().balances()).containsExactly("1300 168.40", "4000 -168.40");
        Then other = eaten.when(instalment("2025-P03", accountNamed("care")));
        assertThat(other.the(InstalmentApproved.class).payable().total()).isEqualTo(pounds("1100.00"));
        assertThat(other.all(ContributionFellDue.class)).isEmpty();
    }

    @Test
    void theFirstNetAccountTakesTheContributionAndTheSecondNone() {
        Then first = given(
                        aBudgetOf("310.00").contributing("30.00"),
                        open("care", AccountKind.MANAGED_ACCOUNT, ContributionMethod.NET, null, day("2025-04-07")),
                        open("card", AccountKind.PREPAID_CARD, ContributionMethod.NET, PERSON, day("2025-04-07"), FLEX))
                .when(instalment("2025-P03", accountNamed("card")));
        assertThat(first.the(InstalmentApproved.class).payable().total()).isEqualTo(pounds("20.00"));
        assertThat(first.the(ContributionFellDue.class).amount()).isEqualTo(pounds("120.00"));
        Then second = first.when(instalment("2025-P03", accountNamed("care")));
        assertThat(second.the(InstalmentApproved.class).payable().total()).isEqualTo(pounds("1100.00"));
        assertThat(second.all(ContributionFellDue.class)).isEmpty();
    }

    @Test
    void threeFundersShareToThePennyAndOnlyTheCouncilsPartMeetsTheContribution() {
        ABudget shared = aBudgetOf("310.01")
                .fundedBy(share(Funder.ICB, 34), share(Funder.EDUCATION, 33), share(Funder.LA, 33))
                .contributing("42.10")
                .paidNet();
        InstalmentApproved approved = given(shared).when(instalment("2025-P03")).the(InstalmentApproved.class);
        // 1,240.04 at 34/33/33: 421.6136, 409.2132, 409.2132; the odd penny goes to the largest remainder.
        assertThat(inWords(approved.payable())).isEqualTo("ICB 421.62, LA 240.81, EDUCATION 409.21");
        assertThat(approved.gross()).isEqualTo(pounds("1240.04"));
    }

    @Test
    void aOneOffIsSharedByTheFundersAndSetAside() {
        Then once = given(
                        aBudgetOf("310.00")
                                .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                                .paidNet(),
                        today("2025-06-10"))
                .when(oneOff("hoist", "2025-P03", "100.05"))
                .thenRecorded(OneOffAllocated.class, InstalmentApproved.class, PaymentInstructed.class);
        // 70.035 and 30.015: the tie goes to the lead.
        assertThat(inWords(once.the(InstalmentApproved.class).payable()))
                .isEqualTo("LA fenced 70.04, ICB fenced 30.01");
        assertThat(once.the(InstalmentApproved.class).payable().parts())
                .allSatisfy(part -> assertThat(part.ringFence()).isEqualTo(oneOffNamed("hoist")));
        assertThat(inWords(once.the(OneOffAllocated.class).split())).isEqualTo("LA 70.04, ICB 30.01");
        once.when(oneOff("a second hoist", "2025-P03", "100.05")).thenAccepted();
    }

    @Test
    void theThirteenthPeriodOfALongYearPaysFiveWeeks() {
        InstalmentApproved approved = given(
                        today("2029-04-02"),
                        aBudgetOf("310.00")
                                .startingOn("2029-04-02")
                                .contributing("42.10")
                                .paidNet())
                .when(instalment("2029-P13"))
                .the(InstalmentApproved.class);
        assertThat(approved.gross()).isEqualTo(pounds("1550.00"));
        assertThat(approved.contribution()).isEqualTo(pounds("210.50"));
    }

    @Test
    void theLargestBudgetDoesNotOverflow() {
        assertThat(given(aBudgetOf("100000000.00")
                                .planned(flexibleLine("99999999.99"))
                                .paidGross())
                        .when(instalment("2025-P03"))
                        .the(InstalmentApproved.class)
                        .gross())
                .isEqualTo(pounds("400000000.00"));
    }
}
