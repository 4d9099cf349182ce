package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.Period;
import tools.jackson.databind.JsonNode;

/**
 * How a budget stands, where it is heading, and what has become known since. One budget of 310.00 a week, care 275.00 and
 * choir 35.00, paid net of 42.10, spends 1,056.00 and 118.00 in its first period and keeps 1,071.60 + 168.40 − 1,174.00 =
 * 66.00, of which LA 57.04 and CLIENT 8.96.
 */
class OutlookIT {

    private final RunningLedger ledger = RunningLedger.shared();
    private final RunningLedger.Year year = ledger.nextYear();
    private final Period first = year.period(1);
    private final DirectPayment budget = new DirectPayment(
            ledger, year.starts(), "310.00", "12.50", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
    private final String account = played();

    private String played() {
        budget.contributes("42.10", year.starts());
        String opened = budget.account("NET", year.starts());
        Reply instalment = budget.instalment(first.id().toString(), first.first());
        budget.paid(instalment.text("/paymentId"), first.first(), first.first());
        ledger.as("reconciler")
                .post(
                        budget.path() + "/contribution-payments",
                        "accountId",
                        opened,
                        "amount",
                        "168.40",
                        "on",
                        first.first())
                .granted();
        spendOn(first.last(), opened, "1056.00", "HOME_CARE", "care");
        spendOn(first.last(), opened, "118.00", "FLEXIBLE", "choir");
        return opened;
    }

    private void spendOn(LocalDate recorded, String from, String amount, String category, String line) {
        ledger.as("auditor").on(recorded).get("/trial-balance").granted();
        assertThat(budget.spend(from, amount, first.last(), category, line, "Somebody")
                        .text("/status"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void theOverviewTellsHowItStandsAndHowItCameThere() {
        Reply overview = ledger.as("auditor").get(budget.path()).granted();

        assertThat(overview.text("/standing")).isEqualTo("ACTIVE");
        List<String> kinds = new ArrayList<>();
        overview.json()
                .at("/timeline")
                .forEach(change -> kinds.add(change.at("/kind").asString()));
        assertThat(kinds)
                .containsSubsequence(
                        "ALLOCATED", "PLAN_PROPOSED", "PLAN_APPROVED", "CONTRIBUTION_ASSESSED", "ACCOUNT_OPENED");
        assertThat(overview.text("/timeline/0/effectiveOn"))
                .isEqualTo(year.starts().toString());
        assertThat(overview.text("/timeline/0/actor")).isEqualTo("practitioner");
        assertThat(overview.text("/timeline/0/changes/1/what")).isEqualTo("weekly");
        assertThat(overview.text("/timeline/0/changes/1/after")).isEqualTo("310.00");
        assertThat(overview.json().at("/commitments").isArray()).isTrue();
        assertThat(overview.json().at("/overAdvances").isEmpty()).isTrue();
        assertThat(overview.json().at("/reclaims").isEmpty()).isTrue();
        assertThat(overview.json().at("/reviewsDue").size()).isEqualTo(2);
        assertThat(overview.json().at("/arrears").isMissingNode()).isFalse();
    }

    /**
     * On the last day of the first period. The second takes 1,056.00 and 118.00 again, is paid 1,071.60, and 168.40 falls
     * due and, nothing having been due before the first period, is expected: 66.00 + 1,240.00 − 1,174.00 = 132.00.
     */
    @Test
    void theForecastGoesOnAsItWent() {
        Reply forecast = ledger.as("auditor")
                .get(budget.path() + "/forecast?effective=" + first.last())
                .granted();

        String second = "/periods/1";
        assertThat(forecast.text(second + "/period"))
                .isEqualTo(year.period(2).id().toString());
        assertThat(forecast.text(second + "/allocated")).isEqualTo("1240.00");
        assertThat(forecast.text(second + "/expectedSpend")).isEqualTo("1174.00");
        assertThat(forecast.text(second + "/lines/0/method")).isEqualTo("PACE");
        assertThat(forecast.text(second + "/lines/0/pace/consumed")).isEqualTo("1056.00");
        assertThat(forecast.text(second + "/contribution/due")).isEqualTo("168.40");
        assertThat(forecast.text(second + "/instalments/0/amount")).isEqualTo("1071.60");
        assertThat(forecast.text(second + "/accounts/0/opening")).isEqualTo("66.00");
        assertThat(forecast.text(second + "/accounts/0/closing")).isEqualTo("132.00");
        assertThat(forecast.json().at("/periods").size()).isEqualTo(13);
        assertThat(forecast.json().at("/lines/0/willBeOverspent").asBoolean()).isFalse();
    }

    /** From 1 April on the next year is forecast, up to its 31 March, by what is in force. */
    @Test
    void theForecastReachesTheEndOfTheFinancialYear() {
        LocalDate april = LocalDate.of(year.starts().getYear() + 1, 4, 1);
        for (LocalDate day : List.of(april.minusDays(1), april)) {
            Reply forecast = ledger.as("auditor")
                    .get(budget.path() + "/forecast?effective=" + day)
                    .granted();
            LocalDate end = day.equals(april) ? april.plusYears(1).minusDays(1) : day;
            assertThat(LocalDate.parse(forecast.text("/through"))).isBetween(end, end.plusDays(14));
        }
    }

    /**
     * The day after, a spend of 20.00 on the last day of the first period becomes known: LA 17.28 and CLIENT 2.72 (20.00 ×
     * 57.04 / 66.00 = 17.2848), so 39.76 and 6.24 are left of what was 57.04 and 8.96.
     */
    @Test
    void theComparisonTellsWhatHasBecomeKnownAndByWhat() {
        String with = first.last() + "T12:00:00Z";
        spendOn(first.last().plusDays(1), account, "20.00", "FLEXIBLE", "choir");

        Reply comparison = ledger.as("auditor")
                .get(budget.path() + "/comparison?effective=" + first.last() + "&with=" + with)
                .granted();

        assertFigure(comparison, "CONSUMED", "period", first.id().toString(), "1174.00", "1194.00", "20.00");
        assertFigure(comparison, "BALANCE", "source", "LA", "57.04", "39.76", "-17.28");
        assertFigure(comparison, "BALANCE", "source", "CLIENT", "8.96", "6.24", "-2.72");
        assertThat(comparison.json().at("/same").asBoolean()).isFalse();
    }

    private static void assertFigure(
            Reply comparison, String name, String by, String value, String then, String now, String difference) {
        JsonNode figure = null;
        for (JsonNode each : comparison.json().at("/figures")) {
            boolean fits = each.at("/figure").asString().equals(name)
                    && each.at("/" + by).asString().equals(value);
            if (fits) figure = each;
        }
        assertThat(figure)
                .as(name + " of " + value + " in " + comparison.body())
                .isNotNull();
        assertThat(List.of(
                        figure.at("/then").asString(),
                        figure.at("/now").asString(),
                        figure.at("/difference").asString()))
                .containsExactly(then, now, difference);
        assertThat(figure.at("/events").size()).isEqualTo(1);
        assertThat(figure.at("/events/0/type").asString()).isEqualTo("SpendRecorded");
        assertThat(figure.at("/events/0/actor").asString()).isEqualTo("reconciler");
    }

    @Test
    void aComparisonNeedsAnEarlierInstant() {
        Client auditor = ledger.as("auditor");
        auditor.get(budget.path() + "/comparison")
                .refused(400, "parameter-missing")
                .about("with");
        auditor.get(budget.path() + "/comparison?with=yesterday")
                .refused(400, "not-an-instant")
                .about("with");
        auditor.get(budget.path() + "/comparison?with=2090-01-01T00:00:00Z")
                .refused(422, "known-in-future")
                .about("with");
        auditor.get(budget.path() + "/forecast?effektive=" + first.last()).refused(400, "unknown-parameter");
        ledger.as("holder").get(budget.path() + "/forecast").refused(403, "not-yours");
        ledger.as("holder")
                .get(budget.path() + "/comparison?with=2017-01-01T00:00:00Z")
                .refused(403, "role-may-not");
    }
}
