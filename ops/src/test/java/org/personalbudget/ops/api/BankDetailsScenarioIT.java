package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ops.api.RunningLedger.Year;
import tools.jackson.databind.JsonNode;

/** Bank details that are wrong, and those that somebody wants to be wrong: S13 and S27, with other amounts. */
class BankDetailsScenarioIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();
    private final PayRuns runs = new PayRuns(ledger);

    @AfterAll
    static void close() {
        ledger.close();
    }

    /**
     * @param earned what the supplier is owed, in pence
     * @param wrong an account number that fails the modulus check of 08-99-99
     * @param right one that passes it
     * @param period in which it is played
     */
    record Playing(long earned, String wrong, String right, int period) {

        static final Playing OF_THE_BOOK = new Playing(110000, PayRuns.WRONG_NUMBER, PayRuns.NUMBER, 3);

        static Playing of(long seed, int period) {
            Random random = new Random(seed);
            while (true) {
                String number = "%08d".formatted(random.nextInt(100_000_000));
                String next = number.substring(0, 7) + (number.charAt(7) - '0' + 1) % 10;
                if (passes(number)) return new Playing(1_000 + random.nextInt(90_000), next, number, period);
            }
        }

        /** Modulus 10 with the weights 0 0 0 0 0 0 7 1 3 7 1 3 7 1, as the sample table has them for 08-99-99. */
        private static boolean passes(String number) {
            int[] weights = {7, 1, 3, 7, 1, 3, 7, 1};
            int sum = 0;
            for (int i = 0; i < 8; i++) sum += weights[i] * (number.charAt(i) - '0');
            return sum % 10 == 0;
        }
    }

    static Stream<Playing> playings() {
        return Stream.of(Playing.OF_THE_BOOK, Playing.of(271, 5), Playing.of(272, 7), Playing.of(273, 9));
    }

    @ParameterizedTest
    @MethodSource("playings")
    void s13NoAccountOfThatNumberAndNoOtherName(Playing playing) {
        Year year = ledger.nextYear();
        LocalDate day = year.period(playing.period).first();
        DirectPayment budget = budget(year);
        String account = budget.path() + "/accounts/" + budget.account("NET", year.starts());

        runs.propose(account, playing.wrong, day)
                .refused(422, "modulus-check-failed")
                .about("/accountNumber");
        assertThat(versions(account).size()).isZero();
        runs.propose(account, playing.right, day).granted();
        runs.propose(account, playing.right, day).refused(409, "same-bank-details");
        ledger.as("payments-officer").post(account + "/bank-details/1/approval").refused(403, "role-may-not");
        assertThat(runs.approve(account, "1", day).granted().text("/standing")).isEqualTo("APPROVED");
        JsonNode shown = versions(account).get(0);
        assertThat(shown.get("accountNumber").asString()).isEqualTo("****" + playing.right.substring(4));
        assertThat(shown.toString()).doesNotContain(playing.right).doesNotContain("089999");
        assertThat(shown.get("modulusCheck").asString()).isEqualTo("VALID");

        checked(account, "20-00-01", "NO_MATCH", day).granted();
        runs.approve(account, "2", day).refused(422, "payee-does-not-match");
        checked(account, "20-00-02", "CLOSE_MATCH", day).granted();
        runs.approve(account, "2", day).refused(409, "bank-details-not-open");
        Client approver = ledger.as("payments-approver");
        approver.post(account + "/bank-details/3/approval")
                .refused(422, "evidence-needed")
                .about("/evidence");
        Reply changed = runs.approve(account, "3", day).granted();
        assertThat(changed.text("/inForceFrom")).startsWith(day.plusDays(2).toString());
        assertThat(versions(account).get(2).get("evidence").asString()).contains("Called back");
        String history = ledger.as("auditor")
                .get(budget.path() + "/history?limit=1000&after=" + changed.position())
                .granted()
                .body();
        assertThat(history)
                .contains("BankDetailsApproved")
                .doesNotContain(playing.right)
                .doesNotContain("Ms A Person");
        new Books(ledger, budget.budget).areInOrder();
    }

    private Reply checked(String payee, String sortCode, String check, LocalDate day) {
        return ledger.as("payments-officer")
                .on(day)
                .post(
                        payee + "/bank-details",
                        "sortCode",
                        sortCode,
                        "accountNumber",
                        "12345678",
                        "name",
                        "Ms A Person",
                        "payeeCheck",
                        check);
    }

    private JsonNode versions(String payee) {
        return ledger.as("payments-approver")
                .get(payee + "/bank-details")
                .granted()
                .json()
                .get("versions");
    }

    /**
     * The day before the run somebody writes that the supplier has a new account. It is proposed, and not approved without
     * a call back; then it cools off. The run pays the old account and says so; two days later the new one is paid.
     */
    @ParameterizedTest
    @MethodSource("playings")
    void s27AChangeOnTheEveOfARunIsNotPaidTo(Playing playing) {
        Year year = ledger.nextYear();
        Period period = year.period(playing.period);
        LocalDate today = period.first().plusDays(8);
        DirectPayment budget = budget(year);
        String supplier = supplier(today);
        runs.details("/suppliers/" + supplier, PayRuns.NUMBER, today.minusDays(5));
        earn(budget, supplier, playing.earned, period, today);

        checked("/suppliers/" + supplier, "20-00-01", "MATCH", today).granted();
        ledger.as("payments-approver")
                .post("/suppliers/" + supplier + "/bank-details/2/approval")
                .refused(422, "evidence-needed");
        Reply first = runs.build("SUPPLIERS", today.plusDays(2), today);
        assertOldIsPaid(first, budget, playing);
        ledger.as("payments-approver")
                .post("/pay-runs/" + first.text("/runId") + "/cancellation")
                .granted();
        runs.approve("/suppliers/" + supplier, "2", today).granted();

        Reply run = runs.build("SUPPLIERS", today.plusDays(2), today.plusDays(1));
        assertOldIsPaid(run, budget, playing);
        Reply approved = runs.approve(run, today.plusDays(1));
        assertThat(runs.file(approved, "bacs18")).contains("08999966374958").doesNotContain("20000112345678");
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("PaymentSubmitted"))
                .containsExactly("Dr 2000/LA " + text(playing.earned), "Cr 1100/LA " + text(playing.earned));

        earn(budget, supplier, playing.earned + 1, period, today.plusDays(3));
        Reply later = runs.build("SUPPLIERS", today.plusDays(5), today.plusDays(3));
        assertThat(runs.of(later, "alerts", budget.budget)).isEmpty();
        assertThat(runs.itemsOf(later, budget.budget).getFirst().get("details").asInt())
                .isEqualTo(2);
        assertThat(later.json().at("/variance/changed").asInt()).isEqualTo(1);
        assertThat(later.text("/variance/previousRunId")).isEqualTo(run.text("/runId"));
        assertThat(runs.file(runs.approve(later, today.plusDays(3)), "bacs18")).contains("20000112345678");
        books.areInOrder();
    }

    /**
     * A run is built, and then somebody writes that a supplier has a new account. Whoever approves the run is told first,
     * under another hash: that a change is proposed; and, once it is in force, that the old account is not paid any more.
     */
    @Test
    void s27AChangeAfterTheRunWasBuiltIsSeenByWhoeverApprovesIt() {
        Year year = ledger.nextYear();
        Period period = year.period(4);
        LocalDate today = period.first().plusDays(8);
        DirectPayment budget = budget(year);
        String changing = supplier(today);
        String kept = supplier(today);
        for (String each : List.of(changing, kept)) {
            runs.details("/suppliers/" + each, PayRuns.NUMBER, today.minusDays(5));
        }
        earn(budget, changing, 10_000, period, today);
        earn(budget, kept, 20_000, period, today);
        Reply built = runs.build("SUPPLIERS", today.plusDays(2), today);
        assertThat(built.text("/alertCount")).isEqualTo("0");

        checked("/suppliers/" + changing, "20-00-01", "MATCH", today).granted();
        Reply alerted = seenAgain(built, today);
        assertThat(alerted.text("/alertCount")).isEqualTo("1");
        assertThat(alerted.text("/alerts/0/awaited")).isEqualTo("2");
        assertThat(alerted.text("/totals/amount")).isEqualTo(built.text("/totals/amount"));

        runs.approve("/suppliers/" + changing, "2", today).granted();
        LocalDate later = today.plusDays(3);
        Reply dropped = seenAgain(alerted, later);
        JsonNode gone = runs.of(dropped, "dropped", budget.budget).getFirst();
        assertThat(gone.get("dropped").asString()).isEqualTo("details-not-paid-to");
        assertThat(gone.get("amount").asString()).isEqualTo("100.00");
        assertThat(Pence.of(built.text("/totals/amount")) - Pence.of(dropped.text("/totals/amount")))
                .isEqualTo(10_000);
        Reply released = runs.approve(dropped, later);
        assertThat(released.text("/released/amount")).isEqualTo(dropped.text("/totals/amount"));
        assertThat(released.json().get("released")).isEqualTo(released.json().get("totals"));
        assertThat(runs.file(released, "bacs18")).doesNotContain("20000112345678");
        assertThat(runs.file(released, "pain.001"))
                .doesNotContain(gone.get("endToEndId").asString());

        Reply next = runs.build("SUPPLIERS", later.plusDays(2), later);
        assertThat(runs.itemsOf(next, budget.budget))
                .singleElement()
                .satisfies(item -> assertThat(item.get("details").asInt()).isEqualTo(2));
        new Books(ledger, budget.budget).areInOrder();
    }

    /** Not approved under the hash that was seen; what is shown now has another. */
    private Reply seenAgain(Reply seen, LocalDate day) {
        String run = "/pay-runs/" + seen.text("/runId");
        ledger.as("payments-approver")
                .on(day)
                .post(run + "/approval", "hash", seen.text("/hash"))
                .refused(409, "pay-run-hash-differs")
                .about("/hash");
        Reply again = ledger.as("payments-approver").get(run).granted();
        assertThat(again.text("/status")).isEqualTo("BUILT");
        assertThat(again.text("/hash")).isNotEqualTo(seen.text("/hash"));
        return again;
    }

    /** One payee that no file can name would keep everybody else's money back. */
    @Test
    void aPayeeWhomNoFileCanNameIsInNoRun() {
        Year year = ledger.nextYear();
        Period period = year.period(4);
        LocalDate today = period.first().plusDays(8);
        DirectPayment budget = budget(year);
        String account = budget.account("GROSS", year.starts());
        String supplier = "/suppliers/" + supplier(today);
        for (String name :
                List.of("\u674e\u5c0f\u9f8d", "--", "\u2014\u2014", "Ann \ud83d\ude00", "\u0645\u062d\u0645\u062f")) {
            Reply refused = named(supplier, name, today)
                    .refused(400, "payee-not-writable")
                    .about("/name");
            assertThat(refused.text("/detail")).contains("payment file").doesNotContain(name);
        }
        named(supplier, "L\u012b \u674e", today).granted();
        runs.approve(supplier, "1", today).granted();

        runs.details(budget.path() + "/accounts/" + account, PayRuns.NUMBER, today);
        ledger.as("admin").send("DELETE", "/people/" + budget.person, null).granted();
        Reply run = runs.build("MAIN", period.first(), today);
        assertThat(runs.itemsOf(run, budget.budget)).isEmpty();
        assertThat(runs.of(run, "excluded", budget.budget)
                        .getFirst()
                        .get("reason")
                        .asString())
                .isEqualTo("NO_DETAILS");
    }

    private Reply named(String payee, String name, LocalDate day) {
        return ledger.as("payments-officer")
                .on(day)
                .post(
                        payee + "/bank-details",
                        "sortCode",
                        PayRuns.SORT_CODE,
                        "accountNumber",
                        PayRuns.NUMBER,
                        "name",
                        name);
    }

    private void assertOldIsPaid(Reply run, DirectPayment budget, Playing playing) {
        JsonNode item = runs.itemsOf(run, budget.budget).getFirst();
        assertThat(item.get("details").asInt()).isEqualTo(1);
        assertThat(item.get("amount").asString()).isEqualTo(text(playing.earned));
        JsonNode alert = runs.of(run, "alerts", budget.budget).getFirst();
        assertThat(alert.get("code").asString()).isEqualTo("BANK_DETAILS_CHANGING");
        assertThat(alert.get("details").asInt()).isEqualTo(1);
        assertThat(alert.get("awaited").asInt()).isEqualTo(2);
    }

    private DirectPayment budget(Year year) {
        return new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
    }

    private String supplier(LocalDate today) {
        return ledger.as("invoice-officer")
                .on(today.minusDays(5))
                .post("/suppliers", "supplierRef", "S-" + UUID.randomUUID(), "kind", "AGENCY")
                .granted()
                .text("/supplierId");
    }

    private void earn(DirectPayment budget, String supplier, long pence, Period period, LocalDate today) {
        ledger.as("invoice-officer")
                .on(today)
                .post(
                        budget.path() + "/provider-payments",
                        "supplierId",
                        supplier,
                        "lineId",
                        "care",
                        "amount",
                        text(pence),
                        "serviceFrom",
                        period.first().minusDays(28),
                        "serviceTo",
                        period.first().minusDays(1))
                .granted();
    }
}
