package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.split;
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
import org.personalbudget.ledger.payrun.EndToEnd;
import org.personalbudget.ledger.terms.PaymentId;
import tools.jackson.databind.JsonNode;

/** What banks say, through the API: imported, matched, proved, and taken back. */
class StatementScenarioIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();
    private static final String BANK = "GB00TEST20000012345678";
    private static long balance = 500_000_000;

    private final Client reconciler = ledger.as("reconciler");
    private final Reconciling reconciling = new Reconciling(ledger);

    /** Pence; S01's own, or others of the same kind. */
    record Amounts(long weekly, long contribution, long care, long choir, int period) {
        static Amounts of(long seed) {
            Random dice = new Random(seed);
            long weekly = 20_000 + dice.nextInt(20_000);
            return new Amounts(
                    weekly,
                    2_000 + dice.nextInt(4_000),
                    weekly * 2 + dice.nextInt(5_000),
                    5_000 + dice.nextInt(3_000),
                    2 + dice.nextInt(8));
        }

        long gross() {
            return weekly * 4;
        }

        long due() {
            return contribution * 4;
        }

        long net() {
            return gross() - due();
        }
    }

    static Stream<Amounts> amounts() {
        return Stream.of(
                new Amounts(31_000, 4_210, 105_600, 11_800, 3), Amounts.of(61), Amounts.of(62), Amounts.of(63));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void s01TheBankSaysThatItLeftAndThatItArrived(Amounts amounts) {
        var year = ledger.nextYear();
        Period period = year.period(amounts.period);
        LocalDate first = period.first();
        DirectPayment budget = budget(year.starts(), amounts);
        String account = budget.account("NET", year.starts());
        String payment = paidOut(budget, period);

        Reply bank = bankStatement(first, first)
                .line(-amounts.net(), first, endToEnd(payment), "Bacs credit")
                .importedBy(reconciler.on(first.plusDays(1)), "1000")
                .granted();
        balance -= amounts.net();
        assertThat(bank.text("/byRule/R1")).isEqualTo("1");
        assertThat(bank.text("/queued")).isEqualTo("0");
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("PaymentSettled"))
                .containsExactly("Dr 1100/LA " + text(amounts.net()), "Cr 1000/LA " + text(amounts.net()));
        assertThat(books.postedBy("AccountCredited")).isEmpty();

        CamtFile custody = new CamtFile(account.substring(0, 18), first, period.last(), 0)
                .line(amounts.net(), first, null, "COUNCIL DP")
                .line(amounts.due(), first.plusDays(1), null, "contribution", "A Person", "60000099999999", null)
                .line(-amounts.care, first.plusDays(9), null, "Agency invoice 12345")
                .line(-amounts.choir, first.plusDays(16), null, "Riverside choir");
        Reply held = custody.importedBy(reconciler.on(period.last().plusDays(1)), account)
                .granted();
        assertThat(held.text("/byRule/R3")).as(held.body()).isEqualTo("1");
        assertThat(books.postedBy("AccountCredited"))
                .containsExactly("Dr 1200/LA " + text(amounts.net()), "Cr 1190/LA " + text(amounts.net()));

        List<JsonNode> queue = reconciling.queue(account);
        assertThat(queue).hasSize(3);
        JsonNode due = queue.getFirst();
        assertThat(due.at("/suggestions/0/items/0").asString()).startsWith("CONTRIBUTION/");
        assertThat(due.at("/suggestions/0/reasons/0").asString()).isEqualTo("SAME_AMOUNT");
        reconciling.matched(
                due, "items", List.of(due.at("/suggestions/0/items/0").asString()));
        reconciling.matched(
                queue.get(1), "spend", Map.of("category", "HOME_CARE", "lineId", "care", "payee", "Agency"));
        reconciling.matched(
                queue.get(2), "spend", Map.of("category", "FLEXIBLE", "lineId", "choir", "payee", "Riverside Choir"));

        List<Long> care = split(amounts.care, List.of(amounts.net(), amounts.due()));
        assertThat(books.postedBy("SpendRecorded"))
                .contains(
                        "Dr 5000/LA " + text(amounts.care),
                        "Cr 1200/LA " + text(care.get(0)),
                        "Cr 1200/CLIENT " + text(care.get(1)));
        assertThat(books.account(account).get("balance").asString())
                .isEqualTo(text(amounts.gross() - amounts.care - amounts.choir));
        proved(account, amounts.gross() - amounts.care - amounts.choir, 0);
        assertThat(reconciling.queue(account)).isEmpty();
        proved("1000", null, 1);
        books.areInOrder();
    }

    @Test
    void theSameFileIsRefusedAndLinesOfAnotherAreNotTakenTwice() {
        var year = ledger.nextYear();
        Amounts amounts = Amounts.of(7);
        DirectPayment budget = budget(year.starts(), amounts);
        String account = budget.account("NET", year.starts());
        LocalDate day = year.period(2).first();
        CamtFile one = new CamtFile("OVERLAP" + year.year(), day, day.plusDays(6), 10_000)
                .line(-1_000, day.plusDays(1), null, "one")
                .line(-1_000, day.plusDays(1), null, "one")
                .line(-2_000, day.plusDays(5), null, "two");
        Client then = reconciler.on(day.plusDays(60));
        one.importedBy(then, account).granted();
        one.importedBy(then, account).refused(409, "statement-imported-already");

        CamtFile more = new CamtFile("OVERLAP" + year.year(), day, day.plusDays(9), 10_000)
                .line(-1_000, day.plusDays(1), null, "one")
                .line(-1_000, day.plusDays(1), null, "one")
                .line(-2_000, day.plusDays(5), null, "two")
                .line(-3_000, day.plusDays(8), null, "three");
        Reply overlapping = more.importedBy(then, account).granted();
        assertThat(overlapping.text("/overlapping")).isEqualTo("3");
        assertThat(overlapping.json().get("gap").isNull())
                .as(overlapping.body())
                .isTrue();
        assertThat(reconciling.queue(account)).hasSize(4);

        Reply gap = new CamtFile("OVERLAP" + year.year(), day.plusDays(20), day.plusDays(21), 2_500)
                .line(-500, day.plusDays(20), null, "four")
                .importedBy(then, account)
                .granted();
        assertThat(gap.text("/gap")).isEqualTo("-5.00");
        Reply filled = new CamtFile("OVERLAP" + year.year(), day.plusDays(10), day.plusDays(19), 3_000)
                .line(-500, day.plusDays(12), null, "in between")
                .importedBy(then, account)
                .granted();
        assertThat(filled.json().get("gap").isNull()).isTrue();
        assertThat(ledger.as("auditor")
                        .get("/statements/" + gap.text("/statementId"))
                        .granted()
                        .json()
                        .at("/summary/gap")
                        .isNull())
                .isTrue();
        new CamtFile("ANOTHER", day.plusDays(30), day.plusDays(31), 2_000)
                .line(-500, day.plusDays(30), null, "x")
                .importedBy(then, account)
                .refused(409, "statement-of-another-account");
        JsonNode proof = reconciling.proof(account);
        assertThat(proof.get("unexplained").asString()).isEqualTo("0.00");
        assertThat(proof.get("bank").asString()).isEqualTo("20.00");
        assertThat(proof.at("/items/0/why").asString()).isEqualTo("OPENING_BALANCE");
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void aMatchIsUndoneWithItsEffect(Amounts amounts) {
        var year = ledger.nextYear();
        Period period = year.period(amounts.period);
        LocalDate first = period.first();
        DirectPayment budget = budget(year.starts(), amounts);
        String account = budget.account("NET", year.starts());
        String payment = paidOut(budget, period);
        Reply bank = bankStatement(first, first)
                .line(-amounts.net(), first, endToEnd(payment), "Bacs credit")
                .importedBy(reconciler.on(first.plusDays(1)), "1000")
                .granted();
        balance -= amounts.net();

        Reply undone = reconciler
                .post(
                        "/reconciliation/matches/" + bank.text("/statementId") + "/1/undoing",
                        "reason",
                        "It was another payment")
                .granted();
        assertThat(undone.text("/items/0/outcome")).isEqualTo("TAKEN_BACK");
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("SettlementUndone"))
                .containsExactly("Dr 1000/LA " + text(amounts.net()), "Cr 1100/LA " + text(amounts.net()));
        assertThat(books.total("1000")).isZero();
        JsonNode open = reconciling.proof("1000");
        assertThat(open.get("unexplained").asString()).isEqualTo("0.00");
        assertThat(open.get("items").toString()).contains("LINE_NOT_IN_LEDGER");
        reconciler
                .post("/statements/" + bank.text("/statementId") + "/matching")
                .granted();
        assertThat(books.total("1000")).isEqualTo(-amounts.net());

        Reply custody = new CamtFile("U" + account.substring(0, 13), first, first.plusDays(3), 0)
                .line(amounts.net(), first, null, "COUNCIL DP")
                .line(amounts.due(), first.plusDays(1), null, "from somebody")
                .importedBy(reconciler.on(first.plusDays(5)), account)
                .granted();
        JsonNode unknown = reconciling.queue(account).getFirst();
        reconciling.matched(unknown, "unknownCredit", true);
        assertThat(books.total("1200", "UNKNOWN")).isEqualTo(amounts.due());
        assertThat(books.total("2400", "UNKNOWN")).isEqualTo(-amounts.due());
        undo(custody.text("/statementId"), 2);
        assertThat(books.total("2400")).isZero();
        reconciling.matched(reconciling.queue(account).getFirst(), "contribution", Map.of("budgetId", budget.budget));
        assertThat(books.total("1200", "CLIENT")).isEqualTo(amounts.due());
        undo(custody.text("/statementId"), 2);
        assertThat(books.total("1200", "CLIENT")).isZero();
        assertThat(books.total("1300")).isEqualTo(amounts.due());
        undo(custody.text("/statementId"), 1);
        assertThat(books.total("1200")).isZero();
        assertThat(books.total("1190")).isEqualTo(amounts.net());
        assertThat(reconciling.proof(account).get("unexplained").asString()).isEqualTo("0.00");
        books.areInOrder();
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void s20AnUnidentifiedReceiptAndS12AReturn(Amounts amounts) {
        var year = ledger.nextYear();
        Period period = year.period(amounts.period);
        LocalDate first = period.first();
        DirectPayment budget = budget(year.starts(), amounts);
        budget.account("NET", year.starts());
        String payment = paidOut(budget, period);
        CamtFile file = bankStatement(first, first.plusDays(3))
                .line(-amounts.net(), first, endToEnd(payment), "Bacs credit")
                .line(6_600, first.plusDays(1), null, "ref 4417")
                .line(amounts.net(), first.plusDays(2), endToEnd(payment), "unpaid", null, null, "AC04");
        Reply bank = file.importedBy(reconciler.on(first.plusDays(4)), "1000").granted();
        balance = file.closing();
        assertThat(bank.text("/byRule/R1")).isEqualTo("1");
        assertThat(bank.text("/byRule/R8")).as(bank.body()).isEqualTo("1");
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("PaymentReturned"))
                .containsExactly("Dr 1000/LA " + text(amounts.net()), "Cr 1190/LA " + text(amounts.net()));
        List<JsonNode> queue = reconciling.queue("1000").stream()
                .filter(line -> line.at("/line/statementId").asString().equals(bank.text("/statementId")))
                .toList();
        assertThat(queue).hasSize(1);
        Reply receipt = reconciling.matched(queue.getFirst(), "receipt", true);
        assertThat(receipt.text("/items/0/effect")).isEqualTo("Receives");
        assertThat(reconciling.proof("1000").get("unexplained").asString()).isEqualTo("0.00");
        books.areInOrder();
    }

    private void undo(String statement, int line) {
        reconciler
                .post("/reconciliation/matches/" + statement + "/" + line + "/undoing", "reason", "A mistake")
                .granted();
    }

    private void proved(String account, Long ledgerPence, int items) {
        JsonNode proof = reconciling.proof(account);
        assertThat(proof.get("unexplained").asString()).as(proof.toString()).isEqualTo("0.00");
        if (ledgerPence != null) assertThat(proof.get("ledger").asString()).isEqualTo(text(ledgerPence));
        if (items == 0) assertThat(proof.get("items")).isEmpty();
    }

    private static CamtFile bankStatement(LocalDate from, LocalDate to) {
        return new CamtFile(BANK, from, to, balance);
    }

    private static String endToEnd(String payment) {
        return EndToEnd.idOf(new PaymentId(UUID.fromString(payment)), 1);
    }

    private String paidOut(DirectPayment budget, Period period) {
        String payment = budget.instalment(
                        period.id().toString(), period.first().minusDays(5))
                .text("/paymentId");
        ledger.as("payments-approver")
                .on(period.first().minusDays(4))
                .post("/payments/" + payment + "/submission")
                .granted();
        return payment;
    }

    private DirectPayment budget(LocalDate starts, Amounts amounts) {
        long care = amounts.weekly * 8 / 10 / 100 * 100;
        DirectPayment budget = new DirectPayment(
                ledger,
                starts,
                text(amounts.weekly),
                "1.00",
                text(care),
                text(care),
                text(amounts.weekly - care),
                DirectPayment.allFrom("LA"));
        budget.contributes(text(amounts.contribution), starts);
        return budget;
    }
}
