package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** The scenarios about direct payments and cards, to the penny. */
class DirectPaymentScenarioTest {

    private static final String CARE_LINE = CARE.value();

    /** S01. */
    @Test
    void aPeriodPaidNetAndSpentProRata() {
        DeciderFixture ledger = given(aBudgetOf("310.00").contributing("42.10").paidNet(), today("2025-05-28"));

        Then approved = ledger.when(instalment("2025-P03"));
        assertThat(approved.the(InstalmentApproved.class).gross()).isEqualTo(pounds("1240.00"));
        assertThat(approved.the(InstalmentApproved.class).contribution()).isEqualTo(pounds("168.40"));
        assertThat(approved.the(ContributionFellDue.class).effectiveOn()).isEqualTo(day("2025-06-02"));
        assertThat(approved.posted().balances())
                .containsExactly("1190 1071.60", "1300 168.40", "2200 -1071.60", "4000 -168.40");

        Then submitted = ledger.when(submit(instalmentOf("2025-P03")));
        assertThat(submitted.posted().balances()).containsExactly("1100 -1071.60", "2200 1071.60");
        Then settled = ledger.and(today("2025-06-02"))
                .when(settle(instalmentOf("2025-P03"), SettlementLeg.BOTH, "2025-06-02"));
        assertThat(settled.posted().balances())
                .containsExactly("1000 -1071.60", "1100 1071.60", "1190 -1071.60", "1200 1071.60");

        ledger.and(contributionPaid(ACCOUNT, "168.40", "2025-06-02"), today("2025-06-29"));
        Then care = ledger.when(spend("1056.00", "2025-06-27").of(Category.HOME_CARE));
        assertThat(inWords(care.the(SpendRecorded.class).split())).isEqualTo("LA 912.59, CLIENT 143.41");
        assertThat(care.posted().balances())
                .containsExactly("1200 -1056.00", "5000 1056.00", "9010 1056.00", "9200 -1056.00");
        Then choir = ledger.when(spend("118.00", "2025-06-28"));
        assertThat(inWords(choir.the(SpendRecorded.class).split())).isEqualTo("LA 101.97, CLIENT 16.03");
        assertThat(choir.the(SpendRecorded.class).reasons()).isEmpty();

        assertThat(choir.books().balance(1200)).isEqualTo("66.00");
        assertThat(choir.books().balance(5000)).isEqualTo("1056.00");
        assertThat(choir.books().balance(5040)).isEqualTo("118.00");
        assertThat(choir.books().balance(1300)).isEqualTo("0.00");
    }

    /** S02: the same cash, expenditure and income. */
    @Test
    void aPeriodPaidGross() {
        Then end = given(
                        aBudgetOf("310.00").contributing("42.10").paidGross(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        today("2025-06-29"),
                        contributionPaid(null, "168.40", "2025-06-20"),
                        spend("1056.00", "2025-06-27").of(Category.HOME_CARE))
                .when(spend("118.00", "2025-06-28"));

        assertThat(end.ledger().events().stream()
                        .filter(ContributionFellDue.class::isInstance)
                        .map(ContributionFellDue.class::cast))
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.amount()).isEqualTo(pounds("168.40"));
                    assertThat(due.method()).isEqualTo(ContributionMethod.GROSS);
                    assertThat(due.account()).isNull();
                });
        assertThat(end.books().balance(1000)).isEqualTo("-1071.60");
        assertThat(end.books().balance(1200)).isEqualTo("66.00");
        assertThat(end.books().balance(5000)).isEqualTo("1056.00");
        assertThat(end.books().balance(5040)).isEqualTo("118.00");
        assertThat(end.books().balance(4000)).isEqualTo("-168.40");
    }

    /** S03. */
    @Test
    void aStartInTheMiddleOfAPeriodWithStartUpMoney() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00")
                        .startingOn("2025-04-17")
                        .contributing("42.10")
                        .paidNet(),
                today("2025-04-17"));

        InstalmentApproved regular = ledger.when(instalment("2025-P01")).the(InstalmentApproved.class);
        assertThat(regular.service()).isEqualTo(days("2025-04-17", "2025-05-04"));
        assertThat(regular.gross()).isEqualTo(pounds("797.14"));
        assertThat(regular.contribution()).isEqualTo(pounds("108.25"));
        assertThat(regular.payable().total()).isEqualTo(pounds("688.89"));

        Then startUp = ledger.when(oneOff("start-up", "2025-P01", "345.00"));
        assertThat(inWords(startUp.the(InstalmentApproved.class).payable())).isEqualTo("LA fenced 345.00");
        assertThat(startUp.posted().balances())
                .containsExactly("1190 345.00", "2200 -345.00", "9000 345.00", "9010 -345.00");

        Then both = ledger.and(paid(instalmentOf("2025-P01"), "2025-04-22"))
                .and(paid(oneOffNamed("start-up"), "2025-04-22"))
                .when(spend("345.00", "2025-04-22").of(Category.EMPLOYER_COST).setAsideBy(oneOffNamed("start-up")));
        assertThat(inWords(both.the(SpendRecorded.class).split())).isEqualTo("LA fenced 345.00");
        assertThat(both.the(SpendRecorded.class).reasons()).isEmpty();
        assertThat(both.the(SpendRecorded.class).line()).isNull();
        assertThat(both.books().balance(1000)).isEqualTo("-1033.89");
        assertThat(both.books().balance(1200)).isEqualTo("688.89");
    }

    /** S04: the receivable grows, and nothing is netted from a later instalment. */
    @Test
    void aContributionUnpaidForThreePeriods() {
        Then end = given(
                        aBudgetOf("310.00").contributing("42.10").paidNet(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        inTheAccount("2025-P04", "2025-06-30"),
                        today("2025-07-28"))
                .when(instalment("2025-P05"));

        assertThat(end.books().balance(1300, Source.CLIENT)).isEqualTo("505.20");
        assertThat(end.the(InstalmentApproved.class).payable().total()).isEqualTo(pounds("1071.60"));
    }

    @Test
    void theAccountCannotAffordTheContributionThatWasNotPaid() {
        given(
                        aBudgetOf("310.00").contributing("42.10").paidNet(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        spend("1056.00", "2025-06-02").of(Category.HOME_CARE))
                .when(spend("15.61", "2025-06-02"))
                .thenAccepted()
                .all(SpendRecorded.class)
                .forEach(spent -> assertThat(spent.reasons()).containsExactly(SpendReason.CANNOT_AFFORD));
    }

    /** S06, without the load of the programme and the refund, which are not asked of a budget. */
    @Test
    void aPrepaidCard() {
        Given loaded = inTheAccount("2025-P03", "2025-06-02");
        Then spent = given(
                        aBudgetOf("310.00").contributing("42.10").onACard(),
                        loaded,
                        contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
                        today("2025-06-10"))
                .when(spend("264.00", "2025-06-10").of(Category.HOME_CARE));

        assertThat(inWords(spent.the(SpendRecorded.class).split())).isEqualTo("LA 228.15, CLIENT 35.85");
        assertThat(spent.the(SpendRecorded.class).kind()).isEqualTo(AccountKind.PREPAID_CARD);
        assertThat(spent.books().balance(1205)).isEqualTo("976.00");
        assertThat(spent.books().balance(1010)).isEqualTo("-1071.60");
        assertThat(spent.books().balance(1000)).isEqualTo("0.00");
    }

    /** Co-funded 70/30: the contribution comes out of the council's part only. */
    @Test
    void theLeadPaysForAllAndTheCoFunderOwesItsPart() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00")
                        .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                        .contributing("42.10")
                        .paidNet(),
                today("2025-06-02"));

        Then approved = ledger.when(instalment("2025-P03"));
        assertThat(inWords(approved.the(InstalmentApproved.class).payable())).isEqualTo("LA 699.60, ICB 372.00");

        Then credited = ledger.and(submit(instalmentOf("2025-P03")))
                .when(settle(instalmentOf("2025-P03"), SettlementLeg.BOTH, "2025-06-02"));
        assertThat(credited.books().balance(1500, Funder.ICB)).isEqualTo("372.00");
        assertThat(credited.books().balance(2500, Funder.ICB)).isEqualTo("-372.00");

        Then spent = ledger.and(contributionPaid(ACCOUNT, "168.40", "2025-06-02"))
                .when(spend("620.00", "2025-06-02").of(Category.HOME_CARE).onLine(CARE_LINE));
        assertThat(inWords(spent.the(SpendRecorded.class).split())).isEqualTo("LA 349.80, CLIENT 84.20, ICB 186.00");
        assertThat(inWords(spent.the(SpendRecorded.class).consumed())).isEqualTo("LA 434.00, ICB 186.00");
        assertThat(spent.books().balance(4100, Funder.ICB)).isEqualTo("-186.00");
        assertThat(spent.books().balance(2500, Funder.ICB)).isEqualTo("-186.00");
        assertThat(spent.books().balance(1200, Source.ICB)).isEqualTo("186.00");
    }

    @Test
    void aCouncilThatDoesNotLeadOwesItsOwnPartAndNotThePersons() {
        Then end = given(
                        aBudgetOf("310.00")
                                .fundedBy(share(Funder.ICB, 70), share(Funder.LA, 30))
                                .contributing("42.10")
                                .paidNet(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
                        spend("1100.00", "2025-06-02").of(Category.HOME_CARE))
                .when(spend("140.00", "2025-06-02"));

        assertThat(end.books().balance(1200)).isEqualTo("0.00");
        assertThat(end.books().balance(2500, Funder.LA)).isEqualTo("0.00");
        assertThat(end.books().balance(1500, Funder.LA)).isEqualTo("203.60");
        assertThat(end.books().balance(4100, Funder.LA)).isEqualTo("-203.60");
        // What the council bears and what the person pays are together what is spent in its book.
        assertThat(end.books().balance(4000, Funder.LA)).isEqualTo("-168.40");
        assertThat(end.books().balance(5000, Funder.LA)).isEqualTo("330.00");
        assertThat(end.books().balance(5040, Funder.LA)).isEqualTo("42.00");
    }
}
