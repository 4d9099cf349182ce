package org.personalbudget.projections.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.resume;
import static org.personalbudget.ledger.testing.ChangeWords.suspend;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.projections.testing.LedgerViews.asOf;
import static org.personalbudget.projections.testing.Recorded.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetEnded;
import org.personalbudget.ledger.budget.EndReason;
import org.personalbudget.ledger.budget.SuspensionReason;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.People;
import org.personalbudget.projections.forecast.Forecast.Basis;
import org.personalbudget.projections.forecast.Forecast.DueMethod;
import org.personalbudget.projections.forecast.Forecast.ExpectedContribution;
import org.personalbudget.projections.forecast.Forecast.ExpectedInstalment;
import org.personalbudget.projections.forecast.Forecast.InstalmentMethod;
import org.personalbudget.projections.forecast.Forecast.LineExpectation;
import org.personalbudget.projections.forecast.Forecast.LineOutlook;
import org.personalbudget.projections.forecast.Forecast.Pace;
import org.personalbudget.projections.forecast.Forecast.PeriodForecast;
import org.personalbudget.projections.forecast.Forecast.ProjectedBalance;
import org.personalbudget.projections.forecast.Forecast.SpendMethod;
import org.personalbudget.projections.testing.Recorded;

/**
 * 310.00 a week, paid net of 42.10, in the year 2025: care 275.00 (1,100.00 a period), flexible 35.00 (140.00 a period).
 */
class ForecastIT {

    private static final String LATER = "2025-12-01T00:00:00Z";

    /** Three periods paid in full; care 1,056.00 in each; flexible 118.00 in P02 and 130.00 in P03: 304.00 is left. */
    private static DeciderFixture threePeriods() {
        return given(
                aBudgetOf("310.00").contributing("42.10").paidNet(),
                inTheAccount("2025-P01", "2025-04-07"),
                contributionPaid(ACCOUNT, "168.40", "2025-04-07"),
                today("2025-05-04"),
                spend("1056.00", "2025-05-04").of(Category.HOME_CARE),
                inTheAccount("2025-P02", "2025-05-05"),
                contributionPaid(ACCOUNT, "168.40", "2025-05-05"),
                today("2025-06-01"),
                spend("1056.00", "2025-06-01").of(Category.HOME_CARE),
                spend("118.00", "2025-06-01"),
                inTheAccount("2025-P03", "2025-06-02"),
                contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
                today("2025-06-29"),
                spend("1056.00", "2025-06-29").of(Category.HOME_CARE),
                spend("130.00", "2025-06-29"));
    }

    private static Forecast forecast(Recorded recorded, String effective) {
        return new ForecastQuery(recorded.tables().client(), PeriodCalendar.standard())
                .of(BUDGET, asOf(effective, LATER))
                .orElseThrow();
    }

    private static LineExpectation line(PeriodForecast period, LineId line) {
        return period.lines().stream()
                .filter(each -> line.equals(each.lineId()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * On the last day of P03. Care: 3,168.00 in 84 days, so 1,056.00 in 28. Flexible: 248.00 in the 56 days of the two
     * periods in which anything was spent, so 124.00 in 28. A period then takes 1,180.00 of 1,240.00 and leaves 60.00: the
     * account grows from 304.00 to 364.00 after P04 and 304.00 + 10 × 60.00 = 904.00 after P13.
     */
    @Test
    void theYearGoesOnAtThePaceOfItsLastPeriods() {
        Forecast forecast = forecast(new Recorded().at("2025-06-29T09:00:00Z", threePeriods()), "2025-06-29");

        assertThat(forecast.through()).isEqualTo(day("2026-04-05"));
        assertThat(forecast.periods())
                .extracting(period -> period.period().toString())
                .startsWith("2025-P03", "2025-P04")
                .endsWith("2025-P13");
        PeriodForecast p04 = forecast.periods().get(1);
        assertThat(line(p04, CARE))
                .isEqualTo(new LineExpectation(
                        CARE,
                        pounds("1100.00"),
                        Money.ZERO,
                        Money.ZERO,
                        pounds("1056.00"),
                        SpendMethod.PACE,
                        new Pace(
                                List.of(period("2025-P01"), period("2025-P02"), period("2025-P03")),
                                pounds("3168.00"),
                                84,
                                28)));
        assertThat(line(p04, FLEX).expectedSpend()).isEqualTo(pounds("124.00"));
        assertThat(line(p04, FLEX).pace())
                .isEqualTo(new Pace(List.of(period("2025-P02"), period("2025-P03")), pounds("248.00"), 56, 28));
        assertThat(p04.expectedSpend()).isEqualTo(pounds("1180.00"));
        assertThat(p04.contribution())
                .isEqualTo(new ExpectedContribution(
                        pounds("168.40"),
                        DueMethod.ASSESSED,
                        28,
                        pounds("168.40"),
                        pounds("336.80"),
                        pounds("336.80")));
        assertThat(p04.instalments())
                .containsExactly(new ExpectedInstalment(
                        ACCOUNT,
                        InstalmentMethod.ALLOCATED,
                        pounds("1240.00"),
                        pounds("168.40"),
                        pounds("1071.60"),
                        pounds("1071.60")));
        assertThat(p04.accounts())
                .containsExactly(new ProjectedBalance(
                        ACCOUNT,
                        pounds("304.00"),
                        pounds("1071.60"),
                        pounds("168.40"),
                        pounds("1180.00"),
                        pounds("364.00")));
        assertThat(forecast.periods().getLast().accounts().getFirst().closing()).isEqualTo(pounds("904.00"));
        assertThat(forecast.lines())
                .containsExactly(
                        new LineOutlook(CARE, pounds("14300.00"), pounds("13728.00"), false, Money.ZERO, null),
                        new LineOutlook(FLEX, pounds("1820.00"), pounds("1488.00"), false, Money.ZERO, null));
    }

    /** P03 itself has been paid, contributed to and spent: nothing more of it is to come. */
    @Test
    void whatHasHappenedIsNotExpectedAgain() {
        PeriodForecast p03 = forecast(new Recorded().at("2025-06-29T09:00:00Z", threePeriods()), "2025-06-29")
                .periods()
                .getFirst();

        assertThat(p03.expectedSpend()).isEqualTo(pounds("1186.00"));
        assertThat(p03.contribution().method()).isEqualTo(DueMethod.RAISED);
        assertThat(p03.contribution().expectedReceipt()).isEqualTo(Money.ZERO);
        assertThat(p03.instalments()).singleElement().satisfies(instalment -> {
            assertThat(instalment.method()).isEqualTo(InstalmentMethod.APPROVED);
            assertThat(instalment.toCome()).isEqualTo(Money.ZERO);
        });
        assertThat(p03.accounts().getFirst().closing()).isEqualTo(pounds("304.00"));
    }

    /** Known to end on 10 July, day 11 of P04: care 3,168.00 × 11 / 84 = 414.857…, so 414.86; and nothing in P05. */
    @Test
    void nothingIsExpectedAfterTheLastDay() {
        Recorded recorded = new Recorded()
                .at("2025-06-29T09:00:00Z", threePeriods())
                .at(
                        "2025-06-29T10:00:00Z",
                        new BudgetEnded(
                                BUDGET,
                                when("2025-06-29"),
                                day("2025-07-10"),
                                EndReason.MOVED_AWAY,
                                null,
                                People.ALICE));

        Forecast forecast = forecast(recorded, "2025-06-29");

        assertThat(forecast.lastDay()).isEqualTo(day("2025-07-10"));
        assertThat(line(forecast.periods().get(1), CARE).expectedSpend()).isEqualTo(pounds("414.86"));
        assertThat(line(forecast.periods().get(2), CARE).expectedSpend()).isEqualTo(Money.ZERO);
    }

    /**
     * 170.00 on the flexible line in P01, for which it has 140.00. At that pace it is over by 30.00 more in every period,
     * by 13 × 30.00 = 390.00 at the end. On care nothing was spent yet, so what is planned is expected.
     */
    @Test
    void aLineThatSpendsFasterThanItIsAllocatedWillBeOverspent() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00").paidNet(),
                inTheAccount("2025-P01", "2025-04-07"),
                today("2025-05-04"),
                spend("170.00", "2025-05-04"));

        Forecast forecast = forecast(new Recorded().at("2025-05-04T09:00:00Z", ledger), "2025-05-04");

        assertThat(forecast.lines())
                .containsExactly(
                        new LineOutlook(CARE, pounds("14300.00"), pounds("14300.00"), false, Money.ZERO, null),
                        new LineOutlook(
                                FLEX,
                                pounds("1820.00"),
                                pounds("2210.00"),
                                true,
                                pounds("390.00"),
                                period("2025-P01")));
        assertThat(line(forecast.periods().getFirst(), CARE).method()).isEqualTo(SpendMethod.PLAN);
    }

    /**
     * S04: three periods due and nothing paid, so nothing is expected of what falls due: the account is to receive 1,071.60
     * a period.
     */
    @Test
    void s04AContributionThatWasNeverPaidIsNotExpectedToBe() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00").contributing("42.10").paidNet(),
                inTheAccount("2025-P03", "2025-06-02"),
                inTheAccount("2025-P04", "2025-06-30"),
                inTheAccount("2025-P05", "2025-07-28"));

        PeriodForecast p06 = forecast(new Recorded().at("2025-07-28T09:00:00Z", ledger), "2025-08-25")
                .periods()
                .getFirst();

        assertThat(p06.period()).isEqualTo(period("2025-P06"));
        assertThat(p06.contribution())
                .isEqualTo(new ExpectedContribution(
                        pounds("168.40"), DueMethod.ASSESSED, 28, Money.ZERO, pounds("505.20"), Money.ZERO));
        assertThat(p06.accounts().getFirst().instalments()).isEqualTo(pounds("1071.60"));
    }

    /**
     * In 2026, of which nothing is allocated: P01 is 275.00 and 35.00 by four weeks. Of P02 (from 4 May) 14 days in hospital
     * are paid and 7 withheld: three weeks of 310.00 are 930.00, less 126.30. It ends on 10 June, the tenth day of P03:
     * 275.00 × 10 / 7 = 392.857… and 35.00 × 10 / 7 = 50.00; of the contribution 42.10 × 10 / 7 = 60.14.
     */
    @Test
    void whatIsNotAllocatedYetIsExpectedByWhatIsInForce() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00").contributing("42.10").paidNet(),
                suspend("2026-05-04", SuspensionReason.HOSPITAL),
                resume("2026-05-25"));
        Recorded recorded = new Recorded()
                .at("2025-06-29T09:00:00Z", ledger)
                .at(
                        "2025-06-29T10:00:00Z",
                        new BudgetEnded(
                                BUDGET,
                                when("2025-06-29"),
                                day("2026-06-10"),
                                EndReason.MOVED_AWAY,
                                null,
                                People.ALICE));

        Forecast forecast = forecast(recorded, "2026-04-10");

        assertThat(forecast.allocatedThrough()).isEqualTo(period("2025-P13"));
        assertThat(forecast.periods()).extracting(PeriodForecast::basis).containsOnly(Basis.IN_FORCE);
        PeriodForecast p01 = forecast.periods().getFirst();
        assertThat(line(p01, CARE).allocated()).isEqualTo(pounds("1100.00"));
        assertThat(line(p01, FLEX).allocated()).isEqualTo(pounds("140.00"));
        assertThat(line(p01, CARE).method()).isEqualTo(SpendMethod.PLAN);
        assertThat(p01.contribution().due()).isEqualTo(pounds("168.40"));
        assertThat(p01.instalments().getFirst().amount()).isEqualTo(pounds("1071.60"));
        PeriodForecast p02 = forecast.periods().get(1);
        assertThat(p02.allocated()).isEqualTo(pounds("930.00"));
        assertThat(p02.contribution().days()).isEqualTo(21);
        assertThat(p02.contribution().due()).isEqualTo(pounds("126.30"));
        assertThat(p02.instalments().getFirst().amount()).isEqualTo(pounds("803.70"));
        PeriodForecast p03 = forecast.periods().get(2);
        assertThat(line(p03, CARE).allocated()).isEqualTo(pounds("392.86"));
        assertThat(line(p03, FLEX).allocated()).isEqualTo(pounds("50.00"));
        assertThat(p03.contribution().due()).isEqualTo(pounds("60.14"));
        PeriodForecast p04 = forecast.periods().get(3);
        assertThat(p04.lines()).isEmpty();
        assertThat(p04.contribution().method()).isEqualTo(DueMethod.NONE);
        assertThat(p04.instalments()).isEmpty();
        assertThat(forecast.lines().getFirst().allocated()).isEqualTo(pounds("16617.86"));
    }

    /** The last period of a year goes on into April, when the council's next year has begun: that one is forecast then. */
    @Test
    void itReachesTheThirtyFirstOfMarchFromAnyDay() {
        Recorded recorded = new Recorded().at("2025-06-29T09:00:00Z", threePeriods());

        assertThat(forecast(recorded, "2026-03-31").through()).isEqualTo(day("2026-04-05"));
        Forecast april = forecast(recorded, "2026-04-01");
        assertThat(april.through()).isEqualTo(day("2027-04-04"));
        assertThat(april.periods()).hasSize(14);
        assertThat(april.periods().getFirst().basis()).isEqualTo(Basis.ALLOCATED);
        assertThat(april.periods().getLast().basis()).isEqualTo(Basis.IN_FORCE);
        assertThat(april.periods().getLast().allocated()).isEqualTo(pounds("1240.00"));
    }

    /** A line alone is withheld from 15 December on; what is allocated says so, and so does what is not yet. */
    @Test
    void whatIsAllocatedIsToldApartFromWhatIsExpected() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00").contributing("42.10").paidNet(),
                suspend("2025-12-15", SuspensionReason.ABSENCE, FLEX));
        Recorded recorded = new Recorded().at("2025-06-29T09:00:00Z", ledger);

        assertThat(forecast(recorded, "2025-12-20").periods())
                .extracting(PeriodForecast::basis)
                .containsOnly(Basis.ALLOCATED);
        PeriodForecast next = forecast(recorded, "2026-04-10").periods().getFirst();
        assertThat(next.basis()).isEqualTo(Basis.IN_FORCE);
        assertThat(next.allocated()).isEqualTo(pounds("1100.00"));
        assertThat(next.contribution().due()).isEqualTo(pounds("168.40"));
    }
}
