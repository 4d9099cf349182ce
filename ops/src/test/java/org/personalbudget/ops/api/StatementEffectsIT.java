package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.payrun.EndToEnd;
import org.personalbudget.ledger.terms.PaymentId;
import tools.jackson.databind.JsonNode;

/** What becomes of the lines that a rule finds: fees, sums of several things, what a bank tells as JSON, and refusals. */
class StatementEffectsIT {

    private static final RunningLedger ledger = withFees();
    private static long bank = 800_000_000;

    private final Client reconciler = ledger.as("reconciler");
    private final Reconciling reconciling = new Reconciling(ledger);

    /** Which words are a fee is data of the installation. */
    private static RunningLedger withFees() {
        String property = "ledger.matching.fees";
        System.setProperty(property, "Bank charge, Unpaid item fee");
        try {
            return RunningLedger.ofItsOwn();
        } finally {
            System.clearProperty(property);
        }
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    /** Somebody with an account, of a year of their own. */
    private final class Holder {
        final RunningLedger.Year year = ledger.nextYear();
        final Random dice;
        final long weekly;
        final DirectPayment budget;
        final String account;
        final Books books;

        Holder(long seed) {
            dice = new Random(seed);
            weekly = 25_000 + 10L * dice.nextInt(2_000);
            budget = new DirectPayment(
                    ledger,
                    year.starts(),
                    text(weekly),
                    "1.00",
                    "100.00",
                    "100.00",
                    text(weekly - 10_000),
                    DirectPayment.allFrom("LA"));
            account = budget.account("NET", year.starts());
            books = new Books(ledger, budget.budget);
        }

        long net() {
            return weekly * 4;
        }

        String paidOut(Period period, LocalDate today) {
            String payment = budget.instalment(period.id().toString(), today).text("/paymentId");
            ledger.as("payments-approver")
                    .post("/payments/" + payment + "/submission")
                    .granted();
            return payment;
        }

        CamtFile file(LocalDate from, LocalDate to, long opening) {
            return new CamtFile("E" + account.substring(0, 16), from, to, opening);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 302, 303})
    void r7AFeeIsSpendAndIsTakenBackWithItsMatch(long seed) {
        Holder holder = new Holder(seed);
        LocalDate first = holder.year.period(2).first();
        holder.paidOut(holder.year.period(2), first.minusDays(3));
        long fee = 101 + holder.dice.nextInt(900);
        Reply taken = holder.file(first, first.plusDays(9), 0)
                .line(holder.net(), first, null, "COUNCIL DP")
                .line(-fee, first.plusDays(8), null, "UNPAID ITEM FEE 08SEP")
                .line(-fee, first.plusDays(9), null, "BANK CHARGEABLE THING")
                .importedBy(reconciler.on(first.plusDays(10)), holder.account)
                .granted();

        assertThat(taken.json().get("byRule").toString()).isEqualTo("{\"R3\":1,\"R7\":1}");
        assertThat(holder.books.postedBy("SpendRecorded"))
                .containsExactly("Dr 5800/LA " + text(fee), "Cr 1200/LA " + text(fee));
        JsonNode spend = spends(holder).get(0);
        assertThat(spend.get("category").asString()).isEqualTo("SUPPORT_FEE");
        assertThat(spend.get("status").asString())
                .as("no line of the plan is for it")
                .isEqualTo("UNDER_QUERY");
        assertThat(reconciling.queue(holder.account)).hasSize(1);
        named(holder.account, "LINE_NOT_IN_LEDGER");

        Reply undone = undo(taken.text("/statementId"), 2);
        assertThat(undone.text("/items/0/outcome")).isEqualTo("TAKEN_BACK");
        assertThat(holder.books.total("5800")).isZero();
        named(holder.account, "LINE_NOT_IN_LEDGER", "LINE_NOT_IN_LEDGER");
        again(taken.text("/statementId"));
        assertThat(holder.books.total("5800")).isEqualTo(fee);
        named(holder.account, "LINE_NOT_IN_LEDGER");
        holder.books.areInOrder();
    }

    @ParameterizedTest
    @ValueSource(longs = {311, 312, 313})
    void r6OneLineConfirmsSeveralSpends(long seed) {
        Holder holder = new Holder(seed);
        LocalDate first = holder.year.period(2).first();
        holder.paidOut(holder.year.period(2), first.minusDays(3));
        ledger.as("auditor").on(first.plusDays(10)).get("/trial-balance").granted();
        List<Long> amounts = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < 3; i++) {
            // Powers apart, so that only all three come to the sum.
            long amount = (1L << (10 + i)) + holder.dice.nextInt(100);
            amounts.add(amount);
            sum += amount;
            holder.budget.spend(holder.account, text(amount), first.plusDays(7 + i), "FLEXIBLE", "choir", "Choir");
        }
        Reply taken = holder.file(first, first.plusDays(9), 0)
                .line(holder.net(), first, null, "COUNCIL DP")
                .line(-sum, first.plusDays(9), null, "choir")
                .importedBy(reconciler, holder.account)
                .granted();

        assertThat(taken.json().get("byRule").toString()).isEqualTo("{\"R3\":1,\"R6\":1}");
        JsonNode items = line(taken.text("/statementId"), 2).get("items");
        assertThat(items.valueStream().map(each -> -Pence.of(each.get("amount").asString())))
                .containsExactlyInAnyOrderElementsOf(amounts);
        assertThat(spends(holder)).as("confirming records nothing").hasSize(3);
        named(holder.account);
        undo(taken.text("/statementId"), 2);
        named(
                holder.account,
                "LINE_NOT_IN_LEDGER",
                "MOVEMENT_NOT_AT_BANK",
                "MOVEMENT_NOT_AT_BANK",
                "MOVEMENT_NOT_AT_BANK");

        long other = amounts.get(1) + amounts.get(2);
        holder.budget.spend(holder.account, text(other), first.plusDays(9), "FLEXIBLE", "choir", "Choir");
        again(taken.text("/statementId"));
        assertThat(reconciling.queue(holder.account))
                .as("now there are two ways to the sum")
                .hasSize(1);
        holder.books.areInOrder();
    }

    @ParameterizedTest
    @ValueSource(longs = {321, 322, 323})
    void r6OneDebitOfTheCouncilSettlesSeveralPayments(long seed) {
        Holder holder = new Holder(seed);
        LocalDate first = holder.year.period(3).first();
        PaymentId one = new PaymentId(UUID.fromString(holder.paidOut(holder.year.period(2), first)));
        holder.paidOut(holder.year.period(3), first);
        CamtFile file = new CamtFile("EFFECTS01", first, first.plusDays(2), bank)
                .line(-2 * holder.net(), first.plusDays(2), null, "two of " + EndToEnd.bacsReferenceOf(one, 1));
        bank = file.closing();
        Reply taken = file.importedBy(reconciler.on(first.plusDays(3)), "1000").granted();

        assertThat(taken.json().get("byRule").toString()).isEqualTo("{\"R6\":1}");
        assertThat(holder.books.postedBy("PaymentSettled"))
                .containsExactly(
                        "Dr 1100/LA " + text(holder.net()),
                        "Cr 1000/LA " + text(holder.net()),
                        "Dr 1100/LA " + text(holder.net()),
                        "Cr 1000/LA " + text(holder.net()));
        assertThat(holder.books.total("1100")).isZero();
        assertThat(openOf(holder)).isEmpty();
        undo(taken.text("/statementId"), 1);
        assertThat(holder.books.total("1000")).isZero();
        assertThat(openOf(holder)).containsExactly("LINE_NOT_IN_LEDGER");
        again(taken.text("/statementId"));
        assertThat(openOf(holder)).isEmpty();
        holder.books.areInOrder();
    }

    /** A fee from before the account was opened: the budget refuses it, and the line waits for a person. */
    @ParameterizedTest
    @ValueSource(longs = {331, 332, 333})
    void aRefusedEffectPutsTheLineBackIntoTheQueue(long seed) {
        Holder holder = new Holder(seed);
        LocalDate starts = holder.year.starts();
        long fee = 101 + holder.dice.nextInt(900);
        Reply taken = holder.file(starts.minusDays(3), starts.plusDays(2), 10_000)
                .line(-fee, starts.minusDays(2), null, "BANK CHARGE")
                .line(-fee, starts.plusDays(1), null, "BANK CHARGE")
                .importedBy(reconciler.on(starts.plusDays(3)), holder.account)
                .granted();

        assertThat(taken.json().get("byRule").toString()).isEqualTo("{\"R7\":1}");
        assertThat(taken.text("/queued")).isEqualTo("1");
        JsonNode queued = reconciling.queue(holder.account).getFirst();
        assertThat(queued.at("/line/line").asInt()).isEqualTo(1);
        assertThat(queued.at("/line/items")).isNotEmpty().allSatisfy(item -> {
            assertThat(item.get("undone").asBoolean()).isTrue();
            assertThat(item.get("refused").asString()).isEqualTo("before-account-opens");
        });
        assertThat(spends(holder)).hasSize(1);
        named(holder.account, "OPENING_BALANCE", "LINE_NOT_IN_LEDGER");

        reconciler
                .post(
                        "/reconciliation/matches",
                        "statementId",
                        taken.text("/statementId"),
                        "line",
                        1,
                        "spend",
                        Map.of("category", "FLEXIBLE", "lineId", "choir", "payee", "Choir"))
                .refused(422, "before-account-opens");
        assertThat(reconciling.queue(holder.account)).hasSize(1);
        named(holder.account, "OPENING_BALANCE", "LINE_NOT_IN_LEDGER");
        holder.books.areInOrder();
    }

    /** Booked lines have effects; what is pending has none until the bank books it, whether or not it names its lines. */
    @ParameterizedTest
    @CsvSource({"341, true", "342, false", "343, true"})
    void ofOpenBankingOnlyBookedLinesCount(long seed, boolean named) {
        Holder holder = new Holder(seed);
        LocalDate first = holder.year.period(2).first();
        holder.paidOut(holder.year.period(2), first.minusDays(3));
        long fee = 101 + holder.dice.nextInt(900);
        String in = transaction(named ? "T1" : null, "Booked", "Credit", first, holder.net(), "COUNCIL DP");
        String out = transaction(named ? "T2" : null, "Pending", "Debit", first.plusDays(1), fee, "BANK CHARGE");
        Reply taken = json(holder, first.plusDays(2), in, out);

        assertThat(taken.json().get("byRule").toString()).isEqualTo("{\"R3\":1}");
        assertThat(taken.text("/queued")).isEqualTo("0");
        assertThat(holder.books.postedBy("AccountCredited"))
                .containsExactly("Dr 1200/LA " + text(holder.net()), "Cr 1190/LA " + text(holder.net()));
        assertThat(line(taken.text("/statementId"), 2).get("status").asString()).isEqualTo("PENDING");
        assertThat(reconciling.queue(holder.account)).isEmpty();
        assertThat(reconciling.proof(holder.account).get("bank").asString()).isEqualTo(text(holder.net()));
        named(holder.account);

        Reply later = json(holder, first.plusDays(3), in, out.replace("Pending", "Booked"));
        assertThat(later.text("/overlapping")).as(later.body()).isEqualTo("1");
        assertThat(later.json().get("byRule").toString()).isEqualTo("{\"R7\":1}");
        assertThat(reconciling.proof(holder.account).get("bank").asString()).isEqualTo(text(holder.net() - fee));
        assertThat(holder.books.total("1200")).isEqualTo(holder.net() - fee);
        named(holder.account);
        holder.books.areInOrder();
    }

    private Reply json(Holder holder, LocalDate today, String... transactions) {
        return reconciler
                .on(today)
                .postJson(
                        "/statements?account=" + holder.account,
                        "{\"Data\": {\"Transaction\": [" + String.join(",", transactions) + "]}}")
                .granted();
    }

    private static String transaction(
            String id, String status, String direction, LocalDate on, long pence, String words) {
        return """
                {"AccountId": "22289", %s"Status": "%s", "CreditDebitIndicator": "%s", "BookingDateTime": "%sT10:00:00Z",
                 "Amount": {"Amount": "%s", "Currency": "GBP"}, "TransactionInformation": "%s"}
                """.formatted(
                id == null ? "" : "\"TransactionId\": \"" + id + "\", ", status, direction, on, text(pence), words);
    }

    private JsonNode spends(Holder holder) {
        return reconciler.get(holder.budget.path() + "/spend").granted().json().get("spends");
    }

    private JsonNode line(String statement, int number) {
        JsonNode lines =
                reconciler.get("/statements/" + statement).granted().json().get("lines");
        for (JsonNode each : lines) if (each.get("line").asInt() == number) return each;
        throw new AssertionError("no line " + number + " in " + lines);
    }

    private Reply undo(String statement, int line) {
        return reconciler
                .post("/reconciliation/matches/" + statement + "/" + line + "/undoing", "reason", "A mistake")
                .granted();
    }

    private void again(String statement) {
        reconciler.post("/statements/" + statement + "/matching").granted();
    }

    /** What is open at the council's bank of a holder, or of nobody. */
    private List<String> openOf(Holder holder) {
        JsonNode proof = reconciling.proof("1000");
        assertThat(proof.get("unexplained").asString()).as(proof.toString()).isEqualTo("0.00");
        return proof.get("items")
                .valueStream()
                .filter(each -> each.get("budgetId").isNull()
                        || each.get("budgetId").asString().equals(holder.budget.budget))
                .map(each -> each.get("why").asString())
                .filter(why -> !why.equals("OPENING_BALANCE"))
                .toList();
    }

    /** Nothing is unexplained, and this is what explains it. */
    private void named(String account, String... why) {
        JsonNode proof = reconciling.proof(account);
        assertThat(proof.get("unexplained").asString()).as(proof.toString()).isEqualTo("0.00");
        assertThat(proof.get("items").valueStream().map(each -> each.get("why").asString()))
                .as(proof.toString())
                .containsExactlyInAnyOrder(why);
    }
}
