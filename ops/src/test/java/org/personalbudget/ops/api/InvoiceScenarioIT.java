package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ops.api.RunningLedger.Year;

/** S07, S08, S10 and S20 with a credit note: what becomes of an agency's invoices; also with other hours and amounts. */
class InvoiceScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * @param billed in quarters of an hour, at 22.00 an hour; 200 are what four weeks authorise
     * @param delivered likewise
     */
    record Hours(long billed, long delivered) {

        static Hours of(long seed) {
            Random random = new Random(seed);
            long delivered = 100 + random.nextInt(95);
            return new Hours(delivered + 1 + random.nextInt((int) (200 - delivered)), delivered);
        }

        String hours() {
            return hours(billed);
        }

        static String hours(long quarters) {
            return BigDecimal.valueOf(quarters * 25, 2).toPlainString();
        }

        long gross() {
            return billed * 550;
        }

        long inOrder() {
            return Math.min(billed, delivered) * 550;
        }
    }

    static Stream<Hours> cleanHours() {
        return Stream.of(new Hours(200, 200), clean(7), clean(77), clean(777));
    }

    private static Hours clean(long seed) {
        long hours = 80 + new Random(seed).nextInt(120);
        return new Hours(hours, hours);
    }

    @ParameterizedTest
    @MethodSource("cleanHours")
    void s07AManagedAccountPaysWhatWasDelivered(Hours hours) {
        Year year = ledger.nextYear();
        Period period = year.period(3);
        Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        String account = billed.managedAccount(period, "42.10", year.starts());
        ledger.as("auditor").on(period.last()).get("/trial-balance").granted();
        billed.delivered(period, hours.delivered()).granted();
        String gross = text(hours.gross());

        Reply invoice = billed.submit(billed.invoice("HC-2201", period, hours.hours(), "22.00", gross))
                .granted();

        assertThat(invoice.text("/status")).isEqualTo("APPROVED");
        assertThat(invoice.text("/approved")).isEqualTo(gross);
        billed.settle(invoice.text("/paymentIds/0"), period.last());
        ledger.as("reconciler")
                .post(
                        billed.path() + "/spend",
                        "accountId",
                        account,
                        "amount",
                        "12.00",
                        "on",
                        period.last(),
                        "category",
                        "SUPPORT_FEE",
                        "lineId",
                        "choir")
                .granted();

        List<Long> paid = split(hours.gross(), List.of(107_160L, 16_840L));
        List<Long> fee = split(1_200, List.of(107_160 - paid.get(0), 16_840 - paid.get(1)));
        Books books = new Books(ledger, billed.budget);
        assertThat(books.postedBy("ProviderPaymentAuthorised"))
                .containsExactlyInAnyOrder(
                        "Dr 5000/LA " + gross,
                        "Cr 2000/LA " + text(paid.get(0)),
                        "Cr 2000/CLIENT " + text(paid.get(1)));
        assertThat(books.postedBy("ProviderPaidFromAccount"))
                .containsExactlyInAnyOrder(
                        "Dr 2000/LA " + text(paid.get(0)),
                        "Dr 2000/CLIENT " + text(paid.get(1)),
                        "Cr 1215/LA " + text(paid.get(0)),
                        "Cr 1215/CLIENT " + text(paid.get(1)));
        assertThat(books.postedBy("SpendRecorded"))
                .containsExactlyInAnyOrder(
                        "Dr 5070/LA 12.00", "Cr 1215/LA " + text(fee.get(0)), "Cr 1215/CLIENT " + text(fee.get(1)));
        if (hours.billed() == 200) {
            assertThat(paid).containsExactly(95_061L, 14_939L);
            assertThat(fee).containsExactly(1_037L, 163L);
        }
        assertThat(books.account(account).get("balance").asString()).isEqualTo(text(124_000 - hours.gross() - 1_200));
        books.areInOrder();
    }

    static Stream<Hours> overbilled() {
        return Stream.of(new Hours(200, 187), Hours.of(8), Hours.of(88), Hours.of(888));
    }

    @ParameterizedTest
    @MethodSource("overbilled")
    void s08OverbilledHoursAreDisputedUntilACreditNoteClosesIt(Hours hours) {
        Year year = ledger.nextYear();
        Period period = year.period(3);
        Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        ledger.as("auditor").on(period.last()).get("/trial-balance").granted();
        billed.delivered(period, hours.delivered()).granted();
        String disputed = text(hours.gross() - hours.inOrder());

        Reply invoice = billed.submit(billed.invoice("HC-2202", period, hours.hours(), "22.00", text(hours.gross())))
                .granted();

        assertThat(invoice.text("/status")).isEqualTo("PART_APPROVED");
        assertThat(invoice.text("/approved")).isEqualTo(text(hours.inOrder()));
        assertThat(invoice.text("/disputed")).isEqualTo(disputed);
        assertThat(invoice.text("/reasons/0/code")).isEqualTo("EXCEEDS_DELIVERED");
        assertThat(invoice.json().at("/reasons/0/billed").decimalValue()).isEqualByComparingTo(hours.hours());
        assertThat(invoice.json().at("/reasons/0/delivered").decimalValue())
                .isEqualByComparingTo(Hours.hours(hours.delivered()));
        assertThat(invoice.text("/reasons/0/amount")).isEqualTo(disputed);
        Books books = new Books(ledger, billed.budget);
        assertThat(books.postedBy("ProviderPaymentAuthorised"))
                .containsExactlyInAnyOrder(
                        "Dr 5000/LA " + text(hours.inOrder()), "Cr 2000/LA " + text(hours.inOrder()));
        long before = books.total("9100");

        String id = invoice.text("/invoiceId");
        Reply note = ledger.as("invoice-officer")
                .post(
                        "/invoices/" + id + "/credit-notes",
                        "number",
                        "CN-17",
                        "issuedOn",
                        period.last(),
                        "gross",
                        disputed)
                .granted();

        assertThat(note.text("/status")).isEqualTo("APPROVED");
        assertThat(note.text("/againstDispute")).isEqualTo(disputed);
        assertThat(note.text("/refundDue")).isEqualTo("0.00");
        assertThat(books.postedBy("CreditNoteRecorded")).isEmpty();
        long released = books.total("9100") - before;
        assertThat(text(released)).isEqualTo(disputed);
        Reply shown = billed.shown(id);
        assertThat(shown.text("/status")).isEqualTo("APPROVED");
        assertThat(shown.text("/disputed")).isEqualTo("0.00");
        assertThat(shown.text("/credited")).isEqualTo(disputed);
        ledger.as("invoice-officer")
                .post(
                        "/invoices/" + id + "/credit-notes",
                        "number",
                        "cn 17",
                        "issuedOn",
                        period.last(),
                        "gross",
                        "1.00")
                .refused(409, "exact-duplicate");
        books.areInOrder();
    }

    static Stream<Hours> anyHours() {
        return Stream.of(new Hours(187, 187), clean(10), clean(100), clean(1_000));
    }

    @ParameterizedTest
    @MethodSource("anyHours")
    void s10ADuplicateIsRejectedAndAProbableOneHeld(Hours hours) {
        Year year = ledger.nextYear();
        Period period = year.period(5);
        Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        ledger.as("auditor").on(period.last().plusDays(3)).get("/trial-balance").granted();
        String gross = text(hours.gross());
        billed.submit(billed.invoice("INV-004417", period, hours.hours(), "22.00", gross))
                .granted();

        Reply again = billed.submit(billed.invoice("inv 4417", period, hours.hours(), "22.00", gross));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/status")).isEqualTo("REJECTED");
        assertThat(again.text("/reasons/0/code")).isEqualTo("EXACT_DUPLICATE");

        Reply alike = billed.submit(billed.invoice("4417-A", period, hours.hours(), "22.00", gross))
                .granted();
        assertThat(alike.text("/status")).isEqualTo("HELD");
        assertThat(alike.text("/reasons/0/code")).isEqualTo("PROBABLE_DUPLICATE");
        assertThat(alike.text("/approved")).isEqualTo("0.00");
        String held = "/invoices/" + alike.text("/invoiceId") + "/release";
        ledger.as("invoice-officer").post(held, "decision", "REJECT").refused(403, "entered-by-same-person");
        Reply rejected = ledger.as("invoice-officer-2")
                .post(held, "decision", "REJECT", "reason", "The same four weeks.")
                .granted();
        assertThat(rejected.text("/status")).isEqualTo("REJECTED");
        ledger.as("invoice-officer-2").post(held, "decision", "RELEASE").refused(409, "invoice-not-open");

        Reply third = billed.submit(billed.invoice("4417-B", period, hours.hours(), "22.00", gross))
                .granted();
        Reply released = ledger.as("invoice-officer-2")
                .post("/invoices/" + third.text("/invoiceId") + "/release", "decision", "RELEASE")
                .granted();
        long left = 200 - hours.billed();
        String expected = left == 0 ? "DISPUTED" : left >= hours.billed() ? "APPROVED" : "PART_APPROVED";
        assertThat(released.text("/status")).isEqualTo(expected);
        Books books = new Books(ledger, billed.budget);
        assertThat(books.total("5000")).isEqualTo(hours.gross() + Math.min(left, hours.billed()) * 550);
        assertThat(ledger.as("auditor")
                        .get("/invoices?supplier=" + billed.supplier + "&status=REJECTED")
                        .granted()
                        .json()
                        .get("invoices"))
                .hasSize(1);
        books.areInOrder();
    }

    /**
     * @param share of the council in hundredths of a percent
     * @param back in pence
     */
    record Refund(long share, long quarters, long back) {
        static Refund of(long seed, long share) {
            Random random = new Random(seed);
            long quarters = 120 + random.nextInt(80);
            return new Refund(share, quarters, 1 + random.nextInt((int) (quarters * 550)));
        }

        List<Long> parts(long amount) {
            return split(amount, List.of(share, 10_000 - share));
        }
    }

    static Stream<Refund> refunds() {
        return Stream.of(
                new Refund(10_000, 187, 6_600), Refund.of(20, 10_000), Refund.of(202, 7_000), Refund.of(2_020, 10_000));
    }

    @ParameterizedTest
    @MethodSource("refunds")
    void s20ACreditNoteForWhatWasPaidIsOwedBack(Refund refund) {
        Year year = ledger.nextYear();
        Period period = year.period(5);
        LocalDate later = year.period(7).first();
        Billed billed = new Billed(ledger, year.starts(), funders(refund.share));
        ledger.as("auditor").on(period.last()).get("/trial-balance").granted();
        long gross = refund.quarters * 550;
        Reply invoice = billed.submit(
                        billed.invoice("4417", period, Hours.hours(refund.quarters), "22.00", text(gross)))
                .granted();
        String payment = invoice.text("/paymentIds/0");
        billed.handOver(payment);
        billed.settle(payment, period.last());

        String receipt = ledger.as("reconciler")
                .on(later)
                .post("/receipts", "amount", text(refund.back), "on", later, "reference", "ref 4417")
                .granted()
                .text("/receiptId");
        Reply note = ledger.as("invoice-officer")
                .post(
                        "/invoices/" + invoice.text("/invoiceId") + "/credit-notes",
                        "number",
                        "CN-1",
                        "issuedOn",
                        later,
                        "gross",
                        text(refund.back))
                .granted();
        assertThat(note.text("/refundDue")).isEqualTo(text(refund.back));
        ledger.as("reconciler")
                .post(
                        "/receipts/" + receipt + "/allocations",
                        "budgetId",
                        billed.budget,
                        "to",
                        "SUPPLIER_REFUND",
                        "id",
                        note.text("/refundId"))
                .granted();

        List<Long> back = split(refund.back, refund.parts(gross));
        Books books = new Books(ledger, billed.budget);
        List<String> due = new ArrayList<>();
        List<String> memo = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (back.get(i) == 0) continue;
            String source = List.of("LA", "ICB").get(i);
            due.add("Dr 1400/" + source + " " + text(back.get(i)));
            due.add("Cr 5000/" + source + " " + text(back.get(i)));
            memo.add("Dr 9200/" + source + " " + text(back.get(i)));
            memo.add("Cr 9010/" + source + " " + text(back.get(i)));
        }
        assertThat(books.postedBy("SupplierRefundDue")).containsExactlyInAnyOrderElementsOf(due);
        assertThat(books.memorandumOf("SupplierRefundDue")).containsExactlyInAnyOrderElementsOf(memo);
        assertThat(books.posted("SupplierRefundDue", period.id(), "9200")).isEqualTo(refund.back);
        assertThat(books.total("1400")).isZero();
        assertThat(books.total("5000")).isEqualTo(gross - refund.back);
        Reply shown = billed.shown(invoice.text("/invoiceId"));
        assertThat(shown.text("/refundDue")).isEqualTo(text(refund.back));
        assertThat(shown.text("/approved")).isEqualTo(text(gross - refund.back));
        books.areInOrder();
    }

    private static List<java.util.Map<String, Object>> funders(long share) {
        if (share == 10_000) return DirectPayment.allFrom("LA");
        return List.of(
                Client.object("funder", "LA", "share", text(share)),
                Client.object("funder", "ICB", "share", text(10_000 - share)));
    }

    @Test
    void aSecondPersonPaysWhatIsDisputedAndWhatIsKeptBack() {
        Year year = ledger.nextYear();
        Period period = year.period(3);
        Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        ledger.as("auditor").on(period.last()).get("/trial-balance").granted();
        billed.delivered(period, 187).granted();
        String id = billed.submit(billed.invoice("A-1", period, "50", "22.00", "1100.00"))
                .granted()
                .text("/invoiceId");
        Books books = new Books(ledger, billed.budget);
        ledger.as("invoice-officer").post("/invoices/" + id + "/approval").refused(403, "entered-by-same-person");
        ledger.as("invoice-officer-2")
                .post("/invoices/" + id + "/approval", "amount", "71.51")
                .refused(422, "exceeds-disputed");

        Reply approved = ledger.as("invoice-officer-2")
                .post("/invoices/" + id + "/approval", "reason", "The log book shows the missing visit.")
                .granted();

        assertThat(approved.text("/status")).isEqualTo("APPROVED");
        assertThat(books.total("5000")).isEqualTo(110_000);
        assertThat(billed.shown(id).json().get("payments")).hasSize(2);

        Reply kept = ledger.as("invoice-officer")
                .post("/invoices/" + id + "/dispute", "amount", "200.00")
                .granted();
        assertThat(kept.text("/status")).isEqualTo("PART_APPROVED");
        assertThat(books.total("5000")).isEqualTo(90_000);
        assertThat(books.total("2000")).isEqualTo(-90_000);
        assertThat(books.total("9200")).isEqualTo(-90_000);
        Reply declined = ledger.as("invoice-officer-2")
                .post("/invoices/" + id + "/release", "decision", "REJECT")
                .granted();
        assertThat(declined.text("/status")).isEqualTo("APPROVED");
        Reply shown = billed.shown(id);
        assertThat(shown.text("/declined")).isEqualTo("200.00");
        assertThat(shown.text("/approved")).isEqualTo("900.00");
        books.areInOrder();
    }
}
