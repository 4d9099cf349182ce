package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Budgets come over from an old system: prepared by one controller, approved by another, proved in between. */
class TakeOnScenarioIT extends TakesBudgetsOn {

    @Test
    void everyRejectedLineIsExplainedAndTheTotalsAreProved() {
        Reply prepared = prepare("controller", file()).granted();

        assertThat(prepared.status()).isEqualTo(201);
        assertThat(prepared.json().get("budgets").asInt()).isEqualTo(2);
        assertThat(prepared.json().get("acceptedLines").asInt()).isEqualTo(18);
        assertThat(rejections(prepared))
                .containsExactly(
                        "20 funders funders must be positive shares that add up to 100.00.",
                        "20 weekly weekly is 200.00, and its lines come to 200.01.",
                        "21 weekly weekly is 200.01, and units times rate 200.00.",
                        "22 holder holder is missing: DIRECT_PAYMENT has a holder.",
                        "23 source source is EDUCATION, whose money this budget does not have.",
                        "24 ref ref names a budget that has no line BUDGET.",
                        "25 record record must be one of BUDGET, OUTCOME, LINE, ACCOUNT, BALANCE, ITEM.");
        assertThat(rows(prepared, "trialBalance"))
                .containsExactly(
                        "1200 1265.00 0.00",
                        "1215 1000.10 0.00",
                        "1300 168.40 0.00",
                        "1350 64.99 0.00",
                        "1400 46.20 0.00",
                        "1500 308.56 0.00",
                        "2350 0.00 25.00",
                        "2500 0.00 300.03",
                        "3000 0.00 2528.22");
        assertThat(prepared.text("/difference")).isEqualTo("0.00");
    }

    /** What a person has in the account and owes, and what the council's share of a second budget is, at other amounts. */
    @ParameterizedTest
    @ValueSource(longs = {17, 1717, 170})
    void otherAmountsAreProvedAndPostedAlike(long seed) {
        Random random = new Random(seed);
        long held = 1 + random.nextInt(200_000);
        long paidIn = 1 + random.nextInt(50_000);
        long owed = 1 + random.nextInt(50_000);
        long reclaimed = 1 + random.nextInt(50_000);
        long nhs = 1 + random.nextInt(90_000);
        String file = file().replace("LA,1071.60", "LA," + Pence.text(held))
                .replace("DIRECT_PAYMENT,,,CLIENT,168.40", "DIRECT_PAYMENT,,,CLIENT," + Pence.text(paidIn))
                .replace(
                        ",,CLIENT,168.40," + day.minusDays(98),
                        ",,CLIENT," + Pence.text(owed) + "," + day.minusDays(98))
                .replace("LA,64.99", "LA," + Pence.text(reclaimed))
                .replace("ICB,300.03", "ICB," + Pence.text(nhs));
        Map<String, String> before = balances();
        Reply prepared = prepare("controller", file).granted();

        // Direct payments 1200 hold 25.00 of the person's own, trusts 1215 the council's 700.07 besides.
        long others = held + paidIn + 2_500 + 70_007 + nhs + owed + reclaimed + 4_620 + 30_856 - 2_500 - nhs;
        assertThat(rows(prepared, "trialBalance"))
                .containsExactly(
                        "1200 " + Pence.text(held + paidIn + 2_500) + " 0.00",
                        "1215 " + Pence.text(70_007 + nhs) + " 0.00",
                        "1300 " + Pence.text(owed) + " 0.00",
                        "1350 " + Pence.text(reclaimed) + " 0.00",
                        "1400 46.20 0.00",
                        "1500 308.56 0.00",
                        "2350 0.00 25.00",
                        "2500 0.00 " + Pence.text(nhs),
                        "3000 0.00 " + Pence.text(others));
        Reply approved = approve("controller-2", file).granted();
        Map<String, String> posted = difference(before, balances(approved.position()));
        assertThat(posted).containsEntry("1200", Pence.text(held + paidIn + 2_500));
        assertThat(posted).containsEntry("2500", Pence.text(-nhs)).containsEntry("3000", Pence.text(-others));
        for (int i = 0; i < 2; i++) new Books(ledger, approved.text("/budgets/" + i + "/budgetId")).areInOrder();
    }

    @Test
    void theLedgerPostsWhatWasProvedAndNothingTwice() {
        Map<String, String> before = balances();
        Reply prepared = prepare("controller", file()).granted();
        assertThat(balances()).isEqualTo(before);
        long facts = ledger.facts();
        approve("controller", file()).refused(403, "take-on-preparer-may-not-approve");
        approve("controller-2", file().replace("1071.60", "1071.61")).refused(409, "take-on-file-differs");
        assertThat(ledger.facts()).isEqualTo(facts);

        Reply approved = approve("controller-2", file()).granted();

        assertThat(statuses(approved)).containsExactly("OLD-1 TAKEN_ON", "OLD-2 TAKEN_ON");
        Map<String, String> posted = difference(before, balances(approved.position()));
        Map<String, String> proved = new TreeMap<>();
        for (JsonNode row : prepared.json().get("trialBalance")) {
            long net = Pence.of(row.get("debit").asString())
                    - Pence.of(row.get("credit").asString());
            proved.put(row.get("code").asString(), Pence.text(net));
        }
        assertThat(posted).isEqualTo(proved);

        long after = ledger.facts();
        Reply again = approve("controller-2", file()).granted();
        assertThat(statuses(again)).containsExactly("OLD-1 UNCHANGED", "OLD-2 UNCHANGED");
        Reply preparedAgain = prepare("controller", file()).granted();
        assertThat(preparedAgain.json().get("repeated").asBoolean()).isTrue();
        prepare("controller", file().replace("1071.60", "1071.61")).refused(409, "take-on-already-approved");
        assertThat(ledger.facts()).isEqualTo(after);
        assertThat(again.json().at("/budgets/0/budgetId"))
                .isEqualTo(approved.json().at("/budgets/0/budgetId"));
        livesOn(approved);
    }

    /** What came over is paid, received and spent like anything that arose here. */
    private void livesOn(Reply approved) {
        String first = approved.text("/budgets/0/budgetId");
        String second = approved.text("/budgets/1/budgetId");
        Client reconciler = ledger.as("reconciler").on(day);
        JsonNode plan = ledger.as("auditor")
                .get("/budgets/" + first + "?after=" + approved.position())
                .granted()
                .json();
        assertThat(plan.toString()).contains("Singing with others, on Tuesdays").contains("1265.00");
        reconciler
                .post("/budgets/" + first + "/contribution-payments", "amount", "168.40", "on", day)
                .granted();
        Map<String, String> items = references(first);
        items.putAll(references(second));
        String receipt = reconciler
                .post("/receipts", "amount", "64.99", "on", day)
                .granted()
                .text("/receiptId");
        reconciler
                .post(
                        "/receipts/" + receipt + "/allocations",
                        "budgetId",
                        first,
                        "to",
                        "RECLAIM",
                        "id",
                        items.get("RECLAIM"))
                .granted();
        reconciler
                .post(
                        "/budgets/" + second + "/supplier-refunds/" + items.get("SUPPLIER_RECOVERY") + "/receipts",
                        "on",
                        day)
                .granted();
        ledger.as("controller")
                .post("/budgets/" + second + "/recharges/" + items.get("CO_FUNDER") + "/payments", "on", day)
                .granted();
        for (String budget : List.of(first, second)) {
            Books books = new Books(ledger, budget);
            for (String account : List.of("1300", "1350", "1400", "1500")) {
                assertThat(books.total(account)).as(account).isZero();
            }
            books.areInOrder();
        }
    }

    private Map<String, String> references(String budget) {
        Map<String, String> references = new TreeMap<>();
        JsonNode events = ledger.as("auditor")
                .get("/budgets/" + budget + "/history?limit=1000")
                .granted()
                .json()
                .get("events");
        for (JsonNode event : events) {
            if (!event.get("type").asString().equals("ItemTakenOn")) continue;
            JsonNode data = event.get("data");
            if (data.has("reference")) {
                references.put(
                        data.at("/item/kind").asString(), data.get("reference").asString());
            }
        }
        return references;
    }

    /** Found by a review: the second batch doubled every balance. */
    @Test
    void whatCameWithOneBatchDoesNotComeWithAnother() {
        prepare("controller", file()).granted();
        Reply first = approve("controller-2", file()).granted();
        Map<String, String> before = balances(first.position());
        String more = file() + plain("9");

        Reply prepared = prepare("corrected-" + batch, day, more).granted();
        Reply approved = approve("corrected-" + batch, day, more).granted();

        assertThat(rejections(prepared))
                .contains("2 ref ref was taken on before, as budget " + first.text("/budgets/0/budgetId") + ".");
        assertThat(prepared.json().get("budgets").asInt()).isEqualTo(1);
        assertThat(rows(prepared, "trialBalance")).isEmpty();
        assertThat(statuses(approved)).containsExactly("OLD-1 REFUSED", "OLD-2 REFUSED", "OLD-9 TAKEN_ON");
        assertThat(approved.text("/budgets/0/code")).isEqualTo("budget-already-taken-on");
        assertThat(balances(approved.position())).isEqualTo(before);
    }
}
