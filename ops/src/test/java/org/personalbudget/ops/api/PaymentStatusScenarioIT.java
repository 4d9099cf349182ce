package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.calendar.Period;
import tools.jackson.databind.JsonNode;

/** What a bank says of a file before it pays it (pain.002): taken, then one payment of it refused, the others on their way. */
class PaymentStatusScenarioIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();
    private static long bank = 600_000_000;

    private final PayRuns runs = new PayRuns(ledger);
    private final Reconciling reconciling = new Reconciling(ledger);

    @AfterAll
    static void close() {
        ledger.close();
    }

    private record Held(DirectPayment budget, String account, long net) {}

    /** @param reason why the bank refuses it, and whether its details are blocked for that */
    @ParameterizedTest
    @CsvSource({"401, AC01, true", "402, AM09, false", "403, AC04, true", "404, B, true"})
    void takenThenOneRefused(long seed, String reason, boolean blocked) {
        Random dice = new Random(seed);
        var year = ledger.nextYear();
        Period period = year.period(2 + dice.nextInt(8));
        LocalDate built = period.first().minusDays(6);
        List<Held> council = new ArrayList<>();
        for (int i = 0; i < 2; i++) council.add(budget(year.starts(), dice));
        for (Held each : council) runs.details(payee(each), PayRuns.NUMBER, built);
        Reply run = runs.approve(runs.build("MAIN", period.first(), built), built);
        String file = run.text("/runId").replace("-", "");
        LocalDate entry = LocalDate.parse(run.text("/dates/payOn"));
        ledger.as("payments-officer")
                .post("/pay-runs/" + run.text("/runId") + "/submission")
                .granted();

        long facts = ledger.facts();
        Reply taken =
                runs.report(report(file, seed + "-1", built, "ACCP", ""), built).granted();
        assertThat(taken.json().get("applied").asInt()).isZero();
        assertThat(taken.json().get("unchanged").asInt())
                .isEqualTo(run.json().at("/released/payments").asInt());
        assertThat(ledger.facts()).as("one fact, that the report came").isEqualTo(facts + 1);

        Held refused = council.getFirst();
        Held other = council.getLast();
        String partly = report(
                file,
                seed + "-2",
                built,
                "PART",
                said(endToEnd(run, refused), reason, refused.net) + said(endToEnd(run, other)));
        Reply answer = runs.report(partly, built).granted();
        assertThat(answer.json().get("applied").asInt()).isEqualTo(1);
        assertThat(answer.json().get("unchanged").asInt()).isEqualTo(1);
        Books books = new Books(ledger, refused.budget.budget);
        assertThat(books.postedBy("PaymentReturned"))
                .containsExactly("Dr 1100/LA " + text(refused.net), "Cr 2200/LA " + text(refused.net));
        assertThat(books.total("1100")).isZero();
        assertThat(new Books(ledger, other.budget.budget).postedBy("PaymentReturned"))
                .isEmpty();
        assertThat(standing(refused)).isEqualTo(blocked ? "BLOCKED" : "APPROVED");
        assertThat(standing(other)).isEqualTo("APPROVED");
        facts = ledger.facts();
        assertThat(runs.report(partly, built).granted().json().get("repeated").asBoolean())
                .isTrue();
        assertThat(ledger.facts()).isEqualTo(facts);

        theDebitIsWhatIsLeft(run, refused, file, entry);
        assertThat(new Books(ledger, other.budget.budget).total("1000")).isEqualTo(-other.net);
        assertThat(books.total("1000")).isZero();
        books.areInOrder();
    }

    /** The bank pays the file less what it refused, by one debit. */
    private void theDebitIsWhatIsLeft(Reply run, Held refused, String file, LocalDate entry) {
        long left = Pence.of(run.text("/released/amount")) - refused.net;
        CamtFile statement = new CamtFile("STATUS01", entry, entry, bank)
                .batch(-left, entry, file, run.json().at("/released/payments").asInt() - 1);
        bank = statement.closing();
        Reply taken = statement
                .importedBy(ledger.as("reconciler").on(entry.plusDays(1)), "1000")
                .granted();
        assertThat(taken.json().get("byRule").toString()).isEqualTo("{\"R2\":1}");
        JsonNode proof = reconciling.proof("1000");
        assertThat(proof.get("unexplained").asString()).isEqualTo("0.00");
        assertThat(proof.get("items").valueStream().map(each -> each.get("why").asString()))
                .as(proof.toString())
                .containsExactly("OPENING_BALANCE");
    }

    private static String report(String file, String id, LocalDate on, String status, String payments) {
        String batch = payments.isEmpty()
                ? ""
                : "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + file + "</OrgnlPmtInfId>" + payments + "</OrgnlPmtInfAndSts>";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>PSR-%s</MsgId><CreDtTm>%sT16:45:10Z</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>\
                <GrpSts>%s</GrpSts></OrgnlGrpInfAndSts>%s
                </CstmrPmtStsRpt></Document>
                """.formatted(id, on, file, status, batch);
    }

    private static String said(String endToEnd, String reason, long net) {
        String code = reason.length() == 4 ? "Cd" : "Prtry";
        return "<TxInfAndSts><OrgnlEndToEndId>" + endToEnd + "</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><"
                + code
                + ">" + reason + "</" + code + "></Rsn></StsRsnInf><OrgnlTxRef><Amt><InstdAmt Ccy=\"GBP\">" + text(net)
                + "</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>";
    }

    private static String said(String endToEnd) {
        return "<TxInfAndSts><OrgnlEndToEndId>" + endToEnd + "</OrgnlEndToEndId><TxSts>ACSP</TxSts></TxInfAndSts>";
    }

    private String endToEnd(Reply run, Held held) {
        return runs.itemsOf(run, held.budget.budget)
                .getFirst()
                .get("endToEndId")
                .asString();
    }

    private String standing(Held held) {
        return ledger.as("payments-officer")
                .get(payee(held) + "/bank-details")
                .granted()
                .text("/versions/0/standing");
    }

    private static String payee(Held held) {
        return held.budget.path() + "/accounts/" + held.account;
    }

    private Held budget(LocalDate starts, Random dice) {
        long weekly = 25_000 + 10L * dice.nextInt(2_000);
        DirectPayment budget = new DirectPayment(
                ledger,
                starts,
                text(weekly),
                "1.00",
                "150.00",
                "150.00",
                text(weekly - 15_000),
                DirectPayment.allFrom("LA"));
        return new Held(budget, budget.account("NET", starts), weekly * 4);
    }
}
