package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.intake.FileKind;
import org.personalbudget.ledger.intake.IntakeCommand.ReceiveFile;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ops.api.RunningLedger.Year;

/** Invoices come as files: one as UBL, many as CSV. */
class InvoiceFilesIT {

    private static final String HEADER = "supplier,invoice,order,issued,service_from,service_to,gross,kind,corrects,"
            + "plan_line,quantity,rate,line_net,vat_category\n";

    private final RunningLedger ledger = RunningLedger.shared();
    private final Year year = ledger.nextYear();
    private final Period served = year.period(3);
    private final LocalDate after = served.last().plusDays(1);
    private final Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));

    /** HC-2201 of a managed account that holds 1,071.60 of the council and 168.40 of the person; and other amounts. */
    @ParameterizedTest
    @CsvSource({"50, 1100.00, 950.61, 149.39", "46.75, 1028.50, , ", "33.25, 731.50, , ", "0.5, 11.00, , "})
    void aUblInvoiceIsPaidFromTheManagedAccount(String hours, String amount, String la, String client) {
        String account = managedAccount();
        visited(hours);
        Reply answer = ubl("invoice-officer", invoice("HC-2201", hours, amount)).granted();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/status")).as(answer.body()).isEqualTo("APPROVED");
        assertThat(answer.text("/number")).isEqualTo("HC-2201");
        assertThat(answer.text("/approved")).isEqualTo(amount);
        String payment = answer.text("/paymentIds/0");
        ledger.as("reconciler")
                .post("/payments/" + payment + "/settlement", "on", after)
                .granted();
        Books books = new Books(ledger, billed.budget);
        String ofLa = la == null ? shareOf(amount, "1071.60") : la;
        String ofClient = client == null
                ? new BigDecimal(amount).subtract(new BigDecimal(ofLa)).toString()
                : client;
        assertThat(books.postedBy("ProviderPaymentAuthorised"))
                .containsExactlyInAnyOrder("Dr 5000/LA " + amount, "Cr 2000/LA " + ofLa, "Cr 2000/CLIENT " + ofClient);
        assertThat(books.postedBy("ProviderPaidFromAccount"))
                .containsExactlyInAnyOrder(
                        "Dr 2000/LA " + ofLa,
                        "Dr 2000/CLIENT " + ofClient,
                        "Cr 1215/LA " + ofLa,
                        "Cr 1215/CLIENT " + ofClient);
        assertThat(books.account(account).get("balance").asString())
                .isEqualTo(new BigDecimal("1240.00")
                        .subtract(new BigDecimal(amount))
                        .toString());
        books.areInOrder();
    }

    @Test
    void aDocumentThatBreaksRulesIsAnsweredWithThemAndChangesNothing() {
        billed.at(after);
        long facts = ledger.facts();
        Reply broken = ubl(
                        "invoice-officer", invoice("HC-2201", "50", "1100.00").replace(">50<", ">51<"))
                .refused(422, "invoice-breaks-rules");
        assertThat(broken.text("/rules/0/id")).isEqualTo("PEPPOL-EN16931-R120");
        assertThat(broken.text("/rules/0/place")).isEqualTo("line 87, InvoiceLine");
        assertThat(broken.text("/rules/0/text")).startsWith("Invoice line net amount MUST equal");
        ubl("invoice-officer", "<Invoice/>").refused(422, "file-unreadable");
        Reply unreadable = ubl(
                        "invoice-officer", invoice("HC-2201", "50", "1100.00").replaceFirst("</cbc:ID>", "</ID>"))
                .refused(422, "file-unreadable");
        assertThat(unreadable.text("/fault")).isEqualTo("malformed");
        assertThat(unreadable.text("/place")).startsWith("line 7, ");
        assertThat(ledger.facts()).isEqualTo(facts);
    }

    /**
     * {@code INV-004417} is approved; {@code inv 4417} in another file is the same number, and {@code 4417-A} bills the
     * same again; good invoices are kept.
     */
    @Test
    void aBatchIsAnsweredInvoiceByInvoice() {
        billed.at(after);
        csv("invoice-officer", HEADER + row("INV-004417", "46.75", "1028.50")).granted();
        Reply answer = csv(
                        "invoice-officer",
                        HEADER
                                + row("inv 4417", "46.75", "1028.50")
                                + row("4418", "46.75", "1028,50")
                                + row("4417-A", "46.75", "1028.50")
                                + row("4419", "1.25", "27.50"))
                .granted();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(column(answer, "invoices", "number")).containsExactly("inv 4417", "4417-A", "4419");
        assertThat(column(answer, "invoices", "status")).containsExactly("REJECTED", "HELD", "APPROVED");
        assertThat(column(answer, "invoices", "place")).containsExactly("line 2", "line 4", "line 5");
        assertThat(answer.text("/invoices/0/reasons/0/code")).isEqualTo("EXACT_DUPLICATE");
        assertThat(answer.text("/invoices/1/reasons/0/code")).isEqualTo("PROBABLE_DUPLICATE");
        assertThat(column(answer, "rejected", "line")).containsExactly("3");
        assertThat(column(answer, "rejected", "rule")).containsExactly("wrong-width");
        new Books(ledger, billed.budget).areInOrder();
    }

    @Test
    void aLineOfNothingIsRejectedByLineAndTheOthersAreKept() {
        billed.at(after);
        Reply answer = csv(
                        "invoice-officer",
                        HEADER
                                + row("D-1", "10", "220.00")
                                + row("D-2", "-1", "22.00")
                                + row("D-3", "3", "66.00")
                                + row("D-4", "0", "22.00"))
                .granted();
        assertThat(column(answer, "invoices", "status")).containsExactly("APPROVED", "APPROVED");
        assertThat(column(answer, "rejected", "line")).containsExactly("3", "5");
        assertThat(column(answer, "rejected", "rule")).containsOnly("not-a-quantity");
        new Books(ledger, billed.budget).areInOrder();
    }

    @Test
    void theSameFileTwiceIsRefusedAndTheSameRequestTwiceIsAnsweredAlike() {
        billed.at(after);
        String file =
                HEADER + row("A-1", "10", "220.00") + row("A-2", "10.00", "220.00") + creditNote("C-1", "A-1", "22.00");
        String key = UUID.randomUUID().toString();
        Reply first = csv("invoice-officer", key, file).granted();
        assertThat(column(first, "invoices", "status")).containsExactly("APPROVED", "HELD", "CREDITED");
        long facts = ledger.facts();

        assertThat(csv("invoice-officer", key, file).granted().body()).isEqualTo(first.body());
        Reply again = csv("invoice-officer-2", file).refused(409, "file-already-taken-in");
        assertThat(again.text("/on")).isEqualTo(after.toString());
        assertThat(again.text("/file")).isEqualTo(first.text("/file"));
        assertThat(ledger.facts()).isEqualTo(facts);
    }

    /** What a crash leaves behind: the file is known, and some of its invoices have their answers. */
    @Test
    void aFileThatWasInterruptedGoesOnWhereItStopped() throws Exception {
        billed.at(after);
        String whole = HEADER + row("B-1", "1", "22.00") + row("B-2", "2", "44.00") + row("B-3", "3", "66.00");
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8)));
        ReceiveFile begun = new ReceiveFile(new FileDigest(digest), FileKind.INVOICES, 3, 0);
        ledger.bean(LedgerGateway.class)
                .send(Request.once(begun, new ActorId("invoice-officer"), Set.of(Role.INVOICE_OFFICER)))
                .join();
        long facts = ledger.facts();

        Reply answer = csv("invoice-officer", whole).granted();
        assertThat(column(answer, "invoices", "status")).containsExactly("APPROVED", "APPROVED", "APPROVED");
        assertThat(ledger.facts()).isGreaterThan(facts);
        csv("invoice-officer", whole).refused(409, "file-already-taken-in");
        new Books(ledger, billed.budget).areInOrder();
    }

    @Test
    void aFileThatIsNoBatchChangesNothing() {
        billed.at(after);
        long facts = ledger.facts();
        Reply answer = csv("invoice-officer", HEADER.replace("gross", "total")).refused(422, "file-unreadable");
        assertThat(answer.text("/fault")).isEqualTo("unknown-format");
        assertThat(answer.text("/place")).isEqualTo("line 1");
        csv("invoice-officer", HEADER + "S,\"").refused(422, "file-unreadable");
        csv("auditor", HEADER).refused(403, "role-may-not");
        assertThat(ledger.facts()).isEqualTo(facts);
    }

    @Test
    void aProviderHandsInOnlyItsOwn() {
        billed.at(after);
        long facts = ledger.facts();
        csv("provider", HEADER + row("P-1", "1", "22.00")).refused(403, "not-the-supplier");
        ubl("provider", invoice("P-1", "50", "1100.00")).refused(403, "not-the-supplier");
        assertThat(ledger.facts()).isEqualTo(facts);
    }

    /** {@code INV-1} bills 50 hours of which 46.75 were delivered; CN-17 takes the rest back. */
    @Test
    void whatWasNotDeliveredIsDisputedUntilACreditNoteTakesItBack() {
        billed.at(after);
        Reply told = visited("46.75");
        assertThat(told.json().get("recorded").asInt()).isEqualTo(5);
        Reply answer =
                ubl("invoice-officer", invoice("HC-2201", "50", "1100.00")).granted();
        assertThat(answer.text("/status")).as(answer.body()).isEqualTo("PART_APPROVED");
        assertThat(answer.text("/approved")).isEqualTo("1028.50");
        assertThat(answer.text("/disputed")).isEqualTo("71.50");

        Reply note = ubl("invoice-officer", placed(resource("cn-17.xml"))).granted();
        assertThat(note.text("/kind")).isEqualTo("CREDIT_NOTE");
        assertThat(note.text("/credit/againstDispute")).isEqualTo("71.50");
        new Books(ledger, billed.budget).areInOrder();
    }

    /** They are recorded in one append of three events, and the same again changes nothing. */
    @Test
    void aFileOfManyVisitsIsToldWhole() {
        billed.at(after);
        StringBuilder file = new StringBuilder("visit,supplier,order,on,minutes\n");
        for (int i = 1; i <= 1_200; i++) file.append(visit("M-" + i, billed.budget, "30"));
        long facts = ledger.facts();
        Reply told = visits("invoice-officer", file.toString()).granted();
        assertThat(told.json().get("recorded").asInt()).isEqualTo(1_200);
        assertThat(told.json().get("rejected")).isEmpty();
        assertThat(ledger.facts()).isEqualTo(facts + 3);
        assertThat(visits("invoice-officer", file.toString())
                        .granted()
                        .json()
                        .get("known")
                        .asInt())
                .isEqualTo(1_200);
        assertThat(ledger.facts()).isEqualTo(facts + 3);
    }

    @Test
    void visitsComeAsATableAndTheSameOnesTwiceChangeNothing() {
        billed.at(after);
        String file = visits("46.75");
        Reply first = visits("invoice-officer", file).granted();
        assertThat(first.json().get("recorded").asInt()).isEqualTo(5);
        long facts = ledger.facts();
        Reply again = visits("invoice-officer", file).granted();
        assertThat(again.json().get("recorded").asInt()).isZero();
        assertThat(again.json().get("known").asInt()).isEqualTo(5);
        assertThat(ledger.facts()).isEqualTo(facts);

        Reply mixed = visits(
                        "invoice-officer",
                        file
                                + visit("V-8", billed.budget, "soon")
                                + visit("V-9", UUID.randomUUID().toString(), "30"))
                .granted();
        assertThat(column(mixed, "rejectedRows", "rule")).containsExactly("not-a-count");
        assertThat(column(mixed, "rejected", "visitId")).containsExactly("V-9");
        visits("invoice-officer", "visit\n").refused(422, "file-unreadable");
        visits("provider", visits("1")).refused(403, "not-the-supplier");
    }

    /** A managed account with the instalment of the period and the person's contribution in it. */
    private String managedAccount() {
        ledger.as("contributions-officer")
                .post(billed.path() + "/contributions", "weekly", "42.10", "from", year.starts())
                .granted();
        String account = ledger.as("practitioner")
                .post(
                        billed.path() + "/accounts",
                        "kind",
                        "MANAGED_ACCOUNT",
                        "method",
                        "NET",
                        "holderRef",
                        "H-" + UUID.randomUUID(),
                        "startsOn",
                        year.starts())
                .granted()
                .text("/accountId");
        LocalDate first = served.first();
        String payment = ledger.as("payments-officer")
                .on(first)
                .post(billed.path() + "/instalments", "period", served.id().toString(), "kind", "REGULAR")
                .granted()
                .text("/paymentId");
        ledger.as("payments-approver")
                .post("/payments/" + payment + "/submission")
                .granted();
        for (String leg : List.of("BANK", "ACCOUNT")) {
            ledger.as("reconciler")
                    .post("/payments/" + payment + "/settlement", "on", first, "leg", leg)
                    .granted();
        }
        ledger.as("reconciler")
                .post(billed.path() + "/contribution-payments", "accountId", account, "amount", "168.40", "on", first)
                .granted();
        billed.at(after);
        return account;
    }

    private String invoice(String number, String hours, String amount) {
        return placed(resource("hc-2201.xml"))
                .replaceAll("(?s) *<cac:AdditionalItemProperty>.*?</cac:AdditionalItemProperty>\n", "")
                .replace(">HC-2201<", ">" + number + "<")
                .replace(">50<", ">" + hours + "<")
                .replace("1100.00", amount);
    }

    private String placed(String document) {
        return document.replace("SUP-1", billed.supplierRef)
                .replace("7b0a4d1e-51d0-4c57-9f5c-2f2c3f0f8a11", billed.budget)
                .replace("2025-06-02", served.first().toString())
                .replace("2025-06-29", served.last().toString())
                .replace("2025-06-30", after.toString())
                .replace("2025-07-10", after.toString())
                .replace("2025-07-30", after.plusDays(30).toString());
    }

    private static String resource(String name) {
        try (var in = InvoiceFilesIT.class.getResourceAsStream("/invoices/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String row(String number, String hours, String amount) {
        return String.join(
                        ",",
                        billed.supplierRef,
                        number,
                        billed.budget,
                        after.toString(),
                        served.first().toString(),
                        served.last().toString(),
                        amount,
                        "",
                        "",
                        "care",
                        hours,
                        "22.00",
                        amount,
                        "E")
                + "\n";
    }

    private String creditNote(String number, String corrects, String amount) {
        return row(number, "1", amount).replace(amount + ",,,", amount + ",CREDIT_NOTE," + corrects + ",");
    }

    /** Hours delivered in visits of at most ten. */
    private Reply visited(String hours) {
        return visits("invoice-officer", visits(hours)).granted();
    }

    private String visits(String hours) {
        StringBuilder file = new StringBuilder("visit,supplier,order,on,minutes\n");
        int left = new BigDecimal(hours).multiply(BigDecimal.valueOf(60)).intValueExact();
        for (int i = 1; left > 0; i++) {
            file.append(visit("V-" + i, billed.budget, Integer.toString(Math.min(left, 600))));
            left -= 600;
        }
        return file.toString();
    }

    private String visit(String id, String order, String minutes) {
        return String.join(",", id, billed.supplierRef, order, served.first().toString(), minutes) + "\n";
    }

    private Reply visits(String user, String file) {
        return ledger.as(user).with("Content-Type", "text/csv").postJson("/actuals", file);
    }

    private Reply ubl(String user, String document) {
        return ledger.as(user).with("Content-Type", "application/xml").postJson("/invoices", document);
    }

    private Reply csv(String user, String file) {
        return csv(user, UUID.randomUUID().toString(), file);
    }

    private Reply csv(String user, String key, String file) {
        return ledger.as(user).with("Content-Type", "text/csv").key(key).postJson("/invoices", file);
    }

    private static List<String> column(Reply reply, String list, String field) {
        return reply.json()
                .get(list)
                .valueStream()
                .map(each -> each.get(field).asString())
                .toList();
    }

    /** The part of an amount that a source bears which holds {@code held} of 1,240.00, by largest remainder. */
    private static String shareOf(String amount, String held) {
        BigDecimal exact = new BigDecimal(amount).multiply(new BigDecimal(held));
        return exact.divide(new BigDecimal("1240.00"), 2, RoundingMode.HALF_UP).toString();
    }
}
