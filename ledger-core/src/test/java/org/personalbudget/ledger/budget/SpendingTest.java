package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.Request.as;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.testing.APolicy;
import org.personalbudget.ledger.testing.ASpend;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

class SpendingTest {

    /** 1,071.60 of the council's and 168.40 of the person's, on 2 June. */
    private static final Given FUNDED = ledger -> ledger.and(
            aBudgetOf("310.00").contributing("42.10").paidNet(),
            inTheAccount("2025-P03", "2025-06-02"),
            contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
            today("2025-06-28"));

    private static void queried(Then then, SpendReason... reasons) {
        SpendRecorded spent = then.the(SpendRecorded.class);
        assertThat(spent.reasons()).containsExactly(reasons);
        assertThat(spent.consumed().parts()).isEmpty();
        assertThat(then.posted().balance(5800)).isEqualTo(spent.amount().toString());
        assertThat(then.posted().balance(9200)).isEqualTo("0.00");
    }

    private static SpendRecorded accepted(Then then) {
        SpendRecorded spent = then.the(SpendRecorded.class);
        assertThat(spent.reasons()).isEmpty();
        return spent;
    }

    @Test
    void aSpendIsRefusedOnlyWhereItCannotBe() {
        given(FUNDED).when(spend("0.00", "2025-06-10")).thenRefused(new AmountNotPositive("amount", pounds("0.00")));
        given(FUNDED)
                .when(spend("1.00", "2025-06-29"))
                .thenRefused(new DateInFuture("on", day("2025-06-29"), day("2025-06-28")));
        given(FUNDED)
                .when(spend("1.00", "2025-06-10").from(NO_ACCOUNT))
                .thenRefused(new UnknownAccount(BUDGET, NO_ACCOUNT));
        given(FUNDED)
                .when(spend("1.00", "2025-04-06"))
                .thenRefused(new BeforeAccountOpens("on", ACCOUNT, day("2025-04-06"), day("2025-04-07")));
        given(FUNDED)
                .when(spend("100000000.01", "2025-06-10"))
                .thenRefused(new AmountTooLarge("amount", pounds("100000000.01"), pounds("100000000.00")));
        given(FUNDED)
                .when(spend("1.00", "2015-04-05"))
                .thenRefused(new DateOutOfRange("on", day("2015-04-05"), day("2015-04-06"), day("2046-04-01")));
        given(FUNDED, open("notional", AccountKind.NOTIONAL, ContributionMethod.GROSS, null, day("2025-04-07")))
                .when(spend("1.00", "2025-06-10").from(accountNamed("notional")))
                .thenRefused(new AccountHoldsNoMoney(accountNamed("notional"), AccountKind.NOTIONAL));
        given(FUNDED)
                .when(spend("1.00", "2025-06-10").setAsideBy(NO_PAYMENT))
                .thenRefused(new UnknownRingFence(BUDGET, ACCOUNT, NO_PAYMENT));
    }

    @Test
    void aHolderSpendsFromTheirOwnAccountOnly() {
        given(FUNDED).when(as(Role.ACCOUNT_HOLDER, spend("1.00", "2025-06-10"))).thenAccepted();
        ActorId stranger = new ActorId("P-6666");
        given(FUNDED)
                .when(as(stranger, as(Role.ACCOUNT_HOLDER, spend("1.00", "2025-06-10"))))
                .thenRefused(new NotTheHolder(stranger, ACCOUNT));
    }

    @Test
    void aSpendServesTheLineItNames() {
        assertThat(accepted(given(FUNDED).when(spend("5.00", "2025-06-10").onLine("CARE")))
                        .line())
                .isEqualTo(CARE);
        Then unheardOf = given(FUNDED).when(spend("5.00", "2025-06-10").onLine("Mrs Miggins"));
        queried(unheardOf, SpendReason.SERVES_NO_OUTCOME);
        assertThat(unheardOf.the(SpendRecorded.class).line()).isNull();
    }

    @Test
    void orALineThatServesTheOutcomeItNames() {
        assertThat(accepted(given(FUNDED).when(spend("5.00", "2025-06-10").serving("AT-HOME")))
                        .line())
                .isEqualTo(CARE);
        Then unheardOf = given(FUNDED).when(spend("5.00", "2025-06-10").serving("Mrs Miggins"));
        queried(unheardOf, SpendReason.SERVES_NO_OUTCOME);
        assertThat(unheardOf.the(SpendRecorded.class).outcome()).isNull();
        queried(
                given(FUNDED).when(spend("5.00", "2025-06-10").onLine("FLEX").serving("OTHER")),
                SpendReason.SERVES_NO_OUTCOME);
    }

    @Test
    void orOneOfItsCategory() {
        SpendRecorded spent = accepted(given(FUNDED).when(spend("5.00", "2025-06-10")));
        assertThat(spent.line()).isEqualTo(FLEX);
        assertThat(spent.outcome()).isEqualTo(LIFE);
        queried(given(FUNDED).when(spend("5.00", "2025-06-10").of(Category.TRANSPORT)), SpendReason.SERVES_NO_OUTCOME);
    }

    @Test
    void theCategoryOfTheSpendSaysWhatItWasSpentOn() {
        Then taxi = given(FUNDED)
                .when(spend("5.00", "2025-06-10").of(Category.TRANSPORT).onLine("FLEX"));
        accepted(taxi);
        assertThat(taxi.posted().balance(5060)).isEqualTo("5.00");
    }

    @Test
    void theBestLineForAnOutcomeIsOneOfTheSameCategory() {
        Given two = ledger -> ledger.and(
                aBudgetOf("310.00")
                        .planned(
                                service(CARE, Category.HOME_CARE, "100.00", null, null, null),
                                service(FLEX, Category.FLEXIBLE, "35.00", null, null, null))
                        .paidGross(),
                inTheAccount("2025-P03", "2025-06-02"));
        assertThat(accepted(given(two).when(spend("5.00", "2025-06-02").serving("AT-HOME")))
                        .line())
                .isEqualTo(FLEX);
        assertThat(accepted(given(two)
                                .when(spend("5.00", "2025-06-02")
                                        .of(Category.RESPITE)
                                        .serving("AT-HOME")))
                        .line())
                .isEqualTo(CARE);
    }

    @Test
    void withoutAPlanInForceASpendIsQueried() {
        Given waiting = ledger -> ledger.and(
                aBudgetOf("310.00").planned().paidNet(),
                proposePlan("2025-06-02", flexibleLine()),
                approvePlan(1),
                inTheAccount("2025-P03", "2025-06-02"));
        queried(given(waiting).when(spend("5.00", "2025-06-01")), SpendReason.NO_PLAN_IN_FORCE);
        accepted(given(waiting).when(spend("5.00", "2025-06-02")));
    }

    @Test
    void whatPolicyExcludesIsQueried() {
        Given policy = ledger ->
                ledger.and(today("2025-03-01"), APolicy.policyFrom("2025-03-01").excluding(Category.FLEXIBLE), FUNDED);
        queried(given(policy).when(spend("5.00", "2025-06-10")), SpendReason.EXCLUDED_CATEGORY);
    }

    /** S23, as far as it is asked of a budget: an off-licence and cash. */
    @Test
    void merchantsAreExcludedOrLookedAt() {
        queried(given(FUNDED).when(spend("64.99", "2025-06-10").atMerchant("5921")), SpendReason.MERCHANT_TO_REVIEW);
        queried(given(FUNDED).when(spend("40.00", "2025-06-10").atMerchant("7995")), SpendReason.EXCLUDED_MERCHANT);
        accepted(given(FUNDED).when(spend("40.00", "2025-06-10").atMerchant("5411")));
    }

    @Test
    void evidenceIsAskedForByRiskAndAboveAnAmount() {
        Given medium = ledger -> ledger.and(
                aBudgetOf("310.00").atRisk(RiskTier.MEDIUM).paidGross(), inTheAccount("2025-P03", "2025-06-02"));
        accepted(given(medium).when(spend("250.00", "2025-06-02").of(Category.HOME_CARE)));
        queried(given(medium).when(spend("250.01", "2025-06-02").of(Category.HOME_CARE)), SpendReason.EVIDENCE_MISSING);
        accepted(given(medium)
                .when(spend("250.01", "2025-06-02").of(Category.HOME_CARE).withEvidence()));
        Given high = ledger -> ledger.and(
                aBudgetOf("310.00").atRisk(RiskTier.HIGH).paidGross(), inTheAccount("2025-P03", "2025-06-02"));
        queried(given(high).when(spend("0.01", "2025-06-02")), SpendReason.EVIDENCE_MISSING);
    }

    @Test
    void aLineMayBeSpentToDateWithTheFlexInForce() {
        // Three periods of 140.00, and a tenth of the 1,100.00 that home care leaves in P03.
        accepted(given(FUNDED).when(spend("530.00", "2025-06-10")));
        queried(given(FUNDED).when(spend("530.01", "2025-06-10")), SpendReason.OVER_LINE);
        // A queried spend uses nothing of the line.
        accepted(given(FUNDED, spend("530.01", "2025-06-10")).when(spend("530.00", "2025-06-10")));
        // An accepted one does: what is left is the flex alone.
        queried(
                given(FUNDED, spend("420.00", "2025-06-10")).when(spend("110.01", "2025-06-10")),
                SpendReason.OVER_LINE);
    }

    @Test
    void whatIsOrderedIsNotLeftToSpend() {
        Given ordered = ledger -> ledger.and(
                aBudgetOf("310.00")
                        .planned(careOrderedFrom(AGENCY), flexibleLine())
                        .paidGross(),
                inTheAccount("2025-P03", "2025-06-02"));
        // Nothing of the order, and a tenth of 140.00.
        queried(given(ordered).when(spend("14.01", "2025-06-02").onLine("CARE")), SpendReason.OVER_LINE);
        accepted(given(ordered).when(spend("14.00", "2025-06-02").onLine("CARE")));
    }

    @Test
    void whatTheAccountCannotAffordIsQueriedAndTheLeadIsOverdrawn() {
        Then spent = given(FUNDED).when(spend("1300.00", "2025-06-10").of(Category.HOME_CARE));
        queried(spent, SpendReason.CANNOT_AFFORD);
        assertThat(inWords(spent.the(SpendRecorded.class).split())).isEqualTo("LA 1131.60, CLIENT 168.40");
        SourceOverdrawn overdrawn = spent.the(SourceOverdrawn.class);
        assertThat(overdrawn.source()).isEqualTo(Source.LA);
        assertThat(overdrawn.shortfall()).isEqualTo(pounds("60.00"));
        // Each further spend says only how much further it went.
        assertThat(spent.when(spend("0.01", "2025-06-10"))
                        .the(SourceOverdrawn.class)
                        .shortfall())
                .isEqualTo(pounds("0.01"));
    }

    @Test
    void everyReasonIsNamedInOrder() {
        Given policy = ledger -> ledger.and(
                today("2025-03-01"),
                APolicy.policyFrom("2025-03-01").excluding(Category.TRANSPORT).evidenceAbove(RiskTier.LOW, "0.00"),
                FUNDED);
        ASpend worst = spend("9999.00", "2025-06-10")
                .of(Category.TRANSPORT)
                .onLine("FLEX")
                .atMerchant("7995")
                .to(NecessityTest.HUSBAND);
        queried(
                given(policy).when(worst),
                SpendReason.EXCLUDED_CATEGORY,
                SpendReason.EXCLUDED_MERCHANT,
                SpendReason.OVER_LINE,
                SpendReason.EVIDENCE_MISSING,
                SpendReason.CANNOT_AFFORD,
                SpendReason.NECESSITY_NOT_DECIDED);
    }

    @Test
    void whatIsNotYetPaidIsHeldOrClearedAndPostsNothing() {
        Then cleared =
                given(FUNDED).when(spend("5.00", "2025-07-10").notYetPaid()).thenRecorded(SpendCleared.class);
        assertThat(cleared.posted().balances()).isEmpty();
        Then held = given(FUNDED)
                .when(spend("5.00", "2025-07-10").notYetPaid().atMerchant("7995"))
                .thenRecorded(SpendHeld.class);
        assertThat(held.the(SpendHeld.class).reasons()).containsExactly(SpendReason.EXCLUDED_MERCHANT);
        assertThat(held.posted().balances()).isEmpty();
        given(FUNDED)
                .when(spend("5.00", "2046-04-02").notYetPaid())
                .thenRefused(new DateOutOfRange("on", day("2046-04-02"), day("2015-04-06"), day("2046-04-01")));
    }

    @Test
    void theSameSpendTwiceIsTwoSpendsUnlessItIsTheSameRequest() {
        Then twice = given(FUNDED, spend("5.00", "2025-06-10")).when(spend("5.00", "2025-06-10"));
        assertThat(twice.ledger().events().stream()
                        .filter(SpendRecorded.class::isInstance)
                        .map(event -> ((SpendRecorded) event).spend())
                        .distinct())
                .hasSize(2);
    }

    @Test
    void thePersonsMoneyGoesFirstWherePolicySaysSo() {
        Given first = ledger -> ledger.and(
                today("2025-03-01"),
                APolicy.policyFrom("2025-03-01").attributing(Attribution.CLIENT_FIRST_CONSUMED),
                FUNDED);
        SpendRecorded spent = accepted(given(first).when(spend("264.00", "2025-06-10")));
        assertThat(inWords(spent.split())).isEqualTo("CLIENT 168.40, LA 95.60");
        assertThat(spent.rule()).isEqualTo(Attribution.CLIENT_FIRST_CONSUMED);
    }
}
