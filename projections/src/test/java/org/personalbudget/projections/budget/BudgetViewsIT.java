package org.personalbudget.projections.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.FunderRecharged;
import org.personalbudget.ledger.budget.BudgetRefusal.PlanStanding;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.People;
import org.personalbudget.projections.audit.HistoryEvent;
import org.personalbudget.projections.payables.PaymentView;
import org.personalbudget.projections.payables.PaymentView.Standing;
import org.personalbudget.projections.testing.LedgerViews;

/** A budget as it was decided, its payments, and its history. */
class BudgetViewsIT {

    private static final String NOW = "2025-07-01T09:00:00Z";

    @Test
    void theOverviewTellsWhatWasDecided() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00").contributing("42.10").paidNet(),
                today("2025-06-02"),
                proposePlan("2025-06-30", careLine()),
                proposePlan("2025-06-30", careLine(), flexibleLine()));
        LedgerViews views = new LedgerViews().see(ledger, NOW);

        BudgetOverview budget = views.budgets().overview(BUDGET).orElseThrow();

        assertThat(budget.personRef()).isEqualTo(People.PERSON);
        assertThat(budget.weekly()).isEqualTo(pounds("310.00"));
        assertThat(budget.funders()).containsExactly(share(Funder.LA, 100));
        assertThat(budget.weeklyHistory())
                .containsExactly(new BudgetOverview.Weekly(pounds("310.00"), day("2025-04-07"), Instant.parse(NOW)));
        assertThat(budget.plans())
                .extracting(PlanView::standing)
                .containsExactly(PlanStanding.APPROVED, PlanStanding.SUPERSEDED, PlanStanding.PROPOSED);
        assertThat(budget.plans().getFirst().lines()).containsExactly(careLine(), flexibleLine());
        assertThat(budget.plans().getFirst().decidedBy()).isEqualTo(People.BOB.value());
        assertThat(budget.accounts()).singleElement().satisfies(account -> {
            assertThat(account.accountId()).isEqualTo(ACCOUNT);
            assertThat(account.kind()).isEqualTo(AccountKind.DIRECT_PAYMENT);
        });
        assertThat(budget.contributions())
                .singleElement()
                .satisfies(contribution -> assertThat(contribution.weekly()).isEqualTo(pounds("42.10")));
        assertThat(views.budgets().list(People.PERSON, 0, 10).items())
                .extracting(BudgetSummary::budgetId)
                .containsExactly(BUDGET);
        assertThat(views.budgets().list(null, budget.position(), 10).items()).isEmpty();
    }

    @Test
    void s12APaymentIsOneRowThatMoves() {
        DeciderFixture ledger =
                given(aBudgetOf("310.00").contributing("42.10").paidNet(), today("2025-05-28"), instalment("2025-P03"));
        LedgerViews views = new LedgerViews();
        PaymentView instructed = seen(views, ledger, "2025-05-28T09:00:00Z");
        assertThat(instructed.standing()).isEqualTo(Standing.INSTRUCTED);
        assertThat(instructed.amount()).isEqualTo(pounds("1071.60"));
        assertThat(instructed.instalment())
                .isEqualTo(
                        new PaymentView.Instalment("REGULAR", pounds("1240.00"), pounds("168.40"), pounds("1071.60")));

        ledger.and(paid(instalmentOf("2025-P03"), "2025-06-02"));
        assertThat(seen(views, ledger, "2025-06-02T09:00:00Z").standing()).isEqualTo(Standing.CREDITED);
        assertThat(views.payments().list(BUDGET, Standing.CREDITED, 0, 10).items())
                .hasSize(1);
        assertThat(views.payments().list(BUDGET, Standing.RETURNED, 0, 10).items())
                .isEmpty();

        ledger.and(today("2025-06-03"), comesBack(instalmentOf("2025-P03"), ReturnCode.ACCOUNT_CLOSED, "2025-06-03"));
        PaymentView returned = seen(views, ledger, "2025-06-03T09:00:00Z");
        assertThat(returned.standing()).isEqualTo(Standing.RETURNED);
        assertThat(returned.returnCode()).isEqualTo(ReturnCode.ACCOUNT_CLOSED);

        ledger.and(reissue(instalmentOf("2025-P03")));
        PaymentView again = seen(views, ledger, "2025-06-04T09:00:00Z");
        assertThat(again.standing()).isEqualTo(Standing.INSTRUCTED);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.returnCode()).isNull();
        assertThat(again.position()).isEqualTo(instructed.position());
    }

    private static PaymentView seen(LedgerViews views, DeciderFixture ledger, String recordedAt) {
        return views.see(ledger, recordedAt)
                .payments()
                .find(instalmentOf("2025-P03"))
                .orElseThrow();
    }

    @Test
    void s18ARechargeIsPaidDown() {
        DeciderFixture ledger = given(
                registerAgency(),
                aBudgetOf("310.00").fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30)),
                today("2025-06-29"),
                payProvider("1028.55", "2025-06-02", "2025-06-29"));
        var recharge = ledger.when(recharge(Funder.ICB, null))
                .the(FunderRecharged.class)
                .recharge();
        ledger.and(rechargePaid(recharge, "100.00", "2025-06-29"), rechargePaid(recharge, "8.56", "2025-06-29"));
        LedgerViews views = new LedgerViews().see(ledger, NOW);

        assertThat(views.recharges().list(BUDGET, 0, 10).items())
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.amount()).isEqualTo(pounds("308.56"));
                    assertThat(asked.paid()).isEqualTo(pounds("108.56"));
                    assertThat(asked.outstanding()).isEqualTo(pounds("200.00"));
                });
        assertThat(views.suppliers().list(0, 10).items()).hasSize(1);
    }

    @Test
    void theHistoryHoldsTheBudgetsOwnEventsAndItsPaymentsInOrder() {
        DeciderFixture ledger = given(
                registerAgency(),
                aBudgetOf("310.00").contributing("42.10").paidNet(),
                inTheAccount("2025-P03", "2025-06-02"));
        var history = new LedgerViews().see(ledger, "2025-06-02T09:00:00Z").history();
        Instant known = Instant.parse(NOW);

        var whole = history.of(BUDGET, known, 0, 1000).items();

        assertThat(whole).extracting(HistoryEvent::position).isSorted();
        assertThat(whole)
                .extracting(HistoryEvent::type)
                .contains("BudgetAllocated", "PaymentSettled")
                .doesNotContain("SupplierRegistered");
        assertThat(whole)
                .filteredOn(event -> event.type().equals("PaymentSettled"))
                .singleElement()
                .satisfies(event -> assertThat(event.postings())
                        .extracting(HistoryEvent.Posting::account)
                        .containsExactly(1100, 1000));
        var first = history.of(BUDGET, known, 0, 3);
        var rest = history.of(BUDGET, known, first.next(), 1000).items();
        assertThat(first.items().size() + rest.size()).isEqualTo(whole.size());
        assertThat(history.of(BUDGET, Instant.parse("2025-06-02T08:59:59Z"), 0, 10)
                        .items())
                .isEmpty();
    }
}
