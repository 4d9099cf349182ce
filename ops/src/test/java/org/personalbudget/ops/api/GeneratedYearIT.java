package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.payrun.EndToEnd;
import org.personalbudget.ledger.terms.PaymentId;
import tools.jackson.databind.JsonNode;

/**
 * A council's year made of dice: instalments, contributions, spend and stray money, with clean references. Its statements
 * reconcile to nothing unexplained, at least 95 of 100 lines without a person, and every other line has a name. How
 * large a council is, {@code -Dledger.year.budgets} says.
 */
class GeneratedYearIT {

    private static final int BUDGETS = Integer.getInteger("ledger.year.budgets", 20);
    private static final int PERIODS = Integer.getInteger("ledger.year.periods", 12);

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();

    private final Client reconciler = ledger.as("reconciler");
    private final Random dice = new Random(20260406);

    private record Member(DirectPayment budget, String account, long net, long due, String name, String bank) {}

    private record Paid(Member member, String payment) {}

    private long balance = 900_000_000;
    private long lines;
    private long byHand;

    @Test
    void aYearReconcilesToNothingUnexplained() {
        var year = ledger.nextYear();
        List<Member> council = new ArrayList<>();
        for (int i = 0; i < BUDGETS; i++) council.add(member(year.starts(), i));
        Map<String, Long> held = new HashMap<>();
        for (int number = 2; number < 2 + PERIODS; number++) {
            Period period = year.period(number);
            List<Paid> paid = new ArrayList<>();
            for (Member member : council) paid.add(paidOut(member, period));
            councilBank(period, paid);
            ledger.as("auditor")
                    .on(period.last().plusDays(1))
                    .get("/trial-balance")
                    .granted();
            for (Member member : council) custody(member, period, held);
        }
        long queued = ledger.as("auditor")
                .get("/reconciliation/queue?limit=1000")
                .granted()
                .json()
                .get("lines")
                .size();
        assertThat(queued).as("left for a person, of %s lines", lines).isEqualTo(byHand);
        assertThat((lines - queued) * 100 / lines)
                .as("percent matched without a person")
                .isGreaterThanOrEqualTo(95);
        proved("1000", byHand);
        for (Member member : council) proved(member.account, 0);
        new Books(ledger, council.getFirst().budget.budget).areInOrder();
    }

    /** Whatever the dice say, every difference has a name: what nobody knows yet, and what the bank had before. */
    private void proved(String account, long strays) {
        JsonNode proof = new Reconciling(ledger).proof(account);
        assertThat(proof.get("unexplained").asString()).as(proof.toString()).isEqualTo("0.00");
        long open = 0;
        for (JsonNode item : proof.get("items")) {
            assertThat(item.get("why").asString()).isIn("OPENING_BALANCE", "LINE_NOT_IN_LEDGER");
            if (item.get("why").asString().equals("LINE_NOT_IN_LEDGER")) open++;
        }
        assertThat(open).as(proof.toString()).isEqualTo(strays);
    }

    private void councilBank(Period period, List<Paid> paid) {
        LocalDate first = period.first();
        CamtFile file = new CamtFile("COUNCIL0001", first, first.plusDays(6), balance);
        for (Paid each : paid) {
            String id = EndToEnd.idOf(new PaymentId(UUID.fromString(each.payment)), 1);
            file.line(-each.member.net, first.plusDays(1), id, "Bacs");
            lines++;
        }
        if (dice.nextInt(4) == 0) {
            file.line(1_000 + dice.nextInt(90_000), first.plusDays(3), null, "stray " + period.id());
            lines++;
            byHand++;
        }
        balance = file.closing();
        file.importedBy(reconciler.on(first.plusDays(7)), "1000").granted();
    }

    private void custody(Member member, Period period, Map<String, Long> held) {
        LocalDate first = period.first();
        long before = held.getOrDefault(member.account, 0L);
        CamtFile file = new CamtFile("H" + member.account.substring(0, 16), first, period.last(), before)
                .line(member.net, first.plusDays(1 + dice.nextInt(3)), null, "COUNCIL DIRECT PAYMENT")
                .line(member.due, first.plusDays(1 + dice.nextInt(8)), null, "my part", member.name, member.bank, null);
        lines += 2;
        int spends = 1 + dice.nextInt(4);
        for (int i = 0; i < spends; i++) {
            long amount = 1_000 + 10L * dice.nextInt(700) + i;
            LocalDate on = first.plusDays(9 + dice.nextInt(15));
            member.budget.spend(member.account, text(amount), on, "FLEXIBLE", "choir", "Riverside Choir");
            file.line(-amount, on, null, "card payment");
            lines++;
        }
        held.put(member.account, file.closing());
        file.importedBy(reconciler, member.account).granted();
    }

    private Paid paidOut(Member member, Period period) {
        String payment =
                member.budget.instalment(period.id().toString(), period.first()).text("/paymentId");
        ledger.as("payments-approver")
                .on(period.first())
                .post("/payments/" + payment + "/submission")
                .granted();
        return new Paid(member, payment);
    }

    private Member member(LocalDate starts, int number) {
        long weekly = 20_000 + 10L * dice.nextInt(2_000);
        long contribution = 2_000 + dice.nextInt(3_000);
        long care = weekly * 6 / 10 / 100 * 100;
        DirectPayment budget = new DirectPayment(
                ledger,
                starts,
                text(weekly),
                "1.00",
                text(care),
                text(care),
                text(weekly - care),
                DirectPayment.allFrom("LA"));
        budget.contributes(text(contribution), starts);
        String account = budget.account("NET", starts);
        String name = "Robin Example" + number;
        ledger.as("practitioner")
                .with("Content-Type", "application/json")
                .send("PUT", "/people/" + budget.person, "{\"name\":\"" + name + "\"}")
                .granted();
        return new Member(
                budget,
                account,
                weekly * 4 - contribution * 4,
                contribution * 4,
                "Mx R Example" + number,
                "60000000" + (10_000_000 + number));
    }
}
