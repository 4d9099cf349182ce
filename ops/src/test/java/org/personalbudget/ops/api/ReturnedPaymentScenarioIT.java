package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ops.api.RunningLedger.Year;
import tools.jackson.databind.JsonNode;

/** A payment that comes back: S12 with real files, other reasons, and a payee of whom the bank says that they died. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReturnedPaymentScenarioIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();
    private static final String OTHER_NUMBER = "66374961";

    private final PayRuns runs = new PayRuns(ledger);

    @AfterAll
    static void close() {
        ledger.close();
    }

    /**
     * @param flexible what of the weekly 275.00 + flexible is flexible, in pence
     * @param code why the bank sent it back
     * @param iso whether the bank says so in ISO 20022 (camt.054), else in a Bacs report
     * @param entry the day the first attempt was to be there
     */
    record Playing(int year, int period, long flexible, long contribution, String code, boolean iso, String entry) {

        static final Playing OF_THE_BOOK = new Playing(2025, 6, 3500, 4210, "B", false, "2025-08-22");

        static Playing of(long seed, int year, int period, String code, boolean iso, String entry) {
            Random random = new Random(seed);
            return new Playing(
                    year, period, 2000 + random.nextInt(4000), 1000 + random.nextInt(3000), code, iso, entry);
        }

        long net() {
            return 4 * (27500 + flexible - contribution);
        }
    }

    static Stream<Playing> playings() {
        return Stream.of(
                Playing.of(121, 2016, 4, "0", false, "2016-06-27"),
                Playing.of(122, 2017, 4, "AC04", true, "2017-06-26"),
                Playing.of(123, 2018, 4, "5", false, "2018-06-25"),
                Playing.OF_THE_BOOK);
    }

    /**
     * P06 of 2025 begins on a bank holiday, so 1,071.60 is paid on Friday 22 August, which lies in P05. It comes back with
     * code B; the details are blocked, the payment is tried again once others are approved and have cooled off.
     */
    @Order(1)
    @ParameterizedTest
    @MethodSource("playings")
    void s12OnePaymentTwoAttempts(Playing playing) {
        Year year = new Year(playing.year);
        Period period = year.period(playing.period);
        LocalDate entry = LocalDate.parse(playing.entry);
        DirectPayment budget = budget(year, playing);
        String account = budget.account("NET", year.starts());
        String payee = budget.path() + "/accounts/" + account;
        runs.details(payee, PayRuns.NUMBER, entry.minusDays(10));
        Reply main = runs.build("MAIN", period.first(), entry.minusDays(4));
        assertThat(main.text("/dates/payOn")).isEqualTo(playing.entry);
        assertThat(main.text("/period")).isEqualTo(period.id().toString());
        runs.approve(main, entry.minusDays(4));
        JsonNode item = runs.itemsOf(main, budget.budget).getFirst();
        Books books = new Books(ledger, budget.budget);

        LocalDate back = entry.plusDays(4);
        String report = reportOf(playing, item, entry, back);
        Reply taken = runs.report(report, back).granted();

        assertThat(taken.json().get("applied").asInt()).isEqualTo(1);
        assertThat(books.postedBy("PaymentReturned"))
                .containsExactly("Dr 1000/LA " + text(playing.net()), "Cr 1190/LA " + text(playing.net()));
        JsonNode blocked = details(payee).get(0);
        assertThat(blocked.get("standing").asString()).isEqualTo("BLOCKED");
        assertThat(blocked.get("blockCode").asString()).isEqualTo(playing.code.equals("AC04") ? "B" : playing.code);
        reportedTwiceNothingChanges(report, back);

        String payment = item.get("paymentId").asString();
        Reply reissued = ledger.as("payments-officer")
                .post("/payments/" + payment + "/reissue")
                .granted();
        assertThat(reissued.json().get("attempt").asInt()).isEqualTo(2);
        assertThat(books.postedBy("PaymentReissued"))
                .containsExactly("Dr 1190/LA " + text(playing.net()), "Cr 2200/LA " + text(playing.net()));
        Reply none = runs.build("CATCH_UP", back.plusDays(2), back);
        assertThat(runs.itemsOf(none, budget.budget)).isEmpty();
        assertExcluded(none, budget, "BLOCKED");
        runs.details(payee, OTHER_NUMBER, back);
        assertExcluded(runs.build("CATCH_UP", back.plusDays(2), back), budget, "COOLING_OFF");

        LocalDate again = back.plusDays(2);
        cancelOthers(none);
        Reply catchUp = runs.build("CATCH_UP", again.plusDays(5), again);
        JsonNode second = runs.itemsOf(catchUp, budget.budget).getFirst();
        assertThat(second.get("attempt").asInt()).isEqualTo(2);
        assertThat(second.get("paymentId").asString()).isEqualTo(payment);
        Reply approved = runs.approve(catchUp, again);
        assertThat(runs.file(approved, "bacs18")).contains("089999" + OTHER_NUMBER);
        LocalDate paidOn = LocalDate.parse(catchUp.text("/dates/payOn"));
        runs.report(
                        PayRuns.camt054(
                                "OUT-" + playing.year,
                                paidOn,
                                second.get("endToEndId").asString(),
                                text(playing.net()),
                                false,
                                ""),
                        paidOn)
                .granted();
        ledger.as("reconciler")
                .post("/payments/" + payment + "/settlement", "on", paidOn, "leg", "ACCOUNT")
                .granted();
        assertThat(books.total("1190")).isZero();
        assertThat(books.total("2200")).isZero();
        assertThat(books.total("1100")).isZero();
        assertThat(books.total("1000")).isEqualTo(-playing.net());
        assertThat(books.total("1200")).isEqualTo(playing.net());
        assertThat(books.postedBy("InstalmentApproved")).hasSize(2);
        if (playing == Playing.OF_THE_BOOK) paidInP05ForP06(budget);
        books.areInOrder();
    }

    private void paidInP05ForP06(DirectPayment budget) {
        JsonNode entries = ledger.as("auditor")
                .get("/journal?budgetId=" + budget.budget + "&limit=1000")
                .granted()
                .json()
                .get("entries");
        for (JsonNode each : entries) {
            if (!each.get("event").asString().equals("PaymentSettled")) continue;
            assertThat(each.get("postingPeriod").asString())
                    .isEqualTo(each.get("effectiveOn").asString().equals("2025-08-22") ? "2025-P05" : "2025-P06");
        }
    }

    private static String reportOf(Playing playing, JsonNode item, LocalDate entry, LocalDate back) {
        String endToEnd = item.get("endToEndId").asString();
        String amount = text(playing.net());
        if (playing.iso) return PayRuns.camt054("R-" + playing.year, back, endToEnd, amount, true, playing.code);
        String reference = endToEnd.substring(0, 16).toUpperCase(java.util.Locale.ROOT) + endToEnd.substring(32);
        return PayRuns.arucs("017", back, entry, reference, amount, playing.code);
    }

    private JsonNode details(String payee) {
        return ledger.as("payments-officer")
                .get(payee + "/bank-details")
                .granted()
                .json()
                .get("versions");
    }

    private void reportedTwiceNothingChanges(String report, LocalDate today) {
        long facts = ledger.facts();
        Reply again = runs.report(report, today).granted();
        assertThat(again.json().get("repeated").asBoolean()).isTrue();
        assertThat(again.json().get("applied").asInt()).isZero();
        assertThat(ledger.facts()).isEqualTo(facts);
    }

    private void assertExcluded(Reply run, DirectPayment budget, String reason) {
        assertThat(runs.of(run, "excluded", budget.budget)
                        .getFirst()
                        .get("reason")
                        .asString())
                .isEqualTo(reason);
    }

    /** What nobody approves is given up, so that it keeps nothing from being paid with another run. */
    private void cancelOthers(Reply run) {
        ledger.as("payments-officer")
                .post("/pay-runs/" + run.text("/runId") + "/cancellation")
                .granted();
    }

    private DirectPayment budget(Year year, Playing playing) {
        DirectPayment budget = new DirectPayment(
                ledger,
                year.starts(),
                text(27500 + playing.flexible),
                "12.5",
                "22.00",
                "275.00",
                text(playing.flexible),
                DirectPayment.allFrom("LA"));
        budget.contributes(text(playing.contribution), year.starts());
        return budget;
    }

    /** Code 2 says that the payee is dead: nothing goes out until a practitioner has found out. */
    @Order(2)
    @Test
    void theBankSaysThatSomebodyHasDied() {
        Playing playing = new Playing(2027, 3, 3500, 4210, "2", false, "");
        for (boolean dead : new boolean[] {false, true}) {
            Year year = new Year(dead ? 2028 : 2027);
            Period period = year.period(3);
            LocalDate today = period.first();
            DirectPayment budget = budget(year, playing);
            String account = budget.account("NET", year.starts());
            runs.details(budget.path() + "/accounts/" + account, PayRuns.NUMBER, today);
            Reply run = runs.build("MAIN", today, today);
            runs.approve(run, today);
            JsonNode item = runs.itemsOf(run, budget.budget).getFirst();
            runs.report(reportOf(playing, item, today, today), today).granted();

            assertThat(open(budget)).contains("DEATH_QUERIED");
            LocalDate next = period.first().plusWeeks(4);
            assertExcluded(runs.build("MAIN", next, next), budget, "DEATH_QUERIED");
            if (dead) {
                ledger.as("practitioner")
                        .post(budget.path() + "/death", "on", today)
                        .granted();
                assertThat(open(budget)).doesNotContain("DEATH_QUERIED");
                Reply after = runs.build("CATCH_UP", next, next);
                assertThat(runs.itemsOf(after, budget.budget)).isEmpty();
                Reply main = runs.build("MAIN", next.plusWeeks(4), next.plusWeeks(4));
                assertExcluded(main, budget, "DEAD");
            } else {
                Client practitioner = ledger.as("practitioner");
                String path = budget.path() + "/death-query/dismissal";
                practitioner.post(path).refused(400, "missing-field").about("/reason");
                practitioner.post(path, "reason", "She answered the telephone").granted();
                practitioner.post(path, "reason", "Once more").refused(409, "no-death-query");
                assertThat(open(budget)).doesNotContain("DEATH_QUERIED");
            }
            new Books(ledger, budget.budget).areInOrder();
        }
    }

    private java.util.List<String> open(DirectPayment budget) {
        java.util.List<String> open = new java.util.ArrayList<>();
        JsonNode exceptions =
                ledger.as("practitioner").get(budget.path()).granted().json().get("exceptions");
        for (JsonNode each : exceptions) {
            if (each.get("open").asBoolean()) open.add(each.get("kind").asString());
        }
        return open;
    }

    @Order(3)
    @Test
    void whatIsNotOursIsListedAndWhatCannotBeReadIsToldWithItsPlace() {
        LocalDate today = new Year(2029).starts();
        Reply taken = runs.report(
                        PayRuns.camt054("X", today, "0123456789abcdef0123456789abcdef01", "12.00", false, ""), today)
                .granted();
        assertThat(taken.json().get("unknown").asInt()).isEqualTo(1);
        assertThat(taken.text("/results/0/status")).isEqualTo("UNKNOWN");
        long facts = ledger.facts();
        runs.report(PayRuns.camt054("X", today, "E", "12.00", false, "").substring(0, 500), today)
                .refused(422, "file-unreadable");
        runs.report("", today).refused(422, "file-unreadable");
        runs.report("<!DOCTYPE a [<!ENTITY b \"c\">]><BACSDocument>&b;</BACSDocument>", today)
                .refused(422, "file-unreadable");
        assertThat(ledger.facts()).isEqualTo(facts);
    }
}
