package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ops.api.RunningLedger.Year;

/** What the rules say of invoices that are not as ordered: rates, tolerances, VAT, the end, prior periods, many lines. */
class InvoiceRulesScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /** @param rate from the third week on, in pence; 22.00 before */
    record NewRate(long rate) {}

    static Stream<NewRate> newRates() {
        return Stream.of(new NewRate(2_000), rate(3), rate(33), rate(333));
    }

    private static NewRate rate(long seed) {
        return new NewRate(1_500 + new Random(seed).nextInt(690));
    }

    @ParameterizedTest
    @MethodSource("newRates")
    void aRateThatChangesInTheMiddleOfTheService(NewRate rate) {
        Year year = ledger.nextYear();
        Period period = year.period(3);
        LocalDate middle = period.first().plusDays(14);
        Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        setRate(billed, "22.00", year.starts(), middle.minusDays(1));
        setRate(billed, text(rate.rate), middle, null);
        ledger.as("auditor").on(period.last()).get("/trial-balance").granted();
        long second = 25 * rate.rate;
        String whole = text(55_000 + second);

        Reply two = billed.submit(billed.invoice(
                        "A-1",
                        period.first(),
                        period.last(),
                        List.of(
                                dated("1", "25", "22.00", "550.00", period.first(), middle.minusDays(1)),
                                dated("2", "25", text(rate.rate), text(second), middle, period.last())),
                        whole,
                        "0.00",
                        whole))
                .granted();

        assertThat(two.text("/status")).isEqualTo("APPROVED");
        assertThat(two.json().get("paymentIds")).hasSize(1);
        Books books = new Books(ledger, billed.budget);
        assertThat(books.total("5000")).isEqualTo(55_000 + second);
        assertThat(billed.shown(two.text("/invoiceId")).json().get("lines")).hasSize(2);

        Period next = year.period(4);
        ledger.as("auditor").on(next.last()).get("/trial-balance").granted();
        Reply old = billed.submit(billed.invoice("A-2", next, "50", "22.00", "1100.00"))
                .granted();
        assertThat(old.text("/status")).isEqualTo("PART_APPROVED");
        assertThat(old.text("/reasons/0/code")).isEqualTo("EXCEEDS_RATE");
        assertThat(old.text("/reasons/0/rate")).isEqualTo(text(rate.rate));
        assertThat(old.text("/approved")).isEqualTo(text(50 * rate.rate));
        assertThat(old.text("/disputed")).isEqualTo(text(110_000 - 50 * rate.rate));
        books.areInOrder();
    }

    private void setRate(Billed billed, String rate, LocalDate from, LocalDate to) {
        ledger.as("invoice-officer")
                .post(
                        "/suppliers/" + billed.supplier + "/rates",
                        "category",
                        "HOME_CARE",
                        "rate",
                        rate,
                        "from",
                        from,
                        "to",
                        to)
                .granted();
    }

    private static Map<String, Object> dated(
            String id, String hours, String rate, String net, LocalDate from, LocalDate to) {
        Map<String, Object> line = Billed.line(id, hours, rate, net);
        line.put("serviceFrom", from.toString());
        line.put("serviceTo", to.toString());
        return line;
    }

    static Stream<Long> off() {
        return Stream.of(4L, 5L, -5L, 6L, -1L);
    }

    @ParameterizedTest
    @MethodSource("off")
    void whatIsOffWithinToleranceIsPaidAndRounded(long off) {
        Year year = ledger.nextYear();
        Period period = year.period(3);
        Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        ledger.as("auditor").on(period.last()).get("/trial-balance").granted();
        String net = text(110_000 + off);

        Reply invoice =
                billed.submit(billed.invoice("A-1", period, "50", "22.00", net)).granted();

        Books books = new Books(ledger, billed.budget);
        boolean within = Math.abs(off) <= 5;
        assertThat(invoice.text("/status")).isEqualTo(within ? "APPROVED" : "PART_APPROVED");
        assertThat(books.total("5910")).isEqualTo(within ? off : 0);
        assertThat(books.total("2000")).isEqualTo(within ? -110_000 - off : -110_000);
        assertThat(books.total("5000")).isEqualTo(110_000);
        books.areInOrder();
    }

    @Test
    void vatOnWhatTheCouncilBuysIsRecovered() {
        Year year = ledger.nextYear();
        Period period = year.period(3);
        Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        ledger.as("auditor").on(period.last()).get("/trial-balance").granted();
        Map<String, Object> line = object(
                "id",
                "1",
                "planLine",
                "choir",
                "quantity",
                "1",
                "rate",
                "50.00",
                "net",
                "50.00",
                "vatCategory",
                "S",
                "vatPercent",
                "20.00");

        Reply invoice = billed.submit(
                        billed.invoice("K-1", period.first(), period.last(), List.of(line), "50.00", "10.00", "60.00"))
                .granted();

        assertThat(invoice.text("/status")).isEqualTo("APPROVED");
        Books books = new Books(ledger, billed.budget);
        assertThat(books.postedBy("InvoiceApproved")).containsExactlyInAnyOrder("Dr 1450/LA 10.00", "Cr 2000/LA 10.00");
        assertThat(books.total("5040")).isEqualTo(5_000);
        Map<String, Object> care = Billed.line("1", "10", "22.00", "220.00");
        care.put("vatCategory", "S");
        care.put("vatPercent", "20.00");
        Reply wrong = billed.submit(billed.invoice(
                        "K-2", period.first(), period.last(), List.of(care), "220.00", "44.00", "264.00"))
                .granted();
        assertThat(wrong.text("/status")).isEqualTo("REJECTED");
        assertThat(wrong.text("/reasons/0/code")).isEqualTo("VAT_DOES_NOT_FIT");
        books.areInOrder();
    }

    @Test
    void deathAndSuspensionEndWhatIsPaidForAndAPastPeriodIsSaid() {
        Year year = ledger.nextYear();
        Period period = year.period(3);
        LocalDate died = period.first().plusDays(13);
        Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        LocalDate later = year.period(4).first();
        ledger.as("practitioner")
                .on(later)
                .post(billed.path() + "/death", "on", died)
                .granted();

        Reply invoice = billed.submit(billed.invoice("A-1", period, "50", "22.00", "1100.00"))
                .granted();

        assertThat(invoice.text("/status")).isEqualTo("PART_APPROVED");
        assertThat(invoice.text("/approved")).isEqualTo("550.00");
        assertThat(codes(invoice)).containsExactly("AFTER_DEATH", "EXCEEDS_AUTHORISED", "PRIOR_PERIOD");
        Reply beyond = billed.submit(billed.invoice("A-2", year.period(4), "1", "22.00", "22.00"))
                .granted();
        assertThat(beyond.text("/status")).isEqualTo("REJECTED");
        assertThat(codes(beyond)).containsExactly("AFTER_DEATH");
        Books books = new Books(ledger, billed.budget);
        assertThat(books.posted("ProviderPaymentAuthorised", period.id(), "5000"))
                .isEqualTo(55_000);
        books.areInOrder();
    }

    @Test
    void aProviderHandsInAndSeesItsOwnAndNoBalance() {
        Year year = ledger.nextYear();
        Period period = year.period(3);
        Billed others = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        ledger.as("invoice-officer").post("/suppliers", "supplierRef", "provider", "kind", "AGENCY");
        ledger.as("auditor").on(period.last()).get("/trial-balance").granted();
        Reply theirs = others.submit(others.invoice("A-1", period, "50", "22.00", "1100.00"))
                .granted();

        others.submitAs("provider", others.invoice("A-2", period, "1", "22.00", "22.00"))
                .refused(403, "not-the-supplier");
        Client provider = ledger.as("provider");
        provider.get("/invoices/" + theirs.text("/invoiceId")).refused(403, "not-yours");
        provider.get("/invoices/" + UUID.randomUUID()).refused(403, "not-yours");
        provider.get("/invoices?supplier=" + others.supplier).refused(403, "not-yours");
        others.tell("provider", List.of(others.visit("V-1", period.first(), 60)))
                .refused(403, "not-the-supplier");
        Map<String, Object> own = others.invoice("P-1", period, "50", "22.00", "1100.00");
        own.put("supplier", "provider");
        Reply rejected = others.submitAs("provider", own).granted();
        assertThat(rejected.text("/status")).isEqualTo("REJECTED");
        assertThat(codes(rejected)).containsExactly("ORDER_NOT_CLEAR");
        assertThat(provider.get("/invoices/" + rejected.text("/invoiceId"))
                        .granted()
                        .text("/status"))
                .isEqualTo("REJECTED");
        ledger.as("holder").get("/invoices").refused(403, "role-may-not");
    }

    @Test
    void aListIsAnsweredOneByOne() {
        Year year = ledger.nextYear();
        Period period = year.period(3);
        Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        ledger.as("auditor").on(period.last()).get("/trial-balance").granted();
        Map<String, Object> strange = billed.invoice("A-2", period, "1", "22.00", "22.00");
        strange.put("order", UUID.randomUUID().toString());
        Map<String, Object> euros = billed.invoice("A-3", period, "1", "22.00", "22.00");
        euros.put("currency", "EUR");

        Reply all = billed.submitAs(
                        "invoice-officer",
                        List.of(billed.invoice("A-1", period, "10", "22.00", "220.00"), strange, euros))
                .granted();

        assertThat(all.text("/invoices/0/status")).isEqualTo("APPROVED");
        assertThat(all.text("/invoices/1/reasons/0/code")).isEqualTo("UNKNOWN_ORDER");
        assertThat(all.text("/invoices/2/reasons/0/code")).isEqualTo("CURRENCY_NOT_GBP");
        ledger.as("invoice-officer").post("/invoices").refused(400, "missing-field");
    }

    private static List<String> codes(Reply invoice) {
        return invoice.json()
                .get("reasons")
                .valueStream()
                .map(reason -> reason.get("code").asString())
                .toList();
    }

    @Test
    void aCreditNoteBeforePaymentLowersIt() {
        Year year = ledger.nextYear();
        Period period = year.period(3);
        Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        ledger.as("auditor").on(period.last()).get("/trial-balance").granted();
        Reply invoice = billed.submit(billed.invoice("A-1", period, "50", "22.00", "1100.00"))
                .granted();
        String id = invoice.text("/invoiceId");

        Reply note = billed.submit(billed.creditNote("CN-2", "a 1", period.last(), "100.00"))
                .granted();

        assertThat(note.text("/credit/unpaid")).isEqualTo("100.00");
        Books books = new Books(ledger, billed.budget);
        assertThat(books.postedBy("CreditNoteRecorded"))
                .containsExactlyInAnyOrder("Dr 2000/LA 100.00", "Cr 5000/LA 100.00");
        assertThat(books.memorandumOf("CreditNoteRecorded"))
                .containsExactlyInAnyOrder("Dr 9200/LA 100.00", "Cr 9010/LA 100.00");
        String payment = invoice.text("/paymentIds/0");
        assertThat(ledger.as("auditor").get("/payments/" + payment).granted().text("/amount"))
                .isEqualTo("1000.00");
        billed.handOver(payment);
        billed.settle(payment, period.last());
        assertThat(books.total("2000")).isZero();
        assertThat(books.total("1000")).isEqualTo(-100_000);

        Reply disputed = ledger.as("invoice-officer").post("/invoices/" + id + "/dispute");
        disputed.refused(422, "exceeds-unpaid");
        books.areInOrder();
    }
}
