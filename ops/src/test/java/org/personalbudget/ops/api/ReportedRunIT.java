package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;
import tools.jackson.databind.JsonNode;

/** Reports of the bank on a run: whose they may be, and that the debit of the whole file is known after them. */
class ReportedRunIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();
    private static final long NET = 124_000;
    private static long bank = 900_000_000;

    private final PayRuns runs = new PayRuns(ledger);
    private final Reconciling reconciling = new Reconciling(ledger);

    @AfterAll
    static void close() {
        ledger.close();
    }

    /**
     * @param settled how many of three the bank has reported to have left before its statement shows the debit
     * @param back how many of these it has reported to have come back
     */
    record Reported(int settled, int back, boolean named) {}

    static Stream<Reported> reports() {
        return Stream.of(
                new Reported(1, 0, true),
                new Reported(3, 0, true),
                new Reported(2, 0, false),
                new Reported(2, 1, true));
    }

    /** One run of three, handed to the bank. */
    private record Paid(Reply run, List<JsonNode> items, LocalDate entry) {

        String file() {
            return run.text("/runId").replace("-", "");
        }

        /** Those of other tests are paid with them. */
        int payments() {
            return run.json().at("/released/payments").asInt();
        }

        long total() {
            return Pence.of(run.text("/released/amount"));
        }

        String endToEnd(int item) {
            return items.get(item).get("endToEndId").asString();
        }
    }

    private Paid paid() {
        var year = ledger.nextYear();
        Period period = year.period(4);
        LocalDate built = period.first().minusDays(6);
        List<DirectPayment> budgets = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            DirectPayment budget = new DirectPayment(
                    ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
            accounts.add(budget.path() + "/accounts/" + budget.account("GROSS", year.starts()));
            budgets.add(budget);
        }
        for (String each : accounts) runs.details(each, PayRuns.NUMBER, built);
        Reply run = runs.build("MAIN", period.first(), built);
        LocalDate entry = LocalDate.parse(run.text("/dates/payOn"));
        Reply approved = runs.approve(run, LocalDate.parse(run.text("/dates/input")));
        ledger.as("payments-officer")
                .post("/pay-runs/" + run.text("/runId") + "/submission")
                .granted();
        List<JsonNode> items = new ArrayList<>();
        for (DirectPayment each : budgets) items.addAll(runs.itemsOf(run, each.budget));
        assertThat(items).hasSize(3);
        return new Paid(approved, items, entry);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theDebitIsTheFileWhateverWasReportedBefore(Reported reported) {
        Paid paid = paid();
        String id = paid.file().substring(0, 20);
        for (int i = 0; i < reported.settled; i++) {
            String left = PayRuns.camt054(id + "S" + i, paid.entry, paid.endToEnd(i), text(NET), false, "");
            assertThat(runs.report(left, paid.entry)
                            .granted()
                            .json()
                            .get("applied")
                            .asInt())
                    .isEqualTo(1);
        }
        for (int i = 0; i < reported.back; i++) {
            String back = PayRuns.camt054(id + "R" + i, paid.entry, paid.endToEnd(i), text(NET), true, "AC04");
            assertThat(runs.report(back, paid.entry)
                            .granted()
                            .json()
                            .get("applied")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(openOf(paid))
                .hasSize(paid.payments())
                .allMatch(key -> key.startsWith("MOVEMENT/") || key.startsWith("PAYMENT/"));
        assertThat(openOf(paid).stream().filter(key -> key.startsWith("MOVEMENT/")))
                .hasSize(reported.settled);

        CamtFile file = new CamtFile("BANK0001", paid.entry.minusDays(1), paid.entry, bank);
        if (reported.named) file.batch(-paid.total(), paid.entry, paid.file(), paid.payments());
        else file.line(-paid.total(), paid.entry, null, "BACS CONTRA");
        bank = file.closing();
        Reply taken = file.importedBy(ledger.as("reconciler").on(paid.entry.plusDays(1)), "1000")
                .granted();

        assertThat(taken.json().get("byRule").toString()).isEqualTo("{\"R2\":1}");
        assertThat(openOf(paid)).isEmpty();
        JsonNode proof = reconciling.proof("1000");
        assertThat(proof.get("unexplained").asString()).isEqualTo("0.00");
        returnsComeBack(reported, paid);
    }

    /** What came back is a line of its own. */
    private void returnsComeBack(Reported reported, Paid paid) {
        if (reported.back == 0) return;
        LocalDate day = paid.entry.plusDays(1);
        CamtFile file = new CamtFile("BANK0001", day, day, bank).line(NET, day, paid.endToEnd(0), "returned");
        bank = file.closing();
        Reply taken = file.importedBy(ledger.as("reconciler").on(day.plusDays(1)), "1000")
                .granted();
        assertThat(taken.text("/queued")).isEqualTo("0");
    }

    /** The keys under which what is open of a run can be matched. */
    private List<String> openOf(Paid paid) {
        JsonNode open = ledger.as("reconciler")
                .get("/reconciliation/items?account=1000&limit=1000")
                .granted()
                .json();
        List<String> keys = new ArrayList<>();
        for (JsonNode each : open.get("items")) {
            if (each.at("/runId").asString("").equals(paid.run.text("/runId")))
                keys.add(each.get("key").asString());
        }
        return keys;
    }

    /** A report is about our account, our service user number and our files, or about nobody's payments of ours. */
    @Test
    void whatIsReportedOfOthersIsRefused() {
        Paid paid = paid();
        String camt = PayRuns.camt054(paid.file().substring(0, 20), paid.entry, paid.endToEnd(0), text(NET), false, "");
        refused(camt.replace("08999966374958", "20000012345678"), paid, "account");
        refused(
                camt.replace("<Othr><Id>08999966374958</Id></Othr>", "<IBAN>GB33BUKB20201555555555</IBAN>"),
                paid,
                "account");
        String reference = paid.endToEnd(0).substring(0, 16).toUpperCase(java.util.Locale.ROOT)
                + paid.endToEnd(0).substring(32);
        String arucs = PayRuns.arucs("7", paid.entry.plusDays(2), paid.entry, reference, text(NET), "B");
        refused(arucs.replace("userNumber=\"123456\"", "userNumber=\"999999\""), paid, "service user");
        refused(
                arucs.replace(
                        "OriginatingAccount name=\"THE COUNCIL\" number=\"66374958\"",
                        "OriginatingAccount name=\"THE COUNCIL\" number=\"11111111\""),
                paid,
                "account");
        refused(pain002("0".repeat(32), paid), paid, "file");
        refused(pain002("SOMEBODY-ELSES", paid), paid, "file");
        assertThat(runs.report(pain002(paid.file(), paid), paid.entry)
                        .granted()
                        .json()
                        .get("applied")
                        .asInt())
                .isEqualTo(1);
    }

    private void refused(String report, Paid paid, String what) {
        Reply refused = runs.report(report, paid.entry.plusDays(2)).refused(422, "report-not-ours");
        assertThat(refused.text("/detail")).contains(what);
        assertThat(refused.text("/place")).isNotBlank();
        String payment = paid.items.getFirst().get("paymentId").asString();
        assertThat(ledger.as("auditor").get("/payments/" + payment).granted().body())
                .contains("SUBMITTED");
    }

    private static String pain002(String file, Paid paid) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>P-%s</MsgId><CreDtTm>%sT07:00:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>\
                </OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>
                <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
                </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
                """.formatted(paid.file().substring(0, 20), paid.entry, file, file, paid.endToEnd(0));
    }

    /** The bank rejects a whole file: all of it is tried again in one call, once. */
    @Test
    void aRejectedFileIsReissuedInOneCall() {
        Paid paid = paid();
        String rejected = pain002(paid.file(), paid)
                .replace("pain.001.001.09</OrgnlMsgNmId>", "pain.001.001.09</OrgnlMsgNmId><GrpSts>RJCT</GrpSts>")
                .replaceAll("(?s)<OrgnlPmtInfAndSts>.*</OrgnlPmtInfAndSts>", "");
        assertThat(runs.report(rejected, paid.entry)
                        .granted()
                        .json()
                        .get("applied")
                        .asInt())
                .isEqualTo(paid.payments());
        String path = "/pay-runs/" + paid.run.text("/runId") + "/reissue";
        assertThat(ledger.as("payments-officer").post(path).granted().text("/count"))
                .isEqualTo(Integer.toString(paid.payments()));
        assertThat(ledger.as("payments-officer").post(path).granted().text("/count"))
                .isEqualTo("0");
        Reply next = runs.build("CATCH_UP", paid.entry.plusDays(5), paid.entry.plusDays(1));
        for (JsonNode item : paid.items) {
            assertThat(runs.itemsOf(next, item.get("budgetId").asString()))
                    .singleElement()
                    .satisfies(again -> assertThat(again.get("attempt").asInt()).isEqualTo(2));
        }
    }

    /** Whoever comes second is told that it was done. */
    @Test
    void copiesOfAReportAtOnceApplyItOnce() {
        Paid paid = paid();
        String report =
                PayRuns.camt054(paid.file().substring(0, 20), paid.entry, paid.endToEnd(0), text(NET), false, "");
        Client officer = ledger.as("payments-officer").on(paid.entry);
        List<CompletableFuture<Reply>> copies = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            copies.add(CompletableFuture.supplyAsync(
                    () -> officer.with("Content-Type", "application/xml").postJson("/payment-reports", report)));
        }
        int applied = 0;
        for (CompletableFuture<Reply> each : copies)
            applied += each.join().granted().json().get("applied").asInt();
        assertThat(applied).isEqualTo(1);
    }
}
