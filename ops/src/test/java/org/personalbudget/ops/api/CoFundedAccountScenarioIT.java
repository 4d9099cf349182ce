package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;

/**
 * A direct payment that the council and the NHS share 70/30; the council pays for both and is paid back.
 *
 * <p>310.00 a week is 1,240.00 a period: 868.00 of the council's, 372.00 of the NHS's. The contribution of 42.10 a week,
 * 168.40, is kept back from the council's part alone: 699.60 and 372.00 go into the account, 168.40 follow from the
 * person. A spend of 35.00 is taken from the books 868.00 and 372.00: 24.50 and 10.50; inside the council's 24.50 from
 * 699.60 and 168.40. From the moment the instalment arrives the NHS owes 372.00, and the council holds 372.00 of its
 * money: in the account, under query, or to be paid back, never more nor less. Asking for the 372.00 therefore posts
 * nothing, and when it is paid nothing is owed any more.
 */
class CoFundedAccountScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * One playing.
     *
     * @param share of the council in hundredths of a percent
     * @param contribution a week, in pence
     * @param spend accepted, in pence
     * @param queried serves nothing in the plan, in pence
     */
    record Playing(long share, long contribution, long spend, long queried, int period) {

        static Playing of(long seed) {
            Random random = new Random(seed);
            return new Playing(
                    2000 + random.nextInt(7999),
                    random.nextInt(6000),
                    1 + random.nextInt(14000),
                    1 + random.nextInt(20000),
                    1 + random.nextInt(12));
        }

        List<Map<String, Object>> funders() {
            return List.of(funder("LA", share), funder("ICB", 10_000 - share));
        }

        private static Map<String, Object> funder(String funder, long share) {
            return object(
                    "funder", funder, "share", BigDecimal.valueOf(share, 2).toPlainString());
        }
    }

    static Stream<Playing> playings() {
        return Stream.of(new Playing(7000, 4210, 3500, 6000, 3), Playing.of(31), Playing.of(3107), Playing.of(310));
    }

    @ParameterizedTest
    @MethodSource("playings")
    void theCoFunderOwesItsPartOfTheAccountAndNeverAPennyElse(Playing playing) {
        var year = ledger.nextYear();
        Period period = year.period(playing.period);
        LocalDate day = period.first();
        DirectPayment budget = new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", playing.funders());
        if (playing.contribution > 0) budget.contributes(text(playing.contribution), year.starts());
        String account = budget.account("NET", year.starts());
        Books books = new Books(ledger, budget.budget);
        List<Long> parts = split(124000, List.of(playing.share, 10_000 - playing.share));
        long icb = parts.get(1);
        long kept = 4 * playing.contribution;
        if (playing.share == 7000) assertThat(List.of(parts.get(0) - kept, icb)).containsExactly(69960L, 37200L);

        Reply instalment = budget.instalment(period.id().toString(), day);
        assertThat(instalment.text("/payable")).isEqualTo(text(124000 - kept));
        assertThat(books.advancedBy("ICB")).isZero();

        budget.paid(instalment.text("/paymentId"), day, day);
        assertThat(books.advancedBy("ICB")).isEqualTo(icb);
        assertThat(books.total("1500")).isEqualTo(icb);

        if (kept > 0) {
            ledger.as("reconciler")
                    .post(
                            budget.path() + "/contribution-payments",
                            "accountId",
                            account,
                            "amount",
                            text(kept),
                            "on",
                            day)
                    .granted();
        }
        assertThat(books.advancedBy("ICB")).isEqualTo(icb);
        assertThat(Pence.of(books.account(account).get("balance").asString())).isEqualTo(124000);

        long spent = split(playing.spend, parts).get(1);
        budget.spend(account, text(playing.spend), day, "FLEXIBLE", "choir", null);
        assertThat(books.advancedBy("ICB")).isEqualTo(icb - spent);
        assertThat(books.total("4100")).isEqualTo(-spent);
        if (playing.share == 7000) assertThat(spent).isEqualTo(1050);

        Reply queried = ledger.as("reconciler")
                .post(
                        budget.path() + "/spend",
                        "accountId",
                        account,
                        "amount",
                        text(playing.queried),
                        "on",
                        day,
                        "category",
                        "RESPITE")
                .granted();
        assertThat(queried.text("/status")).isEqualTo("UNDER_QUERY");
        assertThat(books.advancedBy("ICB")).isEqualTo(icb - spent);
        assertThat(books.total("5800", "ICB")).isPositive();

        Reply asked = ledger.as("controller")
                .post(budget.path() + "/recharges", "funder", "ICB")
                .granted();
        assertThat(asked.text("/amount")).isEqualTo(text(icb));
        assertThat(asked.text("/advanced")).isEqualTo(text(icb));
        assertThat(books.postedBy("FunderRecharged")).isEmpty();
        assertThat(books.advancedBy("ICB")).isEqualTo(icb - spent);
        ledger.as("controller")
                .post(budget.path() + "/recharges", "funder", "ICB", "amount", "0.01")
                .refused(422, "exceeds-rechargeable");

        ledger.as("controller")
                .post(
                        budget.path() + "/recharges/" + asked.text("/rechargeId") + "/reductions",
                        "amount",
                        "0.01",
                        "reason",
                        "Asked too much")
                .refused(422, "exceeds-reducible");
        ledger.as("controller")
                .post(budget.path() + "/recharges/" + asked.text("/rechargeId") + "/payments", "on", day)
                .granted();
        assertThat(books.total("1500")).isZero();
        assertThat(books.advancedBy("ICB")).isEqualTo(icb - spent);
        books.areInOrder();
    }

    /** What the bank takes back is owed no more: 372.00 and nothing else. */
    @ParameterizedTest
    @MethodSource("playings")
    void whatComesBackFromTheAccountIsOwedNoMore(Playing playing) {
        var year = ledger.nextYear();
        Period period = year.period(playing.period);
        DirectPayment budget = new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", playing.funders());
        budget.account("NET", year.starts());
        Books books = new Books(ledger, budget.budget);
        String payment =
                budget.instalment(period.id().toString(), period.first()).text("/paymentId");
        budget.paid(payment, period.first(), period.first());

        ledger.as("payments-officer")
                .post("/payments/" + payment + "/return", "code", "B", "on", period.first())
                .granted();

        assertThat(books.advancedBy("ICB")).isZero();
        assertThat(books.total("1500")).isZero();
        ledger.as("controller")
                .post(budget.path() + "/recharges", "funder", "ICB")
                .refused(422, "amount-not-positive");
        books.areInOrder();
    }
}
