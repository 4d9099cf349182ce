package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;
import tools.jackson.databind.JsonNode;

/** Prepaid cards, and queries that begin with a statement. */
class CardScenarioIT {

    private static final String HEADER =
            "settled,used,amount,balance,card,currency,status,id,reference,what,merchant,mcc";
    private static final RunningLedger ledger = withMerchants();
    private static long bank = 900_000_000;
    private static long programme;

    private final Client reconciler = ledger.as("reconciler");
    private final Reconciling reconciling = new Reconciling(ledger);

    /** Which kind of merchant is which category is data of the installation. */
    private static RunningLedger withMerchants() {
        String property = "ledger.matching.merchants";
        System.setProperty(property, "{'8099':'HOME_CARE'}");
        try {
            return RunningLedger.ofItsOwn();
        } finally {
            System.clearProperty(property);
        }
    }

    /** Pence. */
    record Amounts(long weekly, long contribution, long care, long back, long declined, long drink, long cash) {
        static Amounts of(long seed) {
            Random dice = new Random(seed);
            long weekly = 25_000 + dice.nextInt(20_000);
            return new Amounts(
                    weekly,
                    2_000 + dice.nextInt(3_000),
                    20_000 + dice.nextInt(9_000),
                    1_000 + dice.nextInt(2_000),
                    1_000 + dice.nextInt(9_000),
                    2_000 + dice.nextInt(5_000),
                    1_000 + dice.nextInt(4_000));
        }

        long net() {
            return (weekly - contribution) * 4;
        }

        long due() {
            return contribution * 4;
        }
    }

    static Stream<Amounts> amounts() {
        return Stream.of(
                new Amounts(31_000, 4_210, 26_400, 2_200, 4_000, 6_499, 4_000),
                Amounts.of(71),
                Amounts.of(72),
                Amounts.of(73));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void s06AndS23OnACard(Amounts amounts) {
        var year = ledger.nextYear();
        Period period = year.period(3);
        LocalDate first = period.first();
        DirectPayment budget = budget(year.starts(), amounts);
        String card = budget.account("PREPAID_CARD", "NET", year.starts());
        fundAndLoad(budget, amounts, period);

        List<String> rows = new ArrayList<>();
        long held = row(rows, 0, amounts.net(), first, "LOADED", "load", "", "");
        held = row(rows, held, amounts.due(), first.plusDays(1), "LOADED", "load by the holder", "", "");
        held = row(rows, held, -amounts.care, first.plusDays(3), "SETTLED", "purchase", "Helping Hands", "8099");
        held = row(rows, held, amounts.back, first.plusDays(5), "SETTLED", "refund", "Helping Hands", "8099");
        rows.add(first.plusDays(6) + "," + first.plusDays(6) + "," + text(-amounts.declined) + ",,CARD" + year.year()
                + ",GBP,DECLINED,D1,,purchase,Lucky Dip,7995");
        Reply taken = reconciler
                .on(first.plusDays(8))
                .with("Content-Type", "text/csv")
                .postJson(
                        "/statements?account=" + card + "&mapping=sample-card-programme",
                        HEADER + "\n" + String.join("\n", rows).replace("CARD,", "CARD" + year.year() + ",") + "\n")
                .granted();
        assertThat(taken.json().get("byRule").toString())
                .as(taken.body())
                .contains("\"R3\":1", "\"MERCHANT\":1", "\"DECLINED\":1");

        List<JsonNode> queue = reconciling.queue(card);
        assertThat(queue).hasSize(2);
        reconciling.matched(queue.get(0), "contribution", Map.of("budgetId", budget.budget));
        Books books = new Books(ledger, budget.budget);
        String spend = reconciler
                .get(budget.path() + "/spend")
                .granted()
                .json()
                .at("/spends/0/spendId")
                .asString();
        reconciling.matched(queue.get(1), "refund", Map.of("spendId", spend));

        assertThat(books.account(card).get("balance").asString()).isEqualTo(text(held));
        assertThat(books.postedBy("SpendRecorded")).contains("Dr 5000/LA " + text(amounts.care));
        assertThat(books.postedBy("CardDeclined")).isEmpty();
        assertThat(ledger.as("auditor")
                        .get(budget.path() + "/history")
                        .granted()
                        .body())
                .contains("CardDeclined", "\"barred\":true");
        assertThat(books.total("1205")).isEqualTo(held);
        proved(card);
        proved("1010");
        proved("1000");
        query(budget, card, amounts, held, first, year.year());
        books.areInOrder();
    }

    /** S23: an off-licence and cash, from the statement to the query. */
    private void query(DirectPayment budget, String card, Amounts amounts, long held, LocalDate first, int year) {
        List<String> rows = new ArrayList<>();
        long left = row(rows, held, -amounts.drink, first.plusDays(10), "SETTLED", "purchase", "Off licence", "5921");
        row(rows, left, -amounts.cash, first.plusDays(11), "SETTLED", "cash", "Machine", "6011");
        reconciler
                .on(first.plusDays(14))
                .with("Content-Type", "text/csv")
                .postJson(
                        "/statements?account=" + card + "&mapping=sample-card-programme",
                        HEADER + "\n" + String.join("\n", rows).replace("CARD,", "CARD" + year + ",") + "\n")
                .granted();
        for (JsonNode line : reconciling.queue(card)) {
            reconciling.matched(line, "spend", Map.of("category", "FLEXIBLE", "lineId", "choir", "payee", "somebody"));
        }
        Books books = new Books(ledger, budget.budget);
        assertThat(books.total("5800")).isEqualTo(amounts.drink + amounts.cash);
        proved(card);
    }

    private void fundAndLoad(DirectPayment budget, Amounts amounts, Period period) {
        LocalDate first = period.first();
        String payment =
                budget.instalment(period.id().toString(), first.minusDays(5)).text("/paymentId");
        ledger.as("payments-approver")
                .on(first.minusDays(4))
                .post("/payments/" + payment + "/submission")
                .granted();
        CamtFile cards = new CamtFile("PROGRAMME01", first.minusDays(6), first, programme)
                .line(1_000_000, first.minusDays(6), null, "funding", null, "COUNCIL0002", null)
                .line(-amounts.net(), first.minusDays(4), null, "card load");
        programme = cards.closing();
        Reply before =
                cards.importedBy(reconciler.on(first.plusDays(1)), "1010").granted();
        CamtFile council = new CamtFile("COUNCIL0002", first.minusDays(6), first, bank)
                .line(-1_000_000, first.minusDays(6), null, "to the card programme", null, "PROGRAMME01", null);
        bank = council.closing();
        Reply transfer = council.importedBy(reconciler, "1000").granted();
        if (transfer.json().get("byRule").has("R9")) {
            reconciler
                    .post("/statements/" + before.text("/statementId") + "/matching")
                    .granted();
        }
    }

    private static long row(
            List<String> rows,
            long held,
            long amount,
            LocalDate on,
            String status,
            String what,
            String who,
            String mcc) {
        long after = held + amount;
        rows.add(on + "," + on + "," + text(amount) + "," + text(after) + ",CARD,GBP," + status + ",N" + on
                + rows.size() + ",," + what + "," + who + "," + mcc);
        return after;
    }

    private void proved(String account) {
        JsonNode proof = reconciling.proof(account);
        assertThat(proof.get("unexplained").asString()).as(proof.toString()).isEqualTo("0.00");
        for (JsonNode item : proof.get("items")) {
            assertThat(item.get("why").asString()).as(proof.toString()).isEqualTo("OPENING_BALANCE");
        }
    }

    private DirectPayment budget(LocalDate starts, Amounts amounts) {
        long care = amounts.weekly * 6 / 10 / 100 * 100;
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
