package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.People.PERSON;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.budget.ChangeEvent.OverAdvanced;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.testing.BudgetWords;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class AccountsTest {

    private static final LocalDate START = day("2025-04-07");

    private static Request open(String name, AccountKind kind, LineId... lines) {
        return open(name, kind, START, lines);
    }

    private static Request open(String name, AccountKind kind, LocalDate from, LineId... lines) {
        return BudgetWords.open(name, kind, ContributionMethod.NET, kind.holdsMoney() ? PERSON : null, from, lines);
    }

    private static String grossOf(String account, DeciderFixture ledger) {
        return ledger.when(instalment("2025-P03", accountNamed(account)))
                .the(InstalmentApproved.class)
                .gross()
                .toString();
    }

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void everyKindOfAccountCanBeOpened(AccountKind kind) {
        AccountOpened opened =
                given(aBudgetOf("310.00")).when(open("any", kind)).the(AccountOpened.class);
        assertThat(opened.account()).isEqualTo(accountNamed("any"));
        assertThat(opened.kind()).isEqualTo(kind);
    }

    /** A repeated request is decided anew before the log says that it has been answered: money paid meanwhile stays. */
    @Test
    void theSameRequestOpensOneAccount() {
        given(aBudgetOf("310.00").paidNet(), today("2025-06-02"), instalment("2025-P03"))
                .when(openAccount(AccountKind.DIRECT_PAYMENT, ContributionMethod.NET, START))
                .thenRecorded();
    }

    @Test
    void anAccountOpensWithinTheTableAndNotBeforeTheBudget() {
        given(aBudgetOf("310.00"))
                .when(openAccount(AccountKind.DIRECT_PAYMENT, ContributionMethod.NET, day("2025-04-06")))
                .thenRefused(new BeforeBudgetStarts("startsOn", day("2025-04-06"), START));
        given(aBudgetOf("310.00"))
                .when(openAccount(AccountKind.DIRECT_PAYMENT, ContributionMethod.NET, day("2046-04-02")))
                .thenRefused(new DateOutOfRange("startsOn", day("2046-04-02"), day("2015-04-06"), day("2046-04-01")));
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountKind.class,
            names = {"DIRECT_PAYMENT", "PREPAID_CARD"})
    void moneyInSomebodysHandsNeedsAHolder(AccountKind kind) {
        given(aBudgetOf("310.00"))
                .when(BudgetWords.open("nobody's", kind, ContributionMethod.NET, null, START))
                .thenRefused(new HolderNeeded(kind));
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountKind.class,
            names = {"COUNCIL_MANAGED", "NOTIONAL"})
    void nobodyHoldsWhatHoldsNoMoney(AccountKind kind) {
        given(aBudgetOf("310.00"))
                .when(BudgetWords.open("held", kind, ContributionMethod.NET, PERSON, START))
                .thenRefused(new HolderNotAllowed(kind));
    }

    @Test
    void aLineIsDeployedOnce() {
        given(aBudgetOf("310.00"), open("first", AccountKind.DIRECT_PAYMENT, CARE))
                .when(open("second", AccountKind.MANAGED_ACCOUNT, FLEX, CARE))
                .thenRefused(new LineAlreadyDeployed(CARE, accountNamed("first")));
    }

    @Test
    void theOnlyAccountPaysForEverythingIncludingWhatNoLineHasPlanned() {
        assertThat(grossOf(
                        "account",
                        given(aBudgetOf("310.00").planned(flexibleLine()).paidNet())))
                .isEqualTo("1240.00");
    }

    @Test
    void aLineBelongsToTheAccountThatNamesItWhicheverWasOpenedFirst() {
        Given both = ledger -> ledger.and(
                aBudgetOf("320.00"),
                open("rest", AccountKind.DIRECT_PAYMENT),
                open("flexible", AccountKind.PREPAID_CARD, FLEX));
        assertThat(grossOf("flexible", given(both))).isEqualTo("140.00");
        assertThat(grossOf("rest", given(both))).isEqualTo("1140.00");
    }

    @Test
    void anOrderedLineBelongsToTheCouncilWhereItManagesAPart() {
        Given mixed = ledger -> ledger.and(
                aBudgetOf("320.00").planned(careOrderedFrom(AGENCY), flexibleLine()),
                open("direct payment", AccountKind.DIRECT_PAYMENT));
        assertThat(grossOf("direct payment", given(mixed))).isEqualTo("1280.00");
        assertThat(grossOf("direct payment", given(mixed, open("council", AccountKind.COUNCIL_MANAGED))))
                .isEqualTo("180.00");
    }

    @Test
    void aLineOrderedForAPartOfThePeriodIsStillTheCouncils() {
        Given dropped = ledger -> ledger.and(
                aBudgetOf("310.00").planned(careOrderedFrom(AGENCY), flexibleLine()),
                open("direct payment", AccountKind.DIRECT_PAYMENT),
                open("council", AccountKind.COUNCIL_MANAGED),
                proposePlan("2025-06-16", flexibleLine()),
                approvePlan(2));
        // Two weeks of home care, 550.00, are the agency's; the other two are not planned and so the account's.
        assertThat(grossOf("direct payment", given(dropped))).isEqualTo("690.00");
    }

    @Test
    void aSecondAccountThatNamesNoLinesIsPaidNothing() {
        given(
                        aBudgetOf("310.00"),
                        open("first", AccountKind.DIRECT_PAYMENT),
                        open("second", AccountKind.MANAGED_ACCOUNT))
                .when(instalment("2025-P03", accountNamed("second")))
                .thenRefused(new NothingToPay(period("2025-P03")));
    }

    @Test
    void anAccountOpenedWithinAPeriodIsPaidFromItsDay() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00").contributing("42.10"),
                open("late", AccountKind.DIRECT_PAYMENT, day("2025-06-16")),
                today("2025-06-16"));
        InstalmentApproved approved = ledger.when(instalment("2025-P03")).the(InstalmentApproved.class);
        assertThat(approved.service()).isEqualTo(days("2025-06-16", "2025-06-29"));
        assertThat(approved.gross()).isEqualTo(pounds("620.00"));
        assertThat(approved.contribution()).isEqualTo(pounds("84.20"));
    }

    @Test
    void whatIsSpentFromOneAccountLeavesTheOtherAsItIs() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00"),
                open("rest", AccountKind.DIRECT_PAYMENT),
                open("flexible", AccountKind.PREPAID_CARD, FLEX),
                today("2025-06-02"));
        ledger.and(
                instalment("2025-P03", accountNamed("rest")),
                instalment("2025-P03", accountNamed("flexible")),
                paid(instalmentOf("2025-P03", accountNamed("rest")), "2025-06-02"),
                paid(instalmentOf("2025-P03", accountNamed("flexible")), "2025-06-02"));
        assertThat(ledger.when(spend("140.00", "2025-06-02").from(accountNamed("flexible")))
                        .books()
                        .balances())
                .contains("1200 1100.00")
                .doesNotContain("1205 140.00");
    }

    /** The first account was paid 1,240.00 for P07; from its first day the agency's 1,100.00 are another's. */
    @Test
    void anAccountOpenedFromAPastDayTakesOverWhatAnotherWasPaidFor() {
        Then opened = given(
                        aBudgetOf("310.00").paidGross(), inTheAccount("2025-P07", "2025-09-22"), today("2025-10-01"))
                .when(BudgetWords.open(
                        "managed",
                        AccountKind.MANAGED_ACCOUNT,
                        ContributionMethod.GROSS,
                        null,
                        day("2025-09-22"),
                        CARE))
                .thenRecorded(AccountOpened.class, OverAdvanced.class);
        assertThat(opened.the(OverAdvanced.class).account()).isEqualTo(ACCOUNT);
        assertThat(opened.the(OverAdvanced.class).amount()).isEqualTo(pounds("1100.00"));
        assertThat(opened.when(instalment("2025-P07", accountNamed("managed")))
                        .the(InstalmentApproved.class)
                        .payable()
                        .total())
                .isEqualTo(pounds("1100.00"));
    }

    /** What has not been handed to the bank is lowered at once; what is not paid yet, or is over, stays as it is. */
    @Test
    void whatIsNotPaidOutYetIsLowered() {
        Then opened = given(
                        aBudgetOf("310.00").paidGross(),
                        inTheAccount("2025-P06", "2025-08-25"),
                        today("2025-09-18"),
                        instalment("2025-P07"))
                .when(BudgetWords.open(
                        "managed",
                        AccountKind.MANAGED_ACCOUNT,
                        ContributionMethod.GROSS,
                        null,
                        day("2025-09-22"),
                        CARE))
                .thenRecorded(AccountOpened.class, InstalmentReduced.class, PaymentReduced.class);
        assertThat(opened.the(InstalmentReduced.class).by().total()).isEqualTo(pounds("1100.00"));
        assertThat(opened.the(InstalmentReduced.class).calledOff()).isFalse();
    }
}
