package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;
import tools.jackson.databind.JsonNode;

/**
 * A run from its building to the banks: one debit on the council's statement pays the whole file (R2), every account's own
 * statement shows its credit (R3), and one payment comes back. Nobody matches anything, and every account is proved.
 */
class PaidRunScenarioIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();
    private static long bank = 700_000_000;

    private final PayRuns runs = new PayRuns(ledger);
    private final Reconciling reconciling = new Reconciling(ledger);
    private final Client reconciler = ledger.as("reconciler");

    @AfterAll
    static void close() {
        ledger.close();
    }

    /**
     * @param named whether the bank names the file of its debit
     * @param report how the bank tells that a payment came back
     * @param credited whether it had been seen in the account by then
     */
    record Playing(long seed, int budgets, boolean named, Report report, boolean credited) {}

    enum Report {
        CAMT_054,
        ARUCS
    }

    private record Held(DirectPayment budget, String account, long net) {
        String file() {
            return "H" + account.substring(0, 16);
        }
    }

    static Stream<Playing> playings() {
        return Stream.of(
                new Playing(0, 3, true, Report.ARUCS, false),
                new Playing(201, 2, false, Report.CAMT_054, true),
                new Playing(202, 5, true, Report.CAMT_054, false),
                new Playing(203, 4, false, Report.ARUCS, true));
    }

    @ParameterizedTest
    @MethodSource("playings")
    void oneDebitPaysTheRunAndOnePaymentComesBack(Playing playing) {
        Random dice = new Random(playing.seed);
        var year = ledger.nextYear();
        Period period = year.period(2 + dice.nextInt(8));
        LocalDate built = period.first().minusDays(6);
        List<Held> council = new ArrayList<>();
        for (int i = 0; i < playing.budgets; i++) council.add(budget(year.starts(), dice));
        for (Held each : council) {
            runs.details(each.budget.path() + "/accounts/" + each.account, PayRuns.NUMBER, built);
        }
        Reply run = runs.build("MAIN", period.first(), built);
        LocalDate entry = LocalDate.parse(run.text("/dates/payOn"));
        Reply approved = runs.approve(run, LocalDate.parse(run.text("/dates/input")));
        for (Held each : council) {
            assertThat(runs.itemsOf(run, each.budget.budget))
                    .singleElement()
                    .satisfies(item -> assertThat(item.get("amount").asString()).isEqualTo(text(each.net)));
        }
        assertThat(runs.file(approved, "pain.001").split("<CtrlSum>")[1]).startsWith(approved.text("/released/amount"));
        ledger.as("payments-officer")
                .post("/pay-runs/" + run.text("/runId") + "/submission")
                .granted();

        theDebitIsTheFile(playing, approved, entry, council);
        Held back = council.getFirst();
        JsonNode item = runs.itemsOf(run, back.budget.budget).getFirst();
        for (Held each : council) if (each != back || playing.credited) credited(each, entry);
        comesBack(playing, back, item, entry);

        proved("1000", "OPENING_BALANCE");
        for (Held each : council) {
            proved(each.account);
            assertThat(reconciling.queue(each.account)).isEmpty();
            Books books = new Books(ledger, each.budget.budget);
            boolean kept = each != back;
            assertThat(books.total("1200")).isEqualTo(kept ? each.net : 0);
            assertThat(books.total("1000")).isEqualTo(kept ? -each.net : 0);
            assertThat(books.total("1100")).isZero();
            assertThat(books.total("2200")).isZero();
            assertThat(books.total("1190")).isZero();
        }
        assertThat(reconciling.queue("1000")).isEmpty();
        new Books(ledger, back.budget.budget).areInOrder();
    }

    private void theDebitIsTheFile(Playing playing, Reply run, LocalDate entry, List<Held> council) {
        long total = Pence.of(run.text("/released/amount"));
        int payments = run.json().at("/released/payments").asInt();
        CamtFile file = new CamtFile("PAIDRUN01", entry.minusDays(1), entry, bank);
        if (playing.named) file.batch(-total, entry, run.text("/runId").replace("-", ""), payments);
        else file.line(-total, entry, null, "BACS CONTRA");
        bank = file.closing();
        Reply taken = file.importedBy(reconciler.on(entry.plusDays(1)), "1000").granted();
        assertThat(taken.json().get("byRule").toString()).isEqualTo("{\"R2\":1}");
        assertThat(taken.text("/queued")).isEqualTo("0");
        for (Held each : council) {
            assertThat(new Books(ledger, each.budget.budget).postedBy("PaymentSettled"))
                    .containsExactly("Dr 1100/LA " + text(each.net), "Cr 1000/LA " + text(each.net));
        }
        assertThat(ledger.as("auditor")
                        .get("/statements/" + taken.text("/statementId"))
                        .granted()
                        .json()
                        .at("/lines/0/items"))
                .hasSize(payments);
    }

    private void credited(Held each, LocalDate entry) {
        Reply taken = new CamtFile(each.file(), entry.minusDays(1), entry.plusDays(1), 0)
                .line(each.net, entry, null, "COUNCIL DP")
                .importedBy(reconciler.on(entry.plusDays(2)), each.account)
                .granted();
        assertThat(taken.json().get("byRule").toString()).isEqualTo("{\"R3\":1}");
        assertThat(new Books(ledger, each.budget.budget).postedBy("AccountCredited"))
                .containsExactly("Dr 1200/LA " + text(each.net), "Cr 1190/LA " + text(each.net));
    }

    /** The report says so first; then the statements show it, and confirm what the ledger has. */
    private void comesBack(Playing playing, Held back, JsonNode item, LocalDate entry) {
        LocalDate day = entry.plusDays(3);
        String id = item.get("endToEndId").asString();
        String report = playing.report == Report.CAMT_054
                ? PayRuns.camt054("BACK-" + playing.seed, day, id, text(back.net), true, "AC04")
                : PayRuns.arucs("0" + playing.seed, day, entry, bacsReference(id), text(back.net), "B");
        assertThat(runs.report(report, day).granted().json().get("applied").asInt())
                .isEqualTo(1);
        Books books = new Books(ledger, back.budget.budget);
        assertThat(books.postedBy(playing.credited ? "AccountCreditReversed" : "PaymentReturned"))
                .containsExactly(
                        "Dr 1000/LA " + text(back.net),
                        "Cr " + (playing.credited ? "1200" : "1190") + "/LA " + text(back.net));
        CamtFile council =
                new CamtFile("PAIDRUN01", day, day, bank).line(back.net, day, id, "returned", null, null, "AC04");
        bank = council.closing();
        Reply taken = council.importedBy(reconciler.on(day.plusDays(1)), "1000").granted();
        assertThat(taken.text("/matched")).as(taken.body()).isEqualTo("1");
        if (!playing.credited) return;
        Reply gone = new CamtFile(back.file(), entry.plusDays(2), day, back.net)
                .line(-back.net, day, null, "COUNCIL DP RETURNED")
                .importedBy(reconciler, back.account)
                .granted();
        assertThat(gone.json().get("byRule").toString()).isEqualTo("{\"R3\":1}");
        assertThat(books.postedBy("AccountCreditReversed")).hasSize(2);
    }

    private static String bacsReference(String endToEndId) {
        return endToEndId.substring(0, 16).toUpperCase(Locale.ROOT) + endToEndId.substring(32);
    }

    /** Nothing is unexplained, and nothing is open. */
    private void proved(String account, String... others) {
        JsonNode proof = reconciling.proof(account);
        assertThat(proof.get("unexplained").asString()).as(proof.toString()).isEqualTo("0.00");
        assertThat(proof.get("items").valueStream().map(each -> each.get("why").asString()))
                .as(proof.toString())
                .containsExactly(others);
    }

    private Held budget(LocalDate starts, Random dice) {
        long weekly = 25_000 + 10L * dice.nextInt(2_000);
        long contribution = 2_000 + dice.nextInt(3_000);
        DirectPayment budget = new DirectPayment(
                ledger,
                starts,
                text(weekly),
                "1.00",
                "150.00",
                "150.00",
                text(weekly - 15_000),
                DirectPayment.allFrom("LA"));
        budget.contributes(text(contribution), starts);
        return new Held(budget, budget.account("NET", starts), (weekly - contribution) * 4);
    }
}
