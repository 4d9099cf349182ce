package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ops.api.RunningLedger.Year;
import tools.jackson.databind.JsonNode;

/** A main run from its building to the bank's report: the Bacs days of S01, and other amounts and years. */
class PayRunScenarioIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();
    private final PayRuns runs = new PayRuns(ledger);

    @AfterAll
    static void close() {
        ledger.close();
    }

    /**
     * @param rate of one hour of care, in pence; the other figures too
     * @param hours hundredths of an hour a week
     * @param input the day on which the file has to be with Bacs
     * @param processing the working day after it
     * @param entry the working day after that: the first of the period, or the last working day before
     */
    record Playing(
            int year,
            int period,
            long rate,
            long hours,
            long flexible,
            long contribution,
            String input,
            String processing,
            String entry) {

        static Playing seeded(long seed, int year, int period, String input, String processing, String entry) {
            Random random = new Random(seed);
            return new Playing(
                    year,
                    period,
                    1500 + 4 * random.nextInt(400),
                    400 + 25 * random.nextInt(20),
                    2000 + random.nextInt(4000),
                    1000 + random.nextInt(3000),
                    input,
                    processing,
                    entry);
        }

        long care() {
            return rate * hours / 100;
        }

        long net() {
            return 4 * (care() + flexible - contribution);
        }

        LocalDate day(String date) {
            return LocalDate.parse(date);
        }
    }

    /** P03 of 2016 and P02 of 2021 begin on a bank holiday, and are paid on the Friday before. */
    static Stream<Playing> playings() {
        return Stream.of(
                Playing.seeded(11, 2016, 3, "2016-05-25", "2016-05-26", "2016-05-27"),
                Playing.seeded(12, 2017, 6, "2017-08-17", "2017-08-18", "2017-08-21"),
                Playing.seeded(13, 2021, 2, "2021-04-28", "2021-04-29", "2021-04-30"),
                new Playing(2025, 3, 2200, 1250, 3500, 4210, "2025-05-29", "2025-05-30", "2025-06-02"));
    }

    @ParameterizedTest
    @MethodSource("playings")
    void s01TheRunIsPaidOnItsThreeBacsDays(Playing playing) {
        Year year = new Year(playing.year);
        Period period = year.period(playing.period);
        LocalDate input = playing.day(playing.input);
        DirectPayment budget = budget(playing, year);
        String account = budget.account("NET", year.starts());
        runs.details(budget.path() + "/accounts/" + account, PayRuns.NUMBER, input.minusDays(3));

        Reply built = runs.build("MAIN", period.first(), input);

        assertThat(built.text("/status")).isEqualTo("BUILT");
        assertThat(built.text("/period")).isEqualTo(period.id().toString());
        assertThat(built.text("/dates/input")).isEqualTo(playing.input);
        assertThat(built.text("/dates/processing")).isEqualTo(playing.processing);
        assertThat(built.text("/dates/payOn")).isEqualTo(playing.entry);
        assertThat(built.json().get("late").asBoolean()).isFalse();
        runs.addsUp(built);
        List<JsonNode> items = runs.itemsOf(built, budget.budget);
        assertThat(items).hasSize(1);
        JsonNode item = items.getFirst();
        assertThat(item.get("amount").asString()).isEqualTo(text(playing.net()));
        Books books = new Books(ledger, budget.budget);
        assertThat(books.total("1190")).isEqualTo(playing.net());
        assertThat(books.total("2200")).isEqualTo(-playing.net());

        Reply approved = approvedOnce(built, input);
        assertThat(books.postedBy("PaymentSubmitted"))
                .containsExactly("Dr 2200/LA " + text(playing.net()), "Cr 1100/LA " + text(playing.net()));
        filesAreTheSameEachTime(approved, playing, item);
        LocalDate entry = playing.day(playing.entry);
        String report = PayRuns.camt054(
                "C-" + playing.year, entry, item.get("endToEndId").asString(), text(playing.net()), false, "");
        Reply settled = runs.report(report, entry).granted();
        assertThat(settled.json().get("applied").asInt()).isEqualTo(1);
        assertThat(books.postedBy("PaymentSettled"))
                .containsExactly("Dr 1100/LA " + text(playing.net()), "Cr 1000/LA " + text(playing.net()));
        reportedTwiceNothingChanges(report, entry);
        ledger.as("reconciler")
                .post("/payments/" + item.get("paymentId").asString() + "/settlement", "on", entry, "leg", "ACCOUNT")
                .granted();
        assertThat(books.postedBy("AccountCredited"))
                .containsExactly("Dr 1200/LA " + text(playing.net()), "Cr 1190/LA " + text(playing.net()));
        assertThat(books.total("1190")).isZero();
        assertThat(books.total("2200")).isZero();
        assertThat(books.total("1100")).isZero();
        books.areInOrder();
    }

    private DirectPayment budget(Playing playing, Year year) {
        DirectPayment budget = new DirectPayment(
                ledger,
                year.starts(),
                text(playing.care() + playing.flexible),
                BigDecimal.valueOf(playing.hours, 2).toPlainString(),
                text(playing.rate),
                text(playing.care()),
                text(playing.flexible),
                DirectPayment.allFrom("LA"));
        budget.contributes(text(playing.contribution), year.starts());
        return budget;
    }

    /** What was seen is what is approved, by another person; and only then can it be written, and go to the bank once. */
    private Reply approvedOnce(Reply built, LocalDate today) {
        String run = "/pay-runs/" + built.text("/runId");
        Client approver = ledger.as("payments-approver");
        approver.post(run + "/approval", "hash", "0".repeat(64)).refused(409, "pay-run-hash-differs");
        approver.post(run + "/approval", "hash", "yes")
                .refused(400, "not-a-hash")
                .about("/hash");
        ledger.as("payments-officer")
                .post(run + "/approval", "hash", built.text("/hash"))
                .refused(403, "role-may-not");
        ledger.as("payments-officer").get(run + "/file?format=bacs18").refused(409, "pay-run-not-ready");
        ledger.as("payments-officer").post(run + "/submission").refused(409, "pay-run-not-ready");
        Reply approved = runs.approve(built, today);
        assertThat(approved.json().get("released")).isEqualTo(built.json().get("totals"));
        approver.post(run + "/approval", "hash", built.text("/hash")).refused(409, "pay-run-not-ready");
        return approved;
    }

    private void filesAreTheSameEachTime(Reply approved, Playing playing, JsonNode item) {
        String bacs = runs.file(approved, "bacs18");
        String pain = runs.file(approved, "pain.001");
        String yyddd = "%02d%03d"
                .formatted(
                        playing.day(playing.processing).getYear() % 100,
                        playing.day(playing.processing).getDayOfYear());
        assertThat(bacs.lines()
                        .filter(line -> line.startsWith("UHL1"))
                        .findFirst()
                        .orElseThrow())
                .startsWith("UHL1 " + yyddd);
        assertThat(bacs.lines().filter(line -> line.length() == 106))
                .allSatisfy(line -> assertThat(line).endsWith(" " + yyddd))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("08999966374958")
                        .contains("%011d".formatted(playing.net()))
                        .contains(item.get("endToEndId")
                                .asString()
                                .substring(0, 16)
                                .toUpperCase(java.util.Locale.ROOT)));
        assertThat(pain)
                .contains("<EndToEndId>" + item.get("endToEndId").asString() + "</EndToEndId>")
                .contains(playing.entry)
                .contains(text(playing.net()))
                .contains("<CtrlSum>" + approved.text("/released/amount") + "</CtrlSum>");
        String run = "/pay-runs/" + approved.text("/runId");
        Client officer = ledger.as("payments-officer");
        officer.post(run + "/submission").granted();
        officer.post(run + "/submission").refused(409, "pay-run-already-submitted");
        assertThat(runs.file(approved, "bacs18")).isEqualTo(bacs);
        assertThat(runs.file(approved, "pain.001")).isEqualTo(pain);
        officer.get(run + "/file?format=csv").refused(400, "unknown-format");
    }

    private void reportedTwiceNothingChanges(String report, LocalDate today) {
        long facts = ledger.facts();
        Reply again = runs.report(report, today).granted();
        assertThat(again.json().get("repeated").asBoolean()).isTrue();
        assertThat(again.json().get("applied").asInt()).isZero();
        assertThat(again.json().get("unchanged").asInt()).isEqualTo(1);
        assertThat(ledger.facts()).isEqualTo(facts);
    }
}
