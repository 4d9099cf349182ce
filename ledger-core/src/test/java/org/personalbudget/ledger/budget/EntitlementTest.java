package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.invoice.DocumentFold;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.PaymentFold;
import org.personalbudget.ledger.receipt.ReceiptFeature;
import org.personalbudget.ledger.supplier.SupplierFeature;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.testing.Given;

/** What days cost, which plan is in force on them, and what the person adds. */
class EntitlementTest {

    private static Budget budget(Given... history) {
        return (Budget) given(history)
                .state(
                        BUDGET.stream(),
                        new BudgetFeature(
                                new SupplierFeature(), new PaymentFold(), new ReceiptFeature(), new DocumentFold()));
    }

    /** S03 and S16: the days of a part period, both ends included. */
    @ParameterizedTest
    @CsvSource({
        "2025-06-02, 2025-06-29, 1240.00, 168.40",
        "2025-04-17, 2025-05-04, 797.14, 108.25",
        "2025-09-22, 2025-10-01, 442.86, 60.14",
        "2025-10-02, 2025-10-19, 797.14, 108.25",
        "2025-06-02, 2025-06-02, 44.29, 6.01"
    })
    void aPartPeriodIsByDays(String first, String last, String gross, String contribution) {
        Budget budget = budget(aBudgetOf("310.00").contributing("42.10"));
        Entitlement cost = Entitlement.over(days(first, last), budget);
        assertThat(cost.total()).isEqualTo(pounds(gross));
        assertThat(cost.lines().values().stream().reduce(Money.ZERO, Money::plus))
                .isEqualTo(pounds(gross));
        assertThat(budget.contributions().dueFor(days(first, last))).isEqualTo(pounds(contribution));
    }

    /** S16: a deduction is the full amount less the rounded one. */
    @Test
    void whatIsTakenBackIsTheFullAmountLessWhatIsLeft() {
        Budget budget = budget(aBudgetOf("310.00").contributing("42.10"));
        Money full = Entitlement.over(days("2025-09-22", "2025-10-19"), budget).total();
        Money lived = Entitlement.over(days("2025-09-22", "2025-10-01"), budget).total();
        Money due = budget.contributions().dueFor(days("2025-09-22", "2025-10-01"));
        assertThat(full.minus(lived)).isEqualTo(pounds("797.14"));
        assertThat(lived.minus(due)).isEqualTo(pounds("382.72"));
        assertThat(pounds("168.40").minus(due)).isEqualTo(pounds("108.26"));
        assertThat(pounds("1071.60").minus(lived.minus(due))).isEqualTo(pounds("688.88"));
    }

    @Test
    void daysBeforeThePlanCostNothing() {
        Budget budget =
                budget(aBudgetOf("310.00").planned(), proposePlan("2025-06-23", flexibleLine()), approvePlan(1));
        Entitlement cost = Entitlement.over(days("2025-06-02", "2025-06-29"), budget);
        assertThat(cost.total()).isEqualTo(pounds("310.00"));
        assertThat(cost.of(FLEX)).isEqualTo(pounds("35.00"));
        assertThat(cost.of(null)).isEqualTo(pounds("275.00"));
        assertThat(cost.of(CARE)).isEqualTo(Money.ZERO);
        assertThat(Entitlement.over(days("2025-04-07", "2025-06-22"), budget).total())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void aTieGoesToTheFirstLineAndToWhatNoLineHasPlannedLast() {
        Budget budget = budget(aBudgetOf("0.03")
                .planned(
                        service(FLEX, Category.FLEXIBLE, "0.01", null, null, null),
                        service(CARE, Category.HOME_CARE, "0.01", null, null, null)));
        // Three days of 0.03 a week are a penny, to which all three have the same claim.
        Entitlement cost = Entitlement.over(days("2025-06-02", "2025-06-04"), budget);
        assertThat(cost.total()).isEqualTo(pounds("0.01"));
        assertThat(cost.of(FLEX)).isEqualTo(pounds("0.01"));
        assertThat(cost.of(null)).isEqualTo(Money.ZERO);
    }

    @Test
    void noPennyIsLostWhateverThePlansAndTheDays() {
        Random random = new Random(2871);
        for (int round = 0; round < 200; round++) {
            Money weekly = Money.ofPence(100 + random.nextInt(100_000));
            Money first = Money.ofPence(1 + random.nextLong(weekly.pence() - 1));
            Budget budget = budget(
                    aBudgetOf(weekly.toString()).planned(flexibleLine(first.toString())),
                    proposePlan("2025-06-" + (10 + random.nextInt(20)), flexibleLine("1.00")));
            DateRange days = new DateRange(
                    day("2025-06-02").plusDays(random.nextInt(10)),
                    day("2025-06-15").plusDays(random.nextInt(15)));
            Entitlement cost = Entitlement.over(days, budget);
            Money sum = cost.lines().values().stream().reduce(Money.ZERO, Money::plus);
            assertThat(sum).isEqualTo(cost.total());
            assertThat(cost.lines().values()).noneMatch(Money::isNegative);
        }
    }

    @Test
    void thePlanInForceIsTheLastApprovedThatHasStarted() {
        Plans plans = budget(
                        aBudgetOf("310.00"),
                        proposePlan("2025-09-01", careLine()),
                        approvePlan(2),
                        proposePlan("2025-06-01", flexibleLine()),
                        approvePlan(3),
                        proposePlan("2025-07-01", careLine()))
                .plans();
        assertThat(inForce(plans, "2025-04-06")).isEmpty();
        assertThat(inForce(plans, "2025-05-31")).contains(1);
        assertThat(inForce(plans, "2025-06-01")).contains(3);
        // Approved after the plan of September, and so in its place; what is only proposed is not in force.
        assertThat(inForce(plans, "2025-09-01")).contains(3);
        assertThat(plans.firstDay()).contains(day("2025-04-07"));
        assertThat(plans.lastVersion()).isEqualTo(4);
    }

    private static Optional<Integer> inForce(Plans plans, String day) {
        return plans.inForceOn(day(day)).map(PlanProposed::version);
    }

    @Test
    void aLineIsAsTheLatestPlanWithinTheDaysHasIt() {
        Plans plans = budget(aBudgetOf("310.00"), proposePlan("2025-06-16", flexibleLine("20.00")), approvePlan(2))
                .plans();
        DateRange june = days("2025-06-02", "2025-06-29");
        assertThat(plans.line(FLEX, june).map(PlanLine::weekly)).contains(pounds("20.00"));
        assertThat(plans.line(CARE, june).map(PlanLine::weekly)).contains(pounds("275.00"));
        assertThat(plans.line(CARE, days("2025-06-16", "2025-06-29"))).isEmpty();
        assertThat(plans.line(null, june)).isEmpty();
        assertThat(plans.line(new LineId("CAKE"), june)).isEmpty();
    }

    @Test
    void flexIsLentByEveryOtherLineOfThePeriodAndByWhatNoLineHasPlanned() {
        LineBook lines = budget(aBudgetOf("320.00")).lines();
        // 1,100.00 and 40.00 that no line has planned.
        assertThat(first(lines, FLEX, "2025-P03", 10).flex()).isEqualTo(pounds("114.00"));
        assertThat(first(lines, FLEX, "2025-P03", 0).flex()).isEqualTo(Money.ZERO);
        assertThat(first(lines, CARE, "2025-P03", 1).flex()).isEqualTo(pounds("1.80"));
        assertThat(first(lines, CARE, "2026-P01", 100).flex()).isEqualTo(Money.ZERO);
    }

    @Test
    void aLineStandsOverItsPeriodsToDate() {
        LineBook lines = budget(aBudgetOf("310.00")).lines();
        assertThat(first(lines, CARE, "2025-P03", 0).figures().allocated()).isEqualTo(pounds("3300.00"));
        assertThat(first(lines, CARE, "2030-P01", 0).figures().allocated()).isEqualTo(pounds("14300.00"));
        assertThat(lines.headrooms(CARE, period("2025-P03"), 0)).hasSize(11);
        assertThat(lines.through()).isEqualTo(period("2025-P13"));
    }

    private static Headroom first(LineBook lines, LineId line, String period, int flexPercent) {
        return lines.headrooms(line, period(period), flexPercent).getFirst();
    }
}
