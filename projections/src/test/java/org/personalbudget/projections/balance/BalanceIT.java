package org.personalbudget.projections.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.People.ADA;
import static org.personalbudget.ledger.testing.People.PERSON;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;
import static org.personalbudget.projections.testing.LedgerViews.asOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.CustodyCommand.RecordUnknownCredit;
import org.personalbudget.ledger.budget.TakeOnCommand.TakeOnBudget;
import org.personalbudget.ledger.budget.TakenAccount;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.projections.balance.BudgetBalance.AccountBalance;
import org.personalbudget.projections.balance.BudgetBalance.PeriodFigures;
import org.personalbudget.projections.testing.LedgerViews;
import org.personalbudget.projections.testing.Recorded;

/** Balances of the scenarios, to the penny, at any two dates. */
class BalanceIT {

    private static final String LATER = "2025-12-01T00:00:00Z";

    private static DeciderFixture s01() {
        return given(
                aBudgetOf("310.00").contributing("42.10").paidNet(),
                inTheAccount("2025-P03", "2025-06-02"),
                contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
                today("2025-06-29"),
                spend("1056.00", "2025-06-27").of(Category.HOME_CARE),
                spend("118.00", "2025-06-28"));
    }

    private static BudgetBalance on(String effective, LedgerViews views) {
        return views.balances().of(BUDGET, asOf(effective, LATER)).orElseThrow();
    }

    private static AccountBalance account(BudgetBalance balance) {
        return balance.accounts().getFirst();
    }

    @Test
    void s01WhatIsLeftOfAPeriodPaidNet() {
        BudgetBalance balance = on("2025-06-29", new LedgerViews().see(s01(), "2025-06-29T09:00:00Z"));

        assertThat(balance.weekly()).isEqualTo(pounds("310.00"));
        assertThat(balance.period())
                .isEqualTo(new PeriodFigures(
                        period("2025-P03"), pounds("1240.00"), Money.ZERO, pounds("1174.00"), pounds("66.00")));
        assertThat(account(balance).accountId()).isEqualTo(ACCOUNT);
        assertThat(account(balance).balance()).isEqualTo(pounds("66.00"));
        assertThat(account(balance).spendable()).isEqualTo(pounds("66.00"));
        assertThat(account(balance).bySource())
                .containsExactly(entry(Source.LA, pounds("57.04")), entry(Source.CLIENT, pounds("8.96")));
    }

    @Test
    void s01BeforeTheSpendTheAccountHeldEverything() {
        BudgetBalance balance = on("2025-06-26", new LedgerViews().see(s01(), "2025-06-29T09:00:00Z"));

        assertThat(account(balance).balance()).isEqualTo(pounds("1240.00"));
        assertThat(balance.period().consumed()).isEqualTo(Money.ZERO);
    }

    @Test
    void s03ARingFenceIsHeldAndNotSpendable() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00")
                        .startingOn("2025-04-17")
                        .contributing("42.10")
                        .paidNet(),
                today("2025-04-17"),
                instalment("2025-P01"),
                oneOff("start-up", "2025-P01", "345.00"),
                paid(instalmentOf("2025-P01"), "2025-04-22"),
                paid(oneOffNamed("start-up"), "2025-04-22"));

        AccountBalance account = account(on("2025-04-22", new LedgerViews().see(ledger, "2025-06-22T09:00:00Z")));

        assertThat(account.balance()).isEqualTo(pounds("1033.89"));
        assertThat(account.ringFenced()).isEqualTo(pounds("345.00"));
        assertThat(account.spendable()).isEqualTo(pounds("688.89"));
    }

    @Test
    void s07WhatIsAuthorisedAndNotPaidIsNotSpendable() {
        DeciderFixture ledger = given(
                registerAgency(),
                aBudgetOf("310.00").contributing("42.10").inAManagedAccount(),
                inTheAccount("2025-P03", "2025-06-02"),
                contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
                today("2025-06-29"),
                payProvider("1100.00", "2025-06-02", "2025-06-29")
                        .onInvoice("HC-2201")
                        .fromTheAccount());

        AccountBalance account = account(on("2025-06-29", new LedgerViews().see(ledger, "2025-06-29T09:00:00Z")));

        assertThat(account.balance()).isEqualTo(pounds("1240.00"));
        assertThat(account.reserved()).isEqualTo(pounds("1100.00"));
        assertThat(account.spendable()).isEqualTo(pounds("140.00"));
    }

    /** Neither pays for a spend, so that nobody may be told that it could. */
    @Test
    void ownMoneyAndWhatNobodyKnowsTheOriginOfAreHeldAndNotSpendable() {
        DeciderFixture ledger = given(
                today("2025-06-02"),
                Request.of(new TakeOnBudget(
                        BUDGET,
                        new BatchId("old-system"),
                        ADA,
                        day("2025-06-02"),
                        PERSON,
                        CareGroup.ADULT,
                        false,
                        pounds("310.00"),
                        List.of(share(Funder.LA, 100)),
                        RiskTier.MEDIUM,
                        List.of(outcome(HOME), outcome(LIFE)),
                        List.of(careLine(), flexibleLine()),
                        null,
                        List.of(new TakenAccount(
                                AccountKind.DIRECT_PAYMENT, ContributionMethod.NET, PERSON, heldWithOwnMoney())),
                        List.of())));
        AccountId account = ledger.events().stream()
                .filter(AccountOpened.class::isInstance)
                .map(event -> ((AccountOpened) event).account())
                .findFirst()
                .orElseThrow();
        ledger.and(Request.of(new RecordUnknownCredit(BUDGET, account, pounds("12.34"), day("2025-06-02"), null)));

        AccountBalance held = account(on("2025-06-02", new LedgerViews().see(ledger, "2025-06-02T09:00:00Z")));

        assertThat(held.balance()).isEqualTo(pounds("362.34"));
        assertThat(held.spendable()).isEqualTo(pounds("300.00"));
    }

    private static Split heldWithOwnMoney() {
        return Split.of(Part.of(Funder.LA, pounds("300.00")), new Part(Funder.LA, Source.OWN, null, pounds("50.00")));
    }

    @Test
    void s14TheWeeklyAmountIsAsItWasKnown() {
        Recorded recorded = new Recorded()
                .at("2025-04-01T09:00:00Z", given(aBudgetOf("310.00")))
                .at("2025-11-10T09:00:00Z", Recorded.planOf("352.50", "2025-09-08", "2025-11-10"));
        BalanceQuery balances = new BalanceQuery(recorded.tables().client(), PeriodCalendar.standard());

        assertThat(weekly(balances, "2025-10-08", "2025-11-01T00:00:00Z")).isEqualTo(pounds("310.00"));
        assertThat(weekly(balances, "2025-10-08", "2025-11-11T00:00:00Z")).isEqualTo(pounds("352.50"));
        assertThat(weekly(balances, "2025-09-07", "2025-11-11T00:00:00Z")).isEqualTo(pounds("310.00"));
    }

    private static Money weekly(BalanceQuery balances, String effective, String known) {
        return balances.of(BUDGET, asOf(effective, known)).orElseThrow().weekly();
    }

    /** Law 9. */
    @Test
    void theAnswerAtTwoDatesNeverChangesWhateverIsRecordedLater() {
        DeciderFixture ledger = s01();
        LedgerViews views = new LedgerViews().see(ledger, "2025-06-29T09:00:00Z");
        var then = asOf("2025-06-28", "2025-06-29T12:00:00Z");
        var balance = views.balances().of(BUDGET, then);
        var flexible = views.flexibleSpend().of(BUDGET, then);
        var trialBalance = views.trialBalances().at(then);

        // Backdated, so that only the recorded date keeps it out.
        ledger.and(today("2025-06-30"), spend("20.00", "2025-06-28"), inTheAccount("2025-P04", "2025-06-30"));
        views.see(ledger, "2025-06-29T12:00:00.000001Z");

        assertThat(views.balances().of(BUDGET, then)).isEqualTo(balance);
        assertThat(views.flexibleSpend().of(BUDGET, then)).isEqualTo(flexible);
        assertThat(views.trialBalances().at(then)).isEqualTo(trialBalance);
        assertThat(account(on("2025-06-28", views)).balance()).isEqualTo(pounds("46.00"));
    }

    @Test
    void aBudgetIsNotKnownBeforeItWasRecorded() {
        LedgerViews views = new LedgerViews().see(s01(), "2025-06-29T09:00:00Z");

        assertThat(views.balances().of(BUDGET, asOf("2025-06-29", "2025-06-29T08:59:59Z")))
                .isEmpty();
    }
}
