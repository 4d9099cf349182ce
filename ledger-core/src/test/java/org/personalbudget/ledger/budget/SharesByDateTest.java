package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.APolicy.policyFrom;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.FundingWords.changeFunders;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionFellDue;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.PeriodsAllocated;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionAdjusted;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

/** Shares that change within a period, and what of its days may be charged for. P07 is 22 Sep to 19 Oct 2025. */
class SharesByDateTest {

    private static final Request HALF_FROM_OCTOBER =
            changeFunders("2025-10-01", share(Funder.LA, 50), share(Funder.ICB, 50));

    /** 9 days of LA: 398.57. 19 days at 50/50: 841.43, of which the odd penny goes to the lead: 420.72 and 420.71. */
    @Test
    void aPeriodIsSharedByItsDays() {
        DeciderFixture ledger = given(aBudgetOf("310.00").paidNet(), HALF_FROM_OCTOBER);
        InstalmentApproved approved = ledger.when(instalment("2025-P07")).the(InstalmentApproved.class);
        assertThat(inWords(approved.payable())).isEqualTo("LA 819.29, ICB 420.71");
        assertThat(inWords(ledger.when(instalment("2025-P08"))
                        .the(InstalmentApproved.class)
                        .payable()))
                .isEqualTo("LA 620.00, ICB 620.00");
        assertThat(inWords(ledger.when(instalment("2025-P06"))
                        .the(InstalmentApproved.class)
                        .payable()))
                .isEqualTo("LA 1240.00");
    }

    /** What is allocated moves from book to book, and not in all. */
    @Test
    void whatIsAllocatedMovesWithTheShares() {
        DeciderFixture ledger = given(aBudgetOf("310.00").planned(careLine(), flexibleLine()));
        String before = ledger.books().balance(9000);
        Then changed = ledger.when(HALF_FROM_OCTOBER);
        Split moved = changed.the(PeriodsAllocated.class).amounts().stream()
                .map(LineAmount::split)
                .reduce(Split.NOTHING, Split::plus);
        assertThat(moved.total()).isEqualTo(pounds("0.00"));
        assertThat(changed.books().balance(9000)).isEqualTo(before);
        // Of P07 19 days by line: care 746.43, of which half goes over; flexible 95.00.
        assertThat(changed.the(PeriodsAllocated.class).amounts().stream()
                        .filter(amount -> amount.servicePeriod().equals(period("2025-P07")))
                        .map(amount -> amount.line() + " " + inWords(amount.split())))
                .containsExactly("CARE LA -373.21, ICB 373.21", "FLEX LA -47.50, ICB 47.50");
        // And back again, to the penny.
        Then back = changed.when(changeFunders("2025-10-01", share(Funder.LA, 100)));
        assertThat(back.books().balance(9000, Funder.ICB)).isEqualTo("0.00");
    }

    @Test
    void aSpendUsesTheSharesOfItsDay() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00").paidNet(),
                HALF_FROM_OCTOBER,
                inTheAccount("2025-P07", "2025-09-22"),
                today("2025-10-02"));
        assertThat(inWords(ledger.when(spend("10.00", "2025-09-30"))
                        .the(SpendRecorded.class)
                        .consumed()))
                .isEqualTo("LA 10.00");
        assertThat(inWords(ledger.when(spend("10.00", "2025-10-01"))
                        .the(SpendRecorded.class)
                        .consumed()))
                .isEqualTo("LA 5.00, ICB 5.00");
    }

    /** 1 % of the council's from 22 Sep on: 3.10 a week is 12.40 of P07, and more is not due of 168.40. */
    @Test
    void neverMoreIsDueThanTheCouncilsPart() {
        Then changed = given(aBudgetOf("310.00").contributing("42.10"), raiseContribution("2025-P07"))
                .when(changeFunders("2025-09-22", share(Funder.LA, 1), share(Funder.ICB, 99)));
        assertThat(changed.the(ContributionAdjusted.class).after()).isEqualTo(pounds("12.40"));
        assertThat(changed.books().balance(4000)).isEqualTo("-12.40");
    }

    /** The NHS leads and pays all from 1 Oct on: of 28 days 9 can be charged for, 42.10 × 9 ÷ 7 = 54.12. */
    @Test
    void whereNoCouncilPaysNothingIsDue() {
        Then changed = given(
                        aBudgetOf("310.00")
                                .fundedBy(share(Funder.ICB, 10), share(Funder.LA, 90))
                                .contributing("42.10"),
                        raiseContribution("2025-P07"))
                .when(changeFunders("2025-10-01", share(Funder.ICB, 100)));
        assertThat(changed.the(ContributionAdjusted.class).after()).isEqualTo(pounds("54.12"));
    }

    /** Only support to the carer may be charged for: 35.00 a week is 140.00 a period, less than 60.00 × 4. */
    @Test
    void aCarerIsNeverChargedForSupportToTheAdult() {
        LineId breaks = new LineId("BREAKS");
        Given carer = aBudgetOf("310.00")
                .forA(CareGroup.CARER)
                .planned(careLine(), service(breaks, Category.CARER_SUPPORT, "35.00", null, null, null))
                .contributing("60.00");
        Then raised = given(policyFrom("2025-03-20").chargingCarers(), carer).when(raiseContribution("2025-P07"));
        assertThat(raised.the(ContributionFellDue.class).amount()).isEqualTo(pounds("140.00"));
        Given adult = aBudgetOf("310.00").forA(CareGroup.CARER).contributing("60.00");
        given(policyFrom("2025-03-20").chargingCarers(), adult)
                .when(raiseContribution("2025-P07"))
                .thenRefused(new BudgetRefusal.NoContribution(period("2025-P07")));
    }
}
