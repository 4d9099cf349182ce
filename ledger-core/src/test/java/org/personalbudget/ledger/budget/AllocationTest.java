package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;
import static org.personalbudget.ledger.testing.SupplierWords.OTHER_AGENCY;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ReviewEvent.ReviewScheduled;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.testing.APolicy;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** What plans make available and order, period by period; and what a later plan changes of it. */
class AllocationTest {

    /** All that was ever allocated to a line (null: to none) in a period. */
    private static String allocated(List<Event> events, @Nullable LineId line, String period) {
        return sum(amounts(events, PeriodsAllocated.class, PeriodsAllocated::amounts), line, period);
    }

    private static String committed(List<Event> events, LineId line, String period) {
        return sum(amounts(events, CommitmentsPlaced.class, CommitmentsPlaced::amounts), line, period);
    }

    private static <E> Stream<LineAmount> amounts(
            List<Event> events, Class<E> kind, Function<E, List<LineAmount>> amounts) {
        return events.stream().filter(kind::isInstance).map(kind::cast).flatMap(e -> amounts.apply(e).stream());
    }

    private static String sum(Stream<LineAmount> amounts, @Nullable LineId line, String period) {
        return amounts.filter(amount -> Objects.equals(amount.line(), line)
                        && amount.servicePeriod().equals(period(period)))
                .map(amount -> amount.split().total())
                .reduce(Money.ZERO, Money::plus)
                .toString();
    }

    @Test
    void theFirstApprovalAllocatesTheRestOfTheYear() {
        Then approved = given(
                        aBudgetOf("310.00").planned(), proposePlan("2025-04-17", careLine(), flexibleLine("30.00")))
                .when(approvePlan(1))
                .thenRecorded(PlanApproved.class, ReviewScheduled.class, PeriodsAllocated.class);

        assertThat(approved.the(PeriodsAllocated.class).amounts()).hasSize(13 * 3);
        LineAmount first = approved.the(PeriodsAllocated.class).amounts().getFirst();
        assertThat(first.when().effectiveOn()).isEqualTo(day("2025-04-17"));
        assertThat(first.outcome()).isEqualTo(HOME);
        // 797.14 over 275 : 30 : 5, largest remainder: 707.142…, 77.142…, 12.857….
        assertThat(allocated(approved.events(), CARE, "2025-P01")).isEqualTo("707.14");
        assertThat(allocated(approved.events(), FLEX, "2025-P01")).isEqualTo("77.14");
        assertThat(allocated(approved.events(), null, "2025-P01")).isEqualTo("12.86");
        assertThat(allocated(approved.events(), CARE, "2025-P13")).isEqualTo("1100.00");
        assertThat(approved.books().balance(9000)).isEqualTo("15677.14");
        assertThat(approved.books().balance(9010)).isEqualTo("-15677.14");
    }

    @Test
    void aThirteenthPeriodOfFiveWeeksIsAllocatedFive() {
        // The year 2029 has 53 weeks: P13 runs from 4 March to 7 April 2030.
        Then approved = given(
                        today("2029-04-02"),
                        aBudgetOf("310.00").startingOn("2029-04-02").planned(),
                        proposePlan("2029-04-02", careLine(), flexibleLine()))
                .when(approvePlan(1));
        assertThat(allocated(approved.events(), CARE, "2029-P12")).isEqualTo("1100.00");
        assertThat(allocated(approved.events(), CARE, "2029-P13")).isEqualTo("1375.00");
        assertThat(approved.books().balance(9000)).isEqualTo("16430.00");
    }

    @Test
    void linesOrderedFromASupplierAreCommitted() {
        Then approved = given(
                        aBudgetOf("310.00").planned(),
                        proposePlan("2025-04-07", careOrderedFrom(AGENCY), flexibleLine()))
                .when(approvePlan(1))
                .thenRecorded(
                        PlanApproved.class, ReviewScheduled.class, PeriodsAllocated.class, CommitmentsPlaced.class);
        assertThat(approved.the(CommitmentsPlaced.class).amounts()).hasSize(13).allSatisfy(amount -> {
            assertThat(amount.line()).isEqualTo(CARE);
            assertThat(amount.supplier()).isEqualTo(AGENCY);
        });
        assertThat(approved.books().balance(9100)).isEqualTo("-14300.00");
        assertThat(approved.books().balance(9010)).isEqualTo("-1820.00");
    }

    @Test
    void aPlanThatChangesNothingLeavesNoTrace() {
        given(aBudgetOf("310.00"), proposePlan("2025-06-02", careLine(), flexibleLine()))
                .when(approvePlan(2))
                .thenRecorded(PlanApproved.class);
    }

    /** S14 in kind: the same weekly budget, lines moved backdated within an open period. */
    @Test
    void aBackdatedPlanMovesOnlyTheDifferenceFromItsDay() {
        Then approved = given(aBudgetOf("310.00"), today("2025-11-10"), proposePlan("2025-09-08", careLine()))
                .when(approvePlan(2))
                .thenRecorded(PlanApproved.class, PeriodsAllocated.class);
        // P06 is half old plan and half new: 14 days at 35.00 a week go to the part that no line has planned.
        assertThat(approved.the(PeriodsAllocated.class)
                        .amounts()
                        .getFirst()
                        .when()
                        .effectiveOn())
                .isEqualTo(day("2025-09-08"));
        assertThat(allocated(approved.events(), FLEX, "2025-P06")).isEqualTo("-70.00");
        assertThat(allocated(approved.events(), null, "2025-P06")).isEqualTo("70.00");
        assertThat(allocated(approved.events(), FLEX, "2025-P07")).isEqualTo("-140.00");
        assertThat(approved.posted().balance(9000)).isEqualTo("0.00");
    }

    @Test
    void anEarlierPlanReachesBackToItsOwnFirstDay() {
        Then approved = given(
                        aBudgetOf("310.00").planned(),
                        proposePlan("2025-06-02", careLine(), flexibleLine()),
                        approvePlan(1),
                        proposePlan("2025-04-07", careLine(), flexibleLine()))
                .when(approvePlan(2));
        assertThat(allocated(approved.events(), CARE, "2025-P01")).isEqualTo("1100.00");
        assertThat(allocated(approved.events(), CARE, "2025-P03")).isEqualTo("0.00");
        assertThat(approved.books().balance(9000)).isEqualTo("16120.00");
    }

    @Test
    void aPlanThatStartsInALaterYearPassesNoPeriodBy() {
        Then approved = given(aBudgetOf("310.00"), today("2026-02-02"), proposePlan("2026-06-10", careLine()))
                .when(approvePlan(2));
        // Up to its first day the plan in force is the old one.
        assertThat(allocated(approved.events(), FLEX, "2026-P01")).isEqualTo("140.00");
        assertThat(allocated(approved.events(), FLEX, "2026-P02")).isEqualTo("140.00");
        assertThat(allocated(approved.events(), CARE, "2026-P02")).isEqualTo("1100.00");
        assertThat(allocated(approved.events(), FLEX, "2026-P03")).isEqualTo("45.00");
        assertThat(allocated(approved.events(), CARE, "2026-P13")).isEqualTo("1100.00");
        assertThat(approved.books().balance(9000)).isEqualTo("32240.00");
    }

    @Test
    void whatADecisionNeedsBeyondTheYearIsAllocatedFirst() {
        Then next = given(aBudgetOf("310.00").paidNet(), today("2026-04-06"))
                .when(instalment("2026-P01"))
                .thenAccepted();
        assertThat(next.events().getFirst()).isInstanceOf(PeriodsAllocated.class);
        assertThat(allocated(next.events(), CARE, "2026-P01")).isEqualTo("1100.00");
        assertThat(next.books().balance(9000)).isEqualTo("32240.00");
        next.when(oneOff("equipment", "2027-P02", "100.00"));
        assertThat(allocated(next.ledger().events(), CARE, "2027-P13")).isEqualTo("1100.00");
    }

    @Test
    void whatIsNotYetPaidIsJudgedWithTheNextYearAllocatedButAllocatesNothing() {
        Given endOfYear = ledger -> ledger.and(
                aBudgetOf("310.00").paidNet(),
                inTheAccount("2025-P12", "2026-02-09"),
                inTheAccount("2025-P13", "2026-03-09"),
                spend("1820.00", "2026-03-09"));
        given(endOfYear).when(spend("154.00", "2026-04-10").notYetPaid()).thenRecorded(SpendCleared.class);
    }

    @Test
    void anApprovedPlanThatTakesAnOrderBackReleasesIt() {
        Then approved = given(
                        registerAgency(),
                        aBudgetOf("310.00").planned(careOrderedFrom(AGENCY), flexibleLine()),
                        today("2025-06-29"),
                        payProvider("1100.00", "2025-06-02", "2025-06-29"),
                        proposePlan("2025-06-16", flexibleLine()))
                .when(approvePlan(2))
                .thenRecorded(PlanApproved.class, PeriodsAllocated.class, CommitmentsPlaced.class, LineOverspent.class);

        assertThat(approved.the(LineOverspent.class).line()).isEqualTo(CARE);
        assertThat(committed(approved.events(), CARE, "2025-P03")).isEqualTo("0.00");
        assertThat(committed(approved.events(), CARE, "2025-P04")).isEqualTo("-1100.00");
        assertThat(approved.books().balance(9100)).isEqualTo("-2200.00");
    }

    @Test
    void whatIsTakenBackIsTakenFromTheOutcomeAndTheSupplierThatHadIt() {
        Then approved = given(
                        aBudgetOf("310.00").planned(careOrderedFrom(AGENCY), flexibleLine()),
                        proposePlan("2025-09-22", flexibleLine()))
                .when(approvePlan(2));
        assertThat(approved.the(CommitmentsPlaced.class).amounts()).allSatisfy(amount -> {
            assertThat(amount.supplier()).isEqualTo(AGENCY);
            assertThat(amount.outcome()).isEqualTo(HOME);
        });
        assertThat(approved.the(PeriodsAllocated.class).amounts())
                .filteredOn(amount -> CARE.equals(amount.line()))
                .allSatisfy(amount -> assertThat(amount.outcome()).isEqualTo(HOME));
    }

    @Test
    void anOrderThatGoesToAnotherSupplierMovesThere() {
        Then approved = given(
                        aBudgetOf("310.00").planned(careOrderedFrom(AGENCY), flexibleLine()),
                        proposePlan("2025-09-22", careOrderedFrom(OTHER_AGENCY), flexibleLine()))
                .when(approvePlan(2))
                .thenRecorded(PlanApproved.class, CommitmentsPlaced.class);
        assertThat(committedTo(AGENCY, approved)).isEqualTo("6600.00");
        assertThat(committedTo(OTHER_AGENCY, approved)).isEqualTo("7700.00");
        assertThat(approved.books().balance(9100)).isEqualTo("-14300.00");
    }

    private static String committedTo(SupplierId supplier, Then then) {
        return amounts(then.ledger().events(), CommitmentsPlaced.class, CommitmentsPlaced::amounts)
                .filter(amount -> supplier.equals(amount.supplier()))
                .map(amount -> amount.split().total())
                .reduce(Money.ZERO, Money::plus)
                .toString();
    }

    @Test
    void anOrderKeepsNoMoreThanIsNotYetConsumed() {
        Then approved = given(
                        registerAgency(),
                        aBudgetOf("310.00").planned(careOrderedFrom(AGENCY), flexibleLine()),
                        today("2025-06-29"),
                        payProvider("600.00", "2025-06-02", "2025-06-29"),
                        proposePlan(
                                "2025-06-02",
                                service(CARE, Category.HOME_CARE, "220.00", "10", "22.00", AGENCY),
                                flexibleLine()))
                .when(approvePlan(2));
        // 880.00 less 600.00 consumed stays ordered; 500.00 was.
        assertThat(committed(approved.events(), CARE, "2025-P03")).isEqualTo("-220.00");
        assertThat(committed(approved.events(), CARE, "2025-P04")).isEqualTo("-220.00");
        assertThat(approved.all(LineOverspent.class)).isEmpty();
    }

    private static Given spentAndCut(Given... before) {
        return ledger -> ledger.and(before)
                .and(
                        aBudgetOf("310.00").paidNet(),
                        inTheAccount("2025-P01", "2025-04-07"),
                        today("2025-05-04"),
                        spend("140.00", "2025-05-01"),
                        proposePlan("2025-04-07", careLine(), flexibleLine("10.00")));
    }

    @Test
    void aCutBelowWhatWasSpentToDateIsSaid() {
        LineOverspent overspent = given(
                        spentAndCut(APolicy.policyFrom("2025-04-01").flexing(0)))
                .when(approvePlan(2))
                .the(LineOverspent.class);
        assertThat(overspent.line()).isEqualTo(FLEX);
        assertThat(overspent.servicePeriod()).isEqualTo(period("2025-P01"));
        assertThat(overspent.over()).isEqualTo(pounds("100.00"));
    }

    @Test
    void aCutThatTheFlexCoversIsNotOverspent() {
        // 140.00 was spent and 40.00 stays; a tenth of the 1,200.00 that other lines have left covers the rest.
        given(spentAndCut()).when(approvePlan(2)).thenRecorded(PlanApproved.class, PeriodsAllocated.class);
    }
}
