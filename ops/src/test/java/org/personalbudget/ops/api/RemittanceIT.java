package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ops.api.RunningLedger.Year;

/** A supplier is told which invoice a payment is for, what of it is paid, and why anything is not. */
class RemittanceIT {

    private final RunningLedger ledger = RunningLedger.shared();
    private final Year year = ledger.nextYear();
    private final Period served = year.period(3);
    private final LocalDate after = served.last().plusDays(1);
    private final Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
    private String payment = "";

    /** 52 hours billed where 50 are authorised: 1,100.00 of 1,144.00 is paid. */
    @BeforeEach
    void paidShort() {
        ledger.as("auditor").on(after).get("/trial-balance").granted();
        Reply answer = billed.submit(billed.invoice("HC-2202", served, "52", "22.00", "1144.00"))
                .granted();
        assertThat(answer.text("/approved")).as(answer.body()).isEqualTo("1100.00");
        payment = answer.text("/paymentIds/0");
    }

    @Test
    void itSaysWhatIsNotPaidAndWhy() {
        Reply due = get("application/json");
        assertThat(due.text("/status")).isEqualTo("INSTRUCTED");
        assertThat(due.text("/amount")).isEqualTo("1100.00");
        assertThat(due.text("/supplierRef")).isEqualTo(billed.supplierRef);
        assertThat(due.text("/dueOn")).isEqualTo(after.plusDays(30).toString());
        assertThat(due.json().has("paidOn")).isFalse();
        assertThat(due.json().has("reference")).isFalse();
        assertThat(due.text("/invoices/0/number")).isEqualTo("HC-2202");
        assertThat(due.text("/invoices/0/billed")).isEqualTo("1144.00");
        assertThat(due.text("/invoices/0/approved")).isEqualTo("1100.00");
        assertThat(due.text("/invoices/0/disputed")).isEqualTo("44.00");
        assertThat(due.text("/invoices/0/reasons/0/code")).isEqualTo("EXCEEDS_AUTHORISED");
        assertThat(due.text("/invoices/0/reasons/0/detail")).contains("52.00", "50.00", "44.00");

        pay();
        Reply paid = get("application/json");
        assertThat(paid.text("/status")).isEqualTo("SETTLED");
        assertThat(paid.text("/paidOn")).isEqualTo(after.toString());
        assertThat(paid.text("/reference"))
                .isEqualTo(payment.replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT) + "01");
    }

    /** Everything that was billed is in order: nothing to explain, in any form. */
    @Test
    void whatIsPaidInFullSaysNothingOfAShortfall() throws Exception {
        Period earlier = year.period(2);
        Reply answer = billed.submit(billed.invoice("HC-2201", earlier, "50", "22.00", "1100.00"))
                .granted();
        assertThat(answer.text("/status")).as(answer.body()).isEqualTo("APPROVED");
        payment = answer.text("/paymentIds/0");
        pay();

        Reply paid = get("application/json");
        assertThat(paid.text("/status")).isEqualTo("SETTLED");
        assertThat(paid.text("/amount")).isEqualTo("1100.00");
        assertThat(paid.json().get("invoices")).hasSize(1);
        assertThat(paid.text("/invoices/0/billed")).isEqualTo("1100.00");
        assertThat(paid.text("/invoices/0/approved")).isEqualTo("1100.00");
        assertThat(paid.text("/invoices/0/disputed")).isEqualTo("0.00");
        assertThat(paid.json().at("/invoices/0/reasons")).as(paid.body()).isEmpty();
        assertThat(get("text/csv").body().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains(",HC-2201,", ",1100.00,1100.00,0.00,");
        assertThat(textOf(pdf("/remittances/" + payment)))
                .contains("HC-2201", "1100.00 1100.00 0.00", "Amount £1100.00");
    }

    @Test
    void aSupplierReadsItAsATable() {
        Reply table = get("text/csv");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.body().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains(
                        payment + "," + billed.supplierRef + ",,",
                        ",HC-2202,",
                        ",1144.00,1100.00,44.00,EXCEEDS_AUTHORISED,");
        Reply all = ledger.as("invoice-officer")
                .with("Accept", "text/csv")
                .get("/suppliers/" + billed.supplier + "/remittances")
                .granted();
        assertThat(all.body()).isEqualTo(table.body());
    }

    @Test
    void aSupplierReadsItAsADocument() throws Exception {
        pay();
        byte[] one = pdf("/remittances/" + payment);
        assertThat(one).isEqualTo(pdf("/remittances/" + payment));
        assertThat(textOf(one))
                .contains(
                        "Remittance advice", billed.supplierRef, "HC-2202", "1144.00 1100.00 44.00", "Amount £1100.00");
        assertThat(textOf(pdf("/suppliers/" + billed.supplier + "/remittances")))
                .contains("HC-2202");
    }

    @Test
    void theListIsJsonWhereNothingElseIsAskedFor() {
        Reply all = ledger.as("invoice-officer")
                .get("/suppliers/" + billed.supplier + "/remittances")
                .granted();
        assertThat(all.text("/remittances/0/paymentId")).isEqualTo(payment);
        assertThat(ledger.as("invoice-officer")
                        .with("Accept", "*/*")
                        .get("/remittances/" + payment)
                        .text("/amount"))
                .isEqualTo("1100.00");
        ledger.as("invoice-officer")
                .with("Accept", "image/png")
                .get("/remittances/" + payment)
                .refused(406, "not-acceptable");
    }

    @Test
    void aProviderSeesOnlyItsOwn() {
        ledger.as("provider").get("/remittances/" + payment).refused(403, "not-yours");
        ledger.as("provider")
                .get("/suppliers/" + billed.supplier + "/remittances")
                .refused(403, "not-yours");
        ledger.as("provider")
                .with("Accept", "text/csv")
                .get("/remittances/" + payment)
                .refused(403, "not-yours");
        ledger.as("practitioner").get("/remittances/" + payment).refused(403, "role-may-not");
    }

    private void pay() {
        ledger.as("payments-approver")
                .post("/payments/" + payment + "/submission")
                .granted();
        ledger.as("reconciler")
                .post("/payments/" + payment + "/settlement", "on", after)
                .granted();
    }

    private Reply get(String accept) {
        return ledger.as("invoice-officer")
                .with("Accept", accept)
                .get("/remittances/" + payment)
                .granted();
    }

    private byte[] pdf(String path) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString("auditor:demo".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(ledger.uri("/api/v1" + path))
                .header("Accept", "application/pdf")
                .header("Authorization", "Basic " + credentials)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/pdf");
            return response.body();
        }
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
