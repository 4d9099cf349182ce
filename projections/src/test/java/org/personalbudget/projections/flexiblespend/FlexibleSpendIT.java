package org.personalbudget.projections.flexiblespend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.JudgementWords.*;
import static org.personalbudget.ledger.testing.Request.as;
import static org.personalbudget.projections.testing.LedgerViews.asOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.JudgementCommand.QuerySpend;
import org.personalbudget.ledger.budget.ReclaimCommand.AskReconsideration;
import org.personalbudget.ledger.budget.ReclaimCommand.DecideReconsideration;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.projections.flexiblespend.FlexibleSpend.CategorySpend;
import org.personalbudget.projections.flexiblespend.FlexibleSpend.Figures;
import org.personalbudget.projections.flexiblespend.FlexibleSpend.OutcomeSpend;
import org.personalbudget.projections.flexiblespend.SpendView.Standing;
import org.personalbudget.projections.testing.LedgerViews;

class FlexibleSpendIT {

    private static final SpendId WINE = spendNamed("wine");

    private static LedgerViews spent() {
        return new LedgerViews()
                .see(
                        given(
                                aBudgetOf("310.00")
                                        .startingOn("2025-06-02")
                                        .contributing("42.10")
                                        .paidNet(),
                                inTheAccount("2025-P03", "2025-06-02"),
                                contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
                                today("2025-06-29"),
                                spend("1056.00", "2025-06-27").of(Category.HOME_CARE),
                                spend("118.00", "2025-06-28"),
                                spend("10.00", "2025-06-28").atMerchant("5921")),
                        "2025-06-29T09:00:00Z");
    }

    private static FlexibleSpend on(String effective) {
        return spent().flexibleSpend()
                .of(BUDGET, asOf(effective, "2025-12-01T00:00:00Z"))
                .orElseThrow();
    }

    @Test
    void whatWasSpentFreelyOnWhatAndForWhichOutcome() {
        FlexibleSpend flexible = on("2025-06-29");

        assertThat(flexible.flexible()).isEqualTo(new Figures(pounds("140.00"), pounds("118.00"), pounds("22.00")));
        assertThat(flexible.nonServiceShare()).isEqualTo("10.05");
        assertThat(flexible.byOutcome())
                .containsExactly(
                        new OutcomeSpend(HOME, aNote("AT-HOME").ref(), pounds("1100.00"), pounds("1056.00")),
                        new OutcomeSpend(LIFE, aNote("A-LIFE").ref(), pounds("140.00"), pounds("118.00")));
        assertThat(flexible.byCategory())
                .containsExactly(
                        new CategorySpend(Category.HOME_CARE, pounds("1056.00")),
                        new CategorySpend(Category.FLEXIBLE, pounds("118.00")));
        assertThat(flexible.underQuery()).isEqualTo(pounds("10.00"));
    }

    @Test
    void beforeAnythingWasSpentNothingIsShared() {
        FlexibleSpend flexible = on("2025-06-02");

        assertThat(flexible.flexible().spent()).isEqualTo(Money.ZERO);
        assertThat(flexible.nonServiceShare()).isEqualTo("0.00");
        assertThat(flexible.byCategory()).isEmpty();
    }

    @Test
    void spendsAreListedByStandingAndPageByPage() {
        SpendQuery spends = spent().spends();

        assertThat(spends.list(BUDGET, Standing.UNDER_QUERY, 0, 10).items())
                .singleElement()
                .satisfies(spend -> assertThat(spend.reasons()).containsExactly(SpendReason.MERCHANT_TO_REVIEW));
        var first = spends.list(null, null, 0, 2);
        assertThat(first.items()).extracting(SpendView::amount).containsExactly(pounds("1056.00"), pounds("118.00"));
        assertThat(first.next()).isNotNull();
        var last = spends.list(null, null, first.next(), 2);
        assertThat(last.items()).extracting(SpendView::amount).containsExactly(pounds("10.00"));
        assertThat(last.next()).isNull();
        assertThat(spends.find(last.items().getFirst().spendId())).isPresent();
    }

    @Test
    void aSpendStandsAsItWasJudgedWhateverThePagesAre() {
        Given recorded = ledger -> ledger.and(
                aBudgetOf("310.00").startingOn("2025-06-02").paidGross(),
                inTheAccount("2025-P03", "2025-06-02"),
                today("2025-06-29"),
                spend("64.99", "2025-06-10").atMerchant("5921").request().named("wine"),
                answerWithEvidence(WINE));
        Given judged = ledger -> ledger.and(
                acceptPart(WINE, "40.00").named("no wine"),
                refund(WINE, "10.00", "2025-06-20"),
                Request.of(new AskReconsideration(BUDGET, reclaimNamed("no wine"), aNote("a present"))),
                Request.of(new DecideReconsideration(
                        BUDGET, reclaimNamed("no wine"), pounds("20.00"), aNote("some of it"))));
        DeciderFixture ledger = given(recorded);
        LedgerViews page = new LedgerViews().see(ledger, "2025-06-29T09:00:00Z");
        assertThat(page.spends().find(WINE).orElseThrow().status()).isEqualTo(Standing.UNDER_QUERY);

        SpendView bitByBit = page.see(ledger.and(judged), "2025-06-29T09:00:00Z")
                .spends()
                .find(WINE)
                .orElseThrow();
        SpendView atOnce = new LedgerViews()
                .see(given(recorded, judged), "2025-06-29T09:00:00Z")
                .spends()
                .find(WINE)
                .orElseThrow();

        assertThat(bitByBit).isEqualTo(atOnce);
        assertThat(atOnce.status()).isEqualTo(Standing.UNDER_QUERY);
        assertThat(atOnce.accepted()).isEqualTo(pounds("30.00"));
        assertThat(atOnce.underQuery()).isEqualTo(pounds("4.99"));
        assertThat(atOnce.reclaimed()).isEqualTo(pounds("20.00"));
        assertThat(atOnce.refunded()).isEqualTo(pounds("10.00"));
        assertThat(atOnce.query()).isNotNull();
        assertThat(atOnce.query().evidence()).isTrue();
        assertThat(atOnce.query().judgedBy()).isEqualTo("alice");
    }

    /** Found by a seeded history: a second query without words showed those of the first, but not after a rebuild. */
    @Test
    void aQueryHasItsOwnQuestionOrNoneWhateverThePagesAre() {
        Given asked = ledger -> ledger.and(
                aBudgetOf("310.00").startingOn("2025-06-02").paidGross(),
                inTheAccount("2025-P03", "2025-06-02"),
                today("2025-06-29"),
                spend("64.99", "2025-06-10").request().named("wine"),
                as(new ActorId("paul"), query(WINE, SpendReason.MERCHANT_TO_REVIEW)),
                accept(WINE));
        Given askedAgain = ledger ->
                ledger.and(Request.of(new QuerySpend(BUDGET, WINE, List.of(SpendReason.EVIDENCE_MISSING), null)));
        DeciderFixture ledger = given(asked);
        LedgerViews page = new LedgerViews().see(ledger, "2025-06-29T09:00:00Z");
        assertThat(page.spends().find(WINE).orElseThrow().query().questionNote())
                .isNotNull();

        SpendView bitByBit = page.see(ledger.and(askedAgain), "2025-06-29T09:00:00Z")
                .spends()
                .find(WINE)
                .orElseThrow();
        SpendView atOnce = new LedgerViews()
                .see(given(asked, askedAgain), "2025-06-29T09:00:00Z")
                .spends()
                .find(WINE)
                .orElseThrow();

        assertThat(bitByBit).isEqualTo(atOnce);
        assertThat(atOnce.query().questionNote()).isNull();
    }
}
