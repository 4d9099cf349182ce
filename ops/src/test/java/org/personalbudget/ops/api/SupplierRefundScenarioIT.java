package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.of;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

/** S20: money arrives that nobody knows, and turns out to be what a provider owes back; with other amounts and books. */
class SupplierRefundScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * One playing.
     *
     * @param share of the council in hundredths of a percent
     * @param paid and refunded in pence
     * @param period the service period; the money comes back two periods later
     */
    record Refund(long share, long paid, long refunded, int period) {

        static Refund of(long seed, long share) {
            Random random = new Random(seed);
            long paid = 80_000 + random.nextInt(30_000);
            return new Refund(share, paid, 1 + random.nextInt((int) paid), 1 + random.nextInt(10));
        }

        List<Map<String, Object>> funders() {
            if (share == 10_000) return DirectPayment.allFrom("LA");
            return List.of(
                    object("funder", "LA", "share", BigDecimal.valueOf(share, 2).toPlainString()),
                    object(
                            "funder",
                            "ICB",
                            "share",
                            BigDecimal.valueOf(10_000 - share, 2).toPlainString()));
        }

        List<Long> parts(long amount) {
            return split(amount, List.of(share, 10_000 - share));
        }
    }

    static Stream<Refund> refunds() {
        return Stream.of(
                new Refund(10_000, 102_850, 6_600, 5),
                Refund.of(20, 10_000),
                Refund.of(2020, 7_000),
                Refund.of(7, 10_000));
    }

    @ParameterizedTest
    @MethodSource("refunds")
    void s20AReceiptTurnsOutToBeAProvidersRefund(Refund refund) {
        Year year = ledger.nextYear();
        Period served = year.period(refund.period);
        LocalDate known = year.period(refund.period + 2).first();
        DirectPayment budget = new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", refund.funders());
        String payment = pay(budget, refund, served, null);
        budget.paid(payment, served.last(), served.last());
        String amount = text(refund.refunded);

        Reply receipt = ledger.as("reconciler")
                .on(known)
                .post("/receipts", "amount", amount, "on", known, "reference", "ref 4417")
                .granted();
        assertThat(linesOfNoBudget(receipt.position()))
                .containsExactly("Dr 1000/UNKNOWN " + amount, "Cr 2400/UNKNOWN " + amount);
        Reply due = ledger.as("invoice-officer")
                .post(budget.path() + "/supplier-refunds", "paymentId", payment, "amount", amount)
                .granted();
        ledger.as("reconciler")
                .post(
                        "/receipts/" + receipt.text("/receiptId") + "/allocations",
                        "budgetId",
                        budget.budget,
                        "to",
                        "SUPPLIER_REFUND",
                        "id",
                        due.text("/refundId"))
                .granted();

        List<Long> paid = refund.parts(refund.paid);
        List<Long> back = split(refund.refunded, paid);
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("SupplierRefundDue"))
                .containsExactlyInAnyOrderElementsOf(lines(back, "Dr 1400/", "Cr 5000/"));
        assertThat(books.memorandumOf("SupplierRefundDue"))
                .containsExactlyInAnyOrderElementsOf(lines(back, "Dr 9200/", "Cr 9010/"));
        List<String> applied = lines(back, "", "Cr 1400/");
        applied.add("Dr 2400/UNKNOWN " + amount);
        if (back.get(1) > 0) {
            applied.add("Dr 1000/ICB " + text(back.get(1)));
            applied.add("Cr 1000/UNKNOWN " + text(back.get(1)));
        }
        assertThat(books.postedBy("ReceiptApplied")).containsExactlyInAnyOrderElementsOf(applied);
        assertThat(books.total("9200")).isEqualTo(refund.refunded - refund.paid);
        assertThat(books.total("5000")).isEqualTo(refund.paid - refund.refunded);
        assertThat(books.total("1400")).isZero();
        JsonNode entry = entryOf(due.position(), budget.budget);
        assertThat(entry.get("servicePeriod").asString()).isEqualTo(served.id().toString());
        assertThat(entry.get("postingPeriod").asString())
                .isEqualTo(year.period(refund.period + 2).id().toString());
        assertThat(ledger.as("reconciler")
                        .get("/receipts/" + receipt.text("/receiptId"))
                        .granted()
                        .text("/receipt/left"))
                .isEqualTo("0.00");
        if (back.get(1) > 0) rechargedIsWhatIsLeft(budget, paid.get(1) - back.get(1));
        books.areInOrder();
    }

    private void rechargedIsWhatIsLeft(DirectPayment budget, long left) {
        Reply recharge = ledger.as("controller")
                .post(budget.path() + "/recharges", "funder", "ICB")
                .granted();
        assertThat(recharge.text("/amount")).isEqualTo(text(left));
    }

    @Test
    void aRefundIntoTheManagedAccountItWasPaidFrom() {
        Year year = ledger.nextYear();
        Period served = year.period(3);
        Refund refund = new Refund(7_000, 102_855, 6_600, 3);
        DirectPayment budget = new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", refund.funders());
        String account = budget.account("NET", year.starts());
        String instalment =
                budget.instalment(served.id().toString(), served.first()).text("/paymentId");
        budget.paid(instalment, served.first(), served.first());
        String payment = pay(budget, refund, served, account);
        ledger.as("reconciler")
                .post("/payments/" + payment + "/settlement", "on", served.last())
                .granted();
        long before = of(
                new Books(ledger, budget.budget).account(account).get("balance").asString());

        Reply due = ledger.as("invoice-officer")
                .post(budget.path() + "/supplier-refunds", "paymentId", payment, "amount", "66.00")
                .granted();
        String path = budget.path() + "/supplier-refunds/" + due.text("/refundId") + "/receipts";
        ledger.as("reconciler")
                .post(path, "on", served.last(), "accountId", account)
                .granted();

        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("SupplierRefundDue"))
                .containsExactlyInAnyOrder(
                        "Dr 1400/LA 46.20",
                        "Dr 1400/ICB 19.80",
                        "Cr 5000/LA 46.20",
                        "Cr 5000/ICB 19.80",
                        "Dr 4100/ICB 19.80",
                        "Cr 2500/ICB 19.80");
        assertThat(books.postedBy("SupplierRefundReceived"))
                .containsExactlyInAnyOrder(
                        "Dr 1200/LA 46.20", "Dr 1200/ICB 19.80", "Cr 1400/LA 46.20", "Cr 1400/ICB 19.80");
        assertThat(of(books.account(account).get("balance").asString())).isEqualTo(before + 6_600);
        ledger.as("reconciler")
                .post(path, "on", served.last(), "accountId", account, "amount", "0.01")
                .refused(422, "exceeds-supplier-refund")
                .about("/amount");
        ledger.as("invoice-officer")
                .post(budget.path() + "/supplier-refunds", "paymentId", payment, "amount", "962.56")
                .refused(422, "exceeds-paid")
                .about("/amount");
        books.areInOrder();
    }

    @Test
    void aReceiptIsAContributionThatWasUnpaid() {
        Year year = ledger.nextYear();
        LocalDate first = year.starts();
        DirectPayment budget = new DirectPayment(
                ledger, first, "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
        budget.contributes("42.10", first);
        budget.account("GROSS", first);
        budget.instalment(year.period(1).id().toString(), first);
        String receipt = ledger.as("reconciler")
                .post("/receipts", "amount", "200.00", "on", first)
                .granted()
                .text("/receiptId");

        Reply found = ledger.as("reconciler")
                .post("/receipts/" + receipt + "/allocations", "budgetId", budget.budget, "to", "CONTRIBUTION")
                .granted();

        assertThat(found.text("/amount")).isEqualTo("168.40");
        whatIsLeftIsShown(receipt, budget, first);
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("ReceiptApplied"))
                .containsExactlyInAnyOrder("Dr 2400/UNKNOWN 168.40", "Cr 1300/CLIENT 168.40");
        assertThat(books.total("1300")).isZero();
        ledger.as("reconciler")
                .post("/receipts/" + receipt + "/allocations", "budgetId", budget.budget, "to", "CONTRIBUTION")
                .refused(422, "exceeds-what-is-owed");
        ledger.as("reconciler")
                .post(
                        "/receipts/" + UUID.randomUUID() + "/allocations",
                        "budgetId",
                        budget.budget,
                        "to",
                        "CONTRIBUTION")
                .refused(404, "unknown-receipt");
        books.areInOrder();
    }

    /** Of 200.00 the period's 168.40 were for the contribution: 31.60 nobody knows. Of 10.00 nothing is known. */
    private void whatIsLeftIsShown(String receipt, DirectPayment budget, LocalDate on) {
        String next = ledger.as("reconciler")
                .post("/receipts", "amount", "10.00", "on", on)
                .granted()
                .text("/receiptId");
        Reply shown = ledger.as("auditor").get("/receipts/" + receipt).granted();
        assertThat(shown.text("/receipt/amount")).isEqualTo("200.00");
        assertThat(shown.text("/receipt/allocated")).isEqualTo("168.40");
        assertThat(shown.text("/receipt/left")).isEqualTo("31.60");
        assertThat(shown.json().at("/allocations")).hasSize(1);
        assertThat(shown.text("/allocations/0/budgetId")).isEqualTo(budget.budget);
        assertThat(shown.text("/allocations/0/to")).isEqualTo("CONTRIBUTION");
        assertThat(shown.text("/allocations/0/amount")).isEqualTo("168.40");
        assertThat(listed("controller", "?open=true&limit=1")).contains(receipt, next);
        assertThat(listed("reconciler", "?limit=1")).contains(receipt, next);
        assertThat(listed("auditor", "?open=false&limit=1")).doesNotContain(receipt, next);
        ledger.as("auditor").get("/receipts/" + UUID.randomUUID()).refused(404, "unknown-receipt");
        ledger.as("reconciler").get("/receipts?open=perhaps").refused(400, "not-one-of");
        ledger.as("practitioner").get("/receipts").refused(403, "role-may-not");
        ledger.as("practitioner").get("/receipts/" + receipt).refused(403, "role-may-not");
    }

    /** Every receipt that is listed, page by page. */
    private List<String> listed(String user, String query) {
        List<String> receipts = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page =
                    ledger.as(user).get("/receipts" + query + cursor).granted().json();
            for (JsonNode each : page.get("receipts")) {
                boolean open = !each.get("left").asString().equals("0.00");
                if (query.startsWith("?open")) assertThat(open).isEqualTo(query.startsWith("?open=true"));
                receipts.add(each.get("receiptId").asString());
            }
            if (page.get("nextCursor").isNull()) return receipts;
            cursor = "&cursor=" + page.get("nextCursor").asString();
        }
    }

    private String pay(DirectPayment budget, Refund refund, Period served, String account) {
        String supplier = ledger.as("invoice-officer")
                .on(served.last())
                .post("/suppliers", "supplierRef", "S-" + UUID.randomUUID(), "kind", "AGENCY")
                .granted()
                .text("/supplierId");
        return ledger.as("invoice-officer")
                .post(
                        budget.path() + "/provider-payments",
                        "supplierId",
                        supplier,
                        "lineId",
                        "care",
                        "amount",
                        text(refund.paid),
                        "serviceFrom",
                        served.first(),
                        "serviceTo",
                        served.last(),
                        "invoiceId",
                        "4417",
                        "accountId",
                        account)
                .granted()
                .text("/paymentId");
    }

    /** Every part under both accounts; an account without a name is left out. */
    private static List<String> lines(List<Long> parts, String debit, String credit) {
        List<String> lines = new ArrayList<>();
        List<String> books = List.of("LA", "ICB");
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) == 0) continue;
            if (!debit.isEmpty()) lines.add(debit + books.get(i) + " " + text(parts.get(i)));
            lines.add(credit + books.get(i) + " " + text(parts.get(i)));
        }
        return lines;
    }

    private List<String> linesOfNoBudget(long position) {
        List<String> lines = new ArrayList<>();
        JsonNode entry = ledger.as("auditor")
                .get("/journal?account=2400&cursor=" + (position - 1) + "&limit=1&after=" + position)
                .granted()
                .json()
                .at("/entries/0");
        assertThat(entry.get("budgetId").isNull()).isTrue();
        for (JsonNode line : entry.get("lines")) lines.add(Books.text(line));
        return lines;
    }

    private JsonNode entryOf(long position, String budget) {
        JsonNode page = ledger.as("auditor")
                .get("/journal?budgetId=" + budget + "&limit=1000&after=" + position)
                .granted()
                .json();
        for (JsonNode entry : page.get("entries")) {
            if (entry.get("position").asLong() == position) return entry;
        }
        throw new AssertionError("nothing at " + position);
    }
}
