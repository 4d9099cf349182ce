package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a budget is looked at again, and how closely it is watched. */
class ReviewScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * One playing.
     *
     * @param reassessed on which day after the start, before the account's first review
     * @param contribution a week, in pence
     * @param unpaid how many periods at the second score
     */
    record Playing(int reassessed, long contribution, int unpaid) {

        static Playing of(long seed) {
            Random random = new Random(seed);
            return new Playing(1 + random.nextInt(181), 500 + random.nextInt(6000), 2 + random.nextInt(3));
        }
    }

    static Stream<Playing> playings() {
        return Stream.of(new Playing(100, 4210, 2), Playing.of(8), Playing.of(26), Playing.of(52));
    }

    /**
     * The plan starts on day 0 and is reviewed after 8 weeks, on day 56; the direct payment after 26 weeks, on day 182. A
     * reassessment on day 100 moves the plan's clock to 100 + 364; the account's review on day 182 moves its own to
     * 182 + 364 and nothing else.
     */
    @ParameterizedTest
    @MethodSource("playings")
    void bothClocksRunAndAReassessmentMovesThePlans(Playing playing) {
        LocalDate starts = ledger.nextYear().starts();
        DirectPayment budget = budget(starts);
        budget.account("NET", starts);
        assertThat(due(budget)).isEqualTo("PLAN " + starts.plusWeeks(8) + ", ACCOUNT " + starts.plusWeeks(26));

        LocalDate anew = starts.plusDays(playing.reassessed);
        Reply reassessed = review(budget, "REASSESSMENT", anew, "Needs help in the evenings too.");
        assertThat(reassessed.text("/nextDueOn")).isEqualTo(anew.plusWeeks(52).toString());
        assertThat(due(budget)).isEqualTo("ACCOUNT " + starts.plusWeeks(26) + ", PLAN " + anew.plusWeeks(52));
        isDueBy(budget, starts.plusWeeks(26), true);
        isDueBy(budget, starts.plusWeeks(26).minusDays(1), false);

        review(budget, "ACCOUNT", starts.plusWeeks(26), "Records are kept well.");
        assertThat(due(budget)).isEqualTo("PLAN " + anew.plusWeeks(52) + ", ACCOUNT " + starts.plusWeeks(78));
        Reply reviews = ledger.as("auditor").get(budget.path() + "/reviews").granted();
        assertThat(reviews.text("/held/0/findings")).isEqualTo("Records are kept well.");
        assertThat(reviews.text("/held/1/kind")).isEqualTo("REASSESSMENT");
        new Books(ledger, budget.budget).areInOrder();
    }

    /**
     * On the first day only the new account counts: 1 point, low risk, a return in 52 weeks. Two unpaid periods later it
     * is 1 + 2 = 3, medium, 26 weeks; with six unpaid it is 1 + 6 = 7: high, 13 weeks.
     */
    @ParameterizedTest
    @MethodSource("playings")
    void aScoreThatRisesShortensTheReturn(Playing playing) {
        var year = ledger.nextYear();
        LocalDate starts = year.starts();
        DirectPayment budget = budget(starts);
        budget.contributes(text(playing.contribution), starts);
        budget.account("NET", starts);
        Reply first = score(budget, starts);
        assertThat(first.text("/score")).isEqualTo("1");
        assertThat(first.text("/tier")).isEqualTo("LOW");
        assertThat(first.text("/nextReturn")).isEqualTo(starts.plusWeeks(52).toString());

        LocalDate third = year.period(3).first();
        for (int period = 1; period <= playing.unpaid; period++) {
            fallsDue(budget, year.period(period).id().toString(), third);
        }
        Reply second = score(budget, third);
        assertThat(second.text("/score")).isEqualTo(String.valueOf(1 + playing.unpaid));
        assertThat(second.text("/tier")).isEqualTo("MEDIUM");
        assertThat(second.text("/nextReturn")).isEqualTo(third.plusWeeks(26).toString());
        assertThat(second.text("/factors/1/factor")).isEqualTo("UNPAID_CONTRIBUTION");
        assertThat(second.text("/factors/1/count")).isEqualTo(String.valueOf(playing.unpaid));

        LocalDate fifth = year.period(5).first();
        for (int period = playing.unpaid + 1; period <= 6; period++) {
            fallsDue(budget, year.period(period).id().toString(), fifth);
        }
        Reply last = score(budget, fifth);
        assertThat(last.text("/score")).isEqualTo("7");
        assertThat(last.text("/tier")).isEqualTo("HIGH");
        assertThat(last.text("/nextReturn")).isEqualTo(fifth.plusWeeks(13).toString());
        Reply seen = ledger.as("auditor").get(budget.path() + "/reviews").granted();
        assertThat(seen.text("/monitoring/tier")).isEqualTo("HIGH");
        assertThat(seen.text("/monitoring/factors/1/points")).isEqualTo("6");
        new Books(ledger, budget.budget).areInOrder();
    }

    private void fallsDue(DirectPayment budget, String period, LocalDate today) {
        ledger.as("contributions-officer")
                .on(today)
                .post(budget.path() + "/contribution-dues", "period", period)
                .granted();
    }

    private Reply score(DirectPayment budget, LocalDate today) {
        return ledger.as("reconciler")
                .on(today)
                .post(budget.path() + "/monitoring-scores")
                .granted();
    }

    private Reply review(DirectPayment budget, String kind, LocalDate on, String findings) {
        return ledger.as("practitioner")
                .on(on)
                .post(budget.path() + "/reviews", "kind", kind, "on", on, "findings", findings)
                .granted();
    }

    private String due(DirectPayment budget) {
        Reply reviews =
                ledger.as("practitioner").get(budget.path() + "/reviews").granted();
        return reviews.text("/due/0/kind") + " " + reviews.text("/due/0/dueOn") + ", " + reviews.text("/due/1/kind")
                + " " + reviews.text("/due/1/dueOn");
    }

    private void isDueBy(DirectPayment budget, LocalDate day, boolean expected) {
        Reply due = ledger.as("practitioner")
                .get("/reviews?limit=1000&dueBy=" + day)
                .granted();
        assertThat(due.body().contains(budget.budget)).isEqualTo(expected);
    }

    private DirectPayment budget(LocalDate starts) {
        return new DirectPayment(
                ledger, starts, "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
    }
}
