package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ops.api.RunningLedger.Year;
import tools.jackson.databind.JsonNode;

/** Budgets come over from an old system: prepared by one controller, approved by another, proved in between. */
class TakeOnScenarioIT {

    private static final String FILE = example();

    private final RunningLedger ledger = RunningLedger.shared();
    private final Year year = ledger.nextYear();
    private final LocalDate day = year.starts();
    private final String batch = "old-" + UUID.randomUUID();
    /** What the old system's references begin with here: the ledger takes each on once. */
    private final String old = UUID.randomUUID() + "-";

    private static String example() {
        try (var in = TakeOnScenarioIT.class.getResourceAsStream("/takeon/old-system.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The debts of the example are of the winter before it is taken on. */
    private String file() {
        return FILE.replace("2024-12-30", day.minusDays(98).toString())
                .replace("2025-01-20", day.minusDays(77).toString())
                .replace("2025-02-03", day.minusDays(63).toString())
                .replace("OLD-", old);
    }

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

    /** Lines of their own: a carer, aftercare and the NHS alone cannot be charged for; without a contribution they come over. */
    @Test
    void aContributionThatNobodyMayBeAskedForIsRejectedWithItsReason() {
        String file = String.join(
                "\n",
                "record,ref,person,careGroup,aftercare,weekly,funders,contribution,line,kind,category,outcome,statement,method,holder",
                uncharged(old + "1", "CARER", "", "LA:100.00", "5.00"),
                uncharged(old + "2", "ADULT", "YES", "LA:100.00", "5.00"),
                uncharged(old + "3", "ADULT", "NO", "ICB:100.00", "5.00"),
                uncharged(old + "4", "ADULT", "perhaps", "LA:100.00", ""),
                uncharged(old + "5", "CARER", "", "LA:100.00", ""),
                uncharged(old + "6", "ADULT", "YES", "LA:100.00", "0.00"),
                uncharged(old + "7", "ADULT", "NO", "LA:100.00", "5.00"));
        Reply prepared = prepare("controller", file).granted();

        assertThat(rejections(prepared))
                .containsExactly(
                        "2 contribution contribution must be empty: the policy charges no carers.",
                        "6 contribution contribution must be empty: aftercare is never charged for.",
                        "10 contribution contribution must be empty: no council pays for this budget.",
                        "14 aftercare aftercare must be one of NO, YES.");
        Reply approved = approve("controller-2", file).granted();
        assertThat(statuses(approved)).containsExactly("OLD-5 TAKEN_ON", "OLD-6 TAKEN_ON", "OLD-7 TAKEN_ON");
        ledger.as("contributions-officer")
                .post(
                        "/budgets/" + approved.text("/budgets/1/budgetId") + "/contributions",
                        "weekly",
                        "5.00",
                        "from",
                        day)
                .refused(422, "aftercare-is-free");
    }

    /** What somebody is said to owe, or to have paid in, is rejected on its own row, for aftercare, carers and the NHS. */
    @Test
    void noContributionIsOpenWhereNobodyMayBeAskedForOne() {
        String item = ",,,,,,,,CONTRIBUTION,,,,,,CLIENT,10.00," + day;
        String file = String.join(
                "\n",
                "record,ref,person,careGroup,aftercare,weekly,funders,contribution,line,kind,category,outcome,statement,"
                        + "method,holder,source,amount,dueOn",
                open("D-1", "CARER", "", "LA:100.00", "ITEM,D-1" + item),
                open("D-2", "ADULT", "YES", "LA:100.00", "ITEM,D-2" + item),
                open("D-3", "ADULT", "NO", "ICB:100.00", "ITEM,D-3" + item),
                open("D-4", "ADULT", "NO", "LA:100.00", "ITEM,D-4" + item));
        Reply prepared = prepare("controller", file).granted();

        assertThat(rejections(prepared))
                .containsExactly(
                        "6 source source cannot be CLIENT: the policy charges no carers.",
                        "11 source source cannot be CLIENT: aftercare is never charged for.",
                        "16 source source cannot be CLIENT: no council pays for this budget.");
        assertThat(statuses(approve("controller-2", file).granted())).containsExactly("D-4 TAKEN_ON");
    }

    private static String open(String ref, String group, String aftercare, String funders, String item) {
        return uncharged(ref, group, aftercare, funders, "").replace("\n", ",,,\n") + ",,,\n" + item;
    }

    private static String uncharged(String ref, String group, String aftercare, String funders, String contribution) {
        return String.join(
                "\n",
                "BUDGET," + ref + ",P-" + ref + "," + group + "," + aftercare + ",70.00," + funders + "," + contribution
                        + ",,,,,,,",
                "OUTCOME," + ref + ",,,,,,,,,,O1,Seeing friends,,",
                "LINE," + ref + ",,,,70.00,,,club,OUTCOME,FLEXIBLE,O1,,,",
                "ACCOUNT," + ref + ",,,,,,,,DIRECT_PAYMENT,,,,NET,P-" + ref);
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

    /** Found by a review: the first was added up in silence, the second proved and then refused. */
    @Test
    void aBalanceComesOnceAndADebtOfLaterNotAtAll() {
        String twice = "BALANCE," + old + "7" + ",".repeat(15) + "DIRECT_PAYMENT,,,LA,10.00,\n";
        String later = "ITEM," + old + "8" + ",".repeat(8) + "CONTRIBUTION" + ",".repeat(10) + "CLIENT,10.00,"
                + day.plusDays(1) + "\n";
        String header = file().lines().findFirst().orElseThrow() + "\n";
        Reply prepared = prepare("controller", header + plain("7") + twice + twice + plain("8") + later)
                .granted();

        assertThat(rejections(prepared))
                .containsExactly(
                        "6 source source is there twice for this account.",
                        "10 dueOn dueOn is " + day.plusDays(1) + ", after the day of the take-on, " + day + ".");
    }

    @Test
    void aTakeOnIsApprovedOnItsDayOrLater() {
        String file = file().lines().findFirst().orElseThrow() + "\n" + plain("1");
        prepare(batch, day.plusDays(1), file).granted();
        approve(batch, day, file).refused(409, "take-on-not-yet");
        assertThat(statuses(approve(batch, day.plusDays(1), file).granted())).containsExactly("OLD-1 TAKEN_ON");
    }

    /** A budget with an account and nothing in it, in the columns of the example. */
    private String plain(String ref) {
        return String.join(
                "\n",
                "BUDGET," + old + ref + ",P-" + ref + ",ADULT,70.00,LA:100.00,LOW" + ",".repeat(15),
                "LINE," + old + ref + ",,,70.00,,,,club,SERVICE,FLEXIBLE" + ",".repeat(11),
                "ACCOUNT," + old + ref + ",".repeat(8) + "DIRECT_PAYMENT" + ",".repeat(8) + "NET,P-" + ref + ",,,",
                "");
    }

    @Test
    void whatIsNoTableIsToldWithItsLine() {
        Reply quote = prepare("controller", "record,ref\nBUDGET,\"A").refused(400, "not-a-table");
        assertThat(quote.json().get("line").asInt()).isEqualTo(2);
        assertThat(quote.text("/fault")).isEqualTo("NOT_CSV");
        prepare("controller", "record,colour\n").refused(400, "not-a-table");
        prepare("controller", "").refused(400, "not-a-table");
        ledger.as("controller")
                .postJson("/take-ons?batch=" + batch + "&on=" + day, "{}")
                .refused(415, "unsupported-media-type");
        ledger.as("controller")
                .with("Content-Type", "text/csv")
                .postJson("/take-ons?on=" + day, file())
                .refused(400, "missing-field")
                .about("batch");
    }

    @Test
    void thereHasToBeSomethingToTakeOn() {
        String nothing = "record,ref\nBUDGET,OLD-9\n";
        approve("controller-2", nothing).refused(404, "take-on-not-prepared");
        Reply prepared = prepare("controller", nothing).granted();
        assertThat(prepared.json().get("budgets").asInt()).isZero();
        approve("controller-2", nothing).refused(422, "nothing-to-take-on");
    }

    private Reply prepare(String name, LocalDate on, String csv) {
        return ledger.as("controller")
                .on(day)
                .with("Content-Type", "text/csv")
                .postJson("/take-ons?batch=" + name + "&on=" + on, csv);
    }

    private Reply approve(String name, LocalDate today, String csv) {
        return ledger.as("controller-2")
                .on(today)
                .with("Content-Type", "text/csv")
                .postJson("/take-ons/" + name + "/approval", csv);
    }

    private Reply prepare(String user, String csv) {
        return ledger.as(user)
                .on(day)
                .with("Content-Type", "text/csv")
                .postJson("/take-ons?batch=" + batch + "&on=" + day, csv);
    }

    private Reply approve(String user, String csv) {
        return ledger.as(user)
                .on(day)
                .with("Content-Type", "text/csv; charset=utf-8")
                .postJson("/take-ons/" + batch + "/approval", csv);
    }

    private static List<String> rejections(Reply reply) {
        List<String> lines = new ArrayList<>();
        for (JsonNode each : reply.json().get("rejected")) {
            lines.add(each.get("line").asInt() + " " + each.get("field").asString() + " "
                    + each.get("reason").asString());
        }
        return lines;
    }

    private static List<String> rows(Reply reply, String name) {
        List<String> rows = new ArrayList<>();
        for (JsonNode each : reply.json().get(name)) {
            rows.add(each.get("code").asString() + " " + each.get("debit").asString() + " "
                    + each.get("credit").asString());
        }
        return rows;
    }

    private List<String> statuses(Reply reply) {
        List<String> statuses = new ArrayList<>();
        for (JsonNode each : reply.json().get("budgets")) {
            statuses.add(each.get("ref").asString().replace(old, "OLD-") + " "
                    + each.get("status").asString());
        }
        return statuses;
    }

    private Map<String, String> balances() {
        return balances(0);
    }

    /** The balance of every account but those of budgetary control, which follow the plans. */
    private Map<String, String> balances(long after) {
        Map<String, String> balances = new TreeMap<>();
        JsonNode accounts = ledger.as("controller")
                .on(day)
                .get("/trial-balance?after=" + after)
                .granted()
                .json()
                .get("accounts");
        for (JsonNode row : accounts) {
            if (row.get("code").asString().startsWith("9")) continue;
            balances.put(row.get("code").asString(), row.get("balance").asString());
        }
        return balances;
    }

    private static Map<String, String> difference(Map<String, String> before, Map<String, String> after) {
        Map<String, String> difference = new TreeMap<>();
        after.forEach((code, balance) -> {
            long moved = Pence.of(balance) - Pence.of(before.getOrDefault(code, "0.00"));
            if (moved != 0) difference.put(code, Pence.text(moved));
        });
        return difference;
    }
}
