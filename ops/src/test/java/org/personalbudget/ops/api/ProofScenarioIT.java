package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.payrun.EndToEnd;
import org.personalbudget.ledger.terms.PaymentId;
import tools.jackson.databind.JsonNode;

/** What a proof said on a day it says for ever, whatever comes, is matched, undone or filled in later (law 9). */
class ProofScenarioIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();
    private static long bank = 500_000_000;

    private final Client reconciler = ledger.as("reconciler");
    private final Reconciling reconciling = new Reconciling(ledger);

    /** A proof as somebody saw it. */
    private record Seen(String question, LocalDate asked, JsonNode proof) {}

    private final List<Seen> seen = new ArrayList<>();

    @AfterAll
    static void close() {
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103})
    void everyProofThatWasSeenIsSeenAgain(long seed) {
        Random dice = new Random(seed);
        var year = ledger.nextYear();
        Period period = year.period(2 + dice.nextInt(8));
        LocalDate first = period.first();
        long weekly = 20_000 + 10L * dice.nextInt(2_000);
        DirectPayment budget = new DirectPayment(
                ledger,
                year.starts(),
                text(weekly),
                "1.00",
                "100.00",
                "100.00",
                text(weekly - 10_000),
                DirectPayment.allFrom("LA"));
        String account = budget.account("NET", year.starts());
        String payment =
                budget.instalment(period.id().toString(), first.minusDays(5)).text("/paymentId");
        look(first.minusDays(5), account);
        ledger.as("payments-approver")
                .on(first.minusDays(4))
                .post("/payments/" + payment + "/submission")
                .granted();
        look(first.minusDays(4), account);

        String statement = council(first, weekly * 4, payment);
        look(first.plusDays(1), account);
        undo(statement, first.plusDays(2));
        look(first.plusDays(2), account);
        reconciler
                .on(first.plusDays(3))
                .post("/statements/" + statement + "/matching")
                .granted();
        look(first.plusDays(3), account);

        long choir = 1_001 + 2L * dice.nextInt(1_000);
        custody(account, first, weekly * 4, choir);
        look(first.plusDays(5), account);
        ledger.as("auditor").on(first.plusDays(6)).get("/trial-balance").granted();
        budget.spend(account, text(choir), first.plusDays(4), "FLEXIBLE", "choir", "Choir");
        look(first.plusDays(6), account);
        gapAndWhatFillsIt(account, first, weekly * 4 - choir);
        matchedByHandAndUndone(account, first);

        for (Seen each : seen) assertThat(again(each)).as(each.question).isEqualTo(each.proof);
        assertThat(seen.stream().map(each -> each.proof.get("items").size()).distinct())
                .as("there was something to see")
                .hasSizeGreaterThan(2);
        new Books(ledger, budget.budget).areInOrder();
    }

    @Test
    void noProofIsKnownAheadOfTime() {
        LocalDate today = ledger.nextYear().starts();
        Client auditor = ledger.as("auditor").on(today);
        auditor.get("/reconciliation/proof?account=1000&known=" + today.plusDays(1) + "T09:00:00Z")
                .refused(422, "known-in-future");
        auditor.get("/reconciliation/proof?account=1000&on=" + today).refused(400, "unknown-parameter");
    }

    private String council(LocalDate first, long net, String payment) {
        CamtFile file = new CamtFile("PROOF0001", first, first, bank)
                .line(-net, first, EndToEnd.idOf(new PaymentId(UUID.fromString(payment)), 1), "Bacs");
        bank = file.closing();
        return file.importedBy(reconciler.on(first.plusDays(1)), "1000")
                .granted()
                .text("/statementId");
    }

    private void custody(String account, LocalDate first, long net, long choir) {
        new CamtFile(account.substring(0, 16), first, first.plusDays(4), 0)
                .line(net, first, null, "COUNCIL DP")
                .line(-choir, first.plusDays(4), null, "choir")
                .importedBy(reconciler.on(first.plusDays(5)), account)
                .granted();
    }

    /** A week is missing; what fills it comes last. */
    private void gapAndWhatFillsIt(String account, LocalDate first, long held) {
        String name = account.substring(0, 16);
        new CamtFile(name, first.plusDays(10), first.plusDays(12), held + 500)
                .line(7_001, first.plusDays(11), null, "from somebody")
                .importedBy(reconciler.on(first.plusDays(13)), account)
                .granted();
        look(first.plusDays(13), account);
        new CamtFile(name, first.plusDays(5), first.plusDays(9), held)
                .line(500, first.plusDays(6), null, "interest")
                .importedBy(reconciler.on(first.plusDays(14)), account)
                .granted();
        look(first.plusDays(14), account);
    }

    private void matchedByHandAndUndone(String account, LocalDate first) {
        ledger.as("auditor").on(first.plusDays(15)).get("/trial-balance").granted();
        for (JsonNode line : reconciling.queue(account)) {
            boolean choir = line.at("/line/amount").asString().startsWith("-");
            if (choir)
                reconciler
                        .post("/statements/" + line.at("/line/statementId").asString() + "/matching")
                        .granted();
            else reconciling.matched(line, "unknownCredit", true);
        }
        assertThat(reconciling.queue(account)).isEmpty();
        look(first.plusDays(15), account);
        for (JsonNode each : statements(account)) undo(each.get("statementId").asString(), first.plusDays(16));
        look(first.plusDays(16), account);
        ledger.as("auditor").on(first.plusDays(17)).get("/trial-balance").granted();
        for (JsonNode line : reconciling.queue(account)) {
            boolean credit = !line.at("/line/amount").asString().startsWith("-")
                    && line.at("/suggestions").isEmpty();
            if (credit) reconciling.matched(line, "unknownCredit", true);
        }
        look(first.plusDays(17), account);
    }

    private JsonNode statements(String account) {
        return ledger.as("auditor")
                .get("/statements?account=" + account)
                .granted()
                .json()
                .get("statements");
    }

    private void undo(String statement, LocalDate today) {
        reconciler
                .on(today)
                .post("/reconciliation/matches/" + statement + "/1/undoing", "reason", "A mistake")
                .granted();
    }

    /** Looks at both accounts as they are that day, and as they were some days before. */
    private void look(LocalDate today, String account) {
        for (String of : List.of("1000", account)) {
            for (LocalDate effective : List.of(today, today.minusDays(4))) {
                String question = "/reconciliation/proof?account=" + of + "&effective=" + effective;
                JsonNode proof =
                        ledger.as("auditor").on(today).get(question).granted().json();
                assertThat(proof.get("unexplained").asString())
                        .as(proof.toString())
                        .isEqualTo("0.00");
                seen.add(new Seen(question, today, proof));
            }
        }
    }

    private JsonNode again(Seen each) {
        return ledger.as("auditor")
                .get(each.question + "&known=" + each.asked + "T09:00:00Z")
                .granted()
                .json();
    }
}
