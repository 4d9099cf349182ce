package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionFellDue;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.SourceOverdrawn;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.ChangeEvent.AccountClosed;
import org.personalbudget.ledger.budget.ChangeEvent.MoneyTransferred;
import org.personalbudget.ledger.budget.ChangeEvent.OverAdvanced;
import org.personalbudget.ledger.budget.ChangeRefusal.AccountHasClosed;
import org.personalbudget.ledger.budget.ChangeRefusal.SameAccount;
import org.personalbudget.ledger.budget.ChangeRefusal.SameKind;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.People;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

/** Another account takes the place of one in the middle of a period. P07 is 22 Sep to 19 Oct 2025. */
class MovingTest {

    private static final AccountId CARD = accountNamed("card");
    private static final Given NET = aBudgetOf("310.00").contributing("42.10").paidNet();

    private static Request toCard(String from) {
        return move("card", ACCOUNT, AccountKind.PREPAID_CARD, ContributionMethod.NET, from);
    }

    /**
     * After 9 days. The old account: 398.57 less 54.12 = 344.45 of the 1,071.60 it was paid. The new one: 841.43 less
     * 114.28 = 727.15. Together 1,240.00 and 168.40: no penny is lost.
     */
    @Test
    void eachAccountHasItsOwnDays() {
        DeciderFixture ledger = given(NET, inTheAccount("2025-P07", "2025-09-22"), today("2025-10-01"));
        Then moved = ledger.when(toCard("2025-10-01"))
                .thenRecorded(AccountClosed.class, AccountOpened.class, OverAdvanced.class);
        assertThat(moved.the(AccountClosed.class).lastDay()).isEqualTo(day("2025-09-30"));
        assertThat(moved.the(AccountClosed.class).successor()).isEqualTo(CARD);
        assertThat(moved.the(AccountOpened.class).holder()).isEqualTo(People.PERSON);
        assertThat(moved.the(OverAdvanced.class).amount()).isEqualTo(pounds("727.15"));
        InstalmentApproved approved = moved.when(instalment("2025-P07", CARD)).the(InstalmentApproved.class);
        assertThat(approved.service()).isEqualTo(days("2025-10-01", "2025-10-19"));
        assertThat(approved.gross()).isEqualTo(pounds("841.43"));
        assertThat(approved.contribution()).isEqualTo(pounds("114.28"));
        assertThat(approved.payable().total()).isEqualTo(pounds("727.15"));
        assertThat(ledger.books().balance(4000)).isEqualTo("-168.40");
        // From then on there is only one account.
        assertThat(ledger.when(instalment("2025-P08"))
                        .the(InstalmentApproved.class)
                        .account())
                .isEqualTo(CARD);
        ledger.when(instalment("2025-P08", ACCOUNT)).thenRefused(new AccountHasClosed(ACCOUNT, day("2025-09-30")));
        ledger.when(oneOffFor(ACCOUNT)).thenRefused(new AccountHasClosed(ACCOUNT, day("2025-09-30")));
    }

    private static Request oneOffFor(AccountId account) {
        return Request.of(new BudgetCommand.ApproveInstalment(
                BUDGET, period("2025-P07"), InstalmentKind.ONE_OFF, pounds("10.00"), aNote("why"), account, null));
    }

    /** Nothing was paid before: both instalments raise the contribution of their own days, 54.12 and 114.28. */
    @Test
    void aPeriodThatWasNotPaidBeforeIsPaidInTwoParts() {
        DeciderFixture ledger = given(NET, toCard("2025-10-01"));
        ledger.when(instalment("2025-P07")).thenRefused(new AccountNeeded(2));
        Then old = ledger.when(instalment("2025-P07", ACCOUNT));
        assertThat(old.the(InstalmentApproved.class).gross()).isEqualTo(pounds("398.57"));
        assertThat(old.the(ContributionFellDue.class).amount()).isEqualTo(pounds("54.12"));
        Then card = ledger.when(instalment("2025-P07", CARD));
        assertThat(card.the(InstalmentApproved.class).gross()).isEqualTo(pounds("841.43"));
        assertThat(card.the(InstalmentApproved.class).contribution()).isEqualTo(pounds("114.28"));
        assertThat(card.the(ContributionFellDue.class).amount()).isEqualTo(pounds("114.28"));
        assertThat(card.books().balance(1300)).isEqualTo("168.40");
        assertThat(card.books().balance(2200)).isEqualTo("-1071.60");
        // And both stand: nothing is left to be put right.
        assertThat(ledger.when(assess("42.10", "2025-09-22")).events()).hasSize(1);
    }

    /** To an organisation that is paid gross: the old account keeps back its own days only, and the rest is billed. */
    @Test
    void fromNetToGross() {
        DeciderFixture ledger = given(NET, instalment("2025-P07"));
        Then moved = ledger.when(
                move("fund", ACCOUNT, AccountKind.INDIVIDUAL_SERVICE_FUND, ContributionMethod.GROSS, "2025-10-01"));
        assertThat(moved.the(ChangeEvent.InstalmentReduced.class).by().total()).isEqualTo(pounds("727.15"));
        Then fund = ledger.when(instalment("2025-P07", accountNamed("fund")));
        assertThat(fund.the(InstalmentApproved.class).payable().total()).isEqualTo(pounds("841.43"));
        assertThat(fund.books().balance(1300)).isEqualTo("168.40");
        assertThat(fund.books().balance(2200)).isEqualTo("-1185.88");
    }

    @Test
    void theNewAccountHasTheRankAndTheLinesOfTheOld() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00"),
                open(
                        "flex",
                        AccountKind.DIRECT_PAYMENT,
                        ContributionMethod.NET,
                        People.PERSON,
                        day("2025-04-07"),
                        FLEX),
                open("first", AccountKind.DIRECT_PAYMENT, ContributionMethod.NET, People.PERSON, day("2025-04-07")),
                open("second", AccountKind.MANAGED_ACCOUNT, ContributionMethod.NET, null, day("2025-04-07")),
                move("flex 2", accountNamed("flex"), AccountKind.PREPAID_CARD, ContributionMethod.NET, "2025-09-22"),
                move("first 2", accountNamed("first"), AccountKind.PREPAID_CARD, ContributionMethod.NET, "2025-09-22"));
        assertThat(ledger.when(instalment("2025-P07", accountNamed("flex 2")))
                        .the(InstalmentApproved.class)
                        .gross())
                .isEqualTo(pounds("140.00"));
        assertThat(ledger.when(instalment("2025-P07", accountNamed("first 2")))
                        .the(InstalmentApproved.class)
                        .gross())
                .isEqualTo(pounds("1100.00"));
        ledger.when(instalment("2025-P07", accountNamed("second"))).thenRefused(new NothingToPay(period("2025-P07")));
    }

    @Test
    void whatCanBeMoved() {
        DeciderFixture ledger = given(NET);
        ledger.when(move("card", NO_ACCOUNT, AccountKind.PREPAID_CARD, ContributionMethod.NET, "2025-10-01"))
                .thenRefused(new UnknownAccount(BUDGET, NO_ACCOUNT));
        ledger.when(move("same", ACCOUNT, AccountKind.DIRECT_PAYMENT, ContributionMethod.NET, "2025-10-01"))
                .thenRefused(new SameKind(ACCOUNT, AccountKind.DIRECT_PAYMENT));
        ledger.when(toCard("2025-04-07"))
                .thenRefused(new BeforeAccountOpens("from", ACCOUNT, day("2025-04-07"), day("2025-04-07")));
        ledger.when(move(
                        "managed",
                        ACCOUNT,
                        AccountKind.COUNCIL_MANAGED,
                        ContributionMethod.GROSS,
                        People.PERSON,
                        "2025-10-01"))
                .thenRefused(new HolderNotAllowed(AccountKind.COUNCIL_MANAGED));
        ledger.when(toCard("2025-10-01")).thenAccepted();
        ledger.when(toCard("2025-10-05")).thenRefused(new AccountHasClosed(ACCOUNT, day("2025-09-30")));
    }

    /** 1,071.60 and 168.40, of which 310.00 go: LA 267.90, CLIENT 42.10. Then the rest, set aside money included. */
    @Test
    void whatTheOldAccountHoldsIsTransferredWithItsSources() {
        DeciderFixture ledger = given(
                NET,
                inTheAccount("2025-P07", "2025-09-22"),
                contributionPaid(ACCOUNT, "168.40", "2025-09-22"),
                oneOff("start-up", "2025-P07", "100.00"),
                paid(oneOffNamed("start-up"), "2025-09-22"),
                today("2025-10-02"),
                toCard("2025-10-01"));
        Then some = ledger.when(transfer(ACCOUNT, CARD, "310.00", "2025-10-02"));
        assertThat(inWords(some.the(MoneyTransferred.class).moved())).isEqualTo("LA 267.90, CLIENT 42.10");
        assertThat(some.posted().balances()).containsExactly("1200 -310.00", "1205 310.00");
        ledger.when(transfer(ACCOUNT, CARD, "1000.00", "2025-10-02"))
                .thenRefused(new AccountCannotAfford(ACCOUNT, pounds("1000.00"), pounds("930.00")));
        Then all = ledger.when(transfer(ACCOUNT, CARD, "1030.00", "2025-10-02"));
        assertThat(all.the(MoneyTransferred.class).moved().parts()).hasSize(3);
        assertThat(all.books().balance(1200)).isEqualTo("0.00");
        assertThat(all.books().balance(1205)).isEqualTo("1340.00");
        // What was set aside is still set aside there.
        Then used = ledger.when(spend("100.00", "2025-10-02")
                .from(CARD)
                .of(Category.EMPLOYER_COST)
                .setAsideBy(oneOffNamed("start-up")));
        assertThat(inWords(used.the(SpendRecorded.class).split())).isEqualTo("LA fenced 100.00");
        assertThat(used.the(SpendRecorded.class).reasons()).isEmpty();
    }

    /** Law 12. Of LA 28.40 were missing when the contribution came; what is missing goes along, and is said there. */
    @Test
    void whatIsMissingInTheWholeBalanceIsMissingInTheOtherAccount() {
        Then all = given(
                        NET,
                        inTheAccount("2025-P07", "2025-09-22"),
                        today("2025-10-02"),
                        spend("1100.00", "2025-10-01"),
                        contributionPaid(ACCOUNT, "168.40", "2025-10-01"),
                        toCard("2025-10-01"))
                .when(transfer(ACCOUNT, CARD, "140.00", "2025-10-02"))
                .thenRecorded(MoneyTransferred.class, SourceOverdrawn.class);
        SourceOverdrawn overdrawn = all.the(SourceOverdrawn.class);
        assertThat(overdrawn.account()).isEqualTo(CARD);
        assertThat(overdrawn.shortfall()).isEqualTo(pounds("28.40"));
    }

    @Test
    void whatCanBeTransferred() {
        DeciderFixture ledger = given(NET, toCard("2025-10-01"), today("2025-10-02"));
        ledger.when(transfer(ACCOUNT, ACCOUNT, "1.00", "2025-10-02")).thenRefused(new SameAccount(ACCOUNT));
        ledger.when(transfer(ACCOUNT, NO_ACCOUNT, "1.00", "2025-10-02"))
                .thenRefused(new UnknownAccount(BUDGET, NO_ACCOUNT));
        ledger.when(transfer(ACCOUNT, CARD, "1.00", "2025-09-30"))
                .thenRefused(new BeforeAccountOpens("on", CARD, day("2025-09-30"), day("2025-10-01")));
        ledger.when(transfer(ACCOUNT, CARD, "0.00", "2025-10-02"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
        ledger.when(transfer(ACCOUNT, CARD, "1.00", "2025-10-03"))
                .thenRefused(new DateInFuture("on", day("2025-10-03"), day("2025-10-02")));
        ledger.when(transfer(ACCOUNT, CARD, "1.00", "2025-10-02"))
                .thenRefused(new AccountCannotAfford(ACCOUNT, pounds("1.00"), pounds("0.00")));
    }
}
