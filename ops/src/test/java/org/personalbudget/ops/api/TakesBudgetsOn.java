package org.personalbudget.ops.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.personalbudget.ops.api.RunningLedger.Year;
import tools.jackson.databind.JsonNode;

/** A council that takes budgets on from an old system. */
abstract class TakesBudgetsOn {

    static final String FILE = example();

    final RunningLedger ledger = RunningLedger.shared();
    final Year year = ledger.nextYear();
    final LocalDate day = year.starts();
    final String batch = "old-" + UUID.randomUUID();
    /** What the old system's references begin with here: the ledger takes each on once. */
    final String old = UUID.randomUUID() + "-";

    static String example() {
        try (var in = TakeOnScenarioIT.class.getResourceAsStream("/takeon/old-system.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The debts of the example are of the winter before it is taken on. */
    String file() {
        return FILE.replace("2024-12-30", day.minusDays(98).toString())
                .replace("2025-01-20", day.minusDays(77).toString())
                .replace("2025-02-03", day.minusDays(63).toString())
                .replace("OLD-", old);
    }

    /** A budget with an account and nothing in it, in the columns of the example. */
    String plain(String ref) {
        return String.join(
                "\n",
                "BUDGET," + old + ref + ",P-" + ref + ",ADULT,70.00,LA:100.00,LOW" + ",".repeat(15),
                "LINE," + old + ref + ",,,70.00,,,,club,SERVICE,FLEXIBLE" + ",".repeat(11),
                "ACCOUNT," + old + ref + ",".repeat(8) + "DIRECT_PAYMENT" + ",".repeat(8) + "NET,P-" + ref + ",,,",
                "");
    }

    Reply prepare(String name, LocalDate on, String csv) {
        return ledger.as("controller")
                .on(day)
                .with("Content-Type", "text/csv")
                .postJson("/take-ons?batch=" + name + "&on=" + on, csv);
    }

    Reply approve(String name, LocalDate today, String csv) {
        return ledger.as("controller-2")
                .on(today)
                .with("Content-Type", "text/csv")
                .postJson("/take-ons/" + name + "/approval", csv);
    }

    Reply prepare(String user, String csv) {
        return ledger.as(user)
                .on(day)
                .with("Content-Type", "text/csv")
                .postJson("/take-ons?batch=" + batch + "&on=" + day, csv);
    }

    Reply approve(String user, String csv) {
        return ledger.as(user)
                .on(day)
                .with("Content-Type", "text/csv; charset=utf-8")
                .postJson("/take-ons/" + batch + "/approval", csv);
    }

    static List<String> rejections(Reply reply) {
        List<String> lines = new ArrayList<>();
        for (JsonNode each : reply.json().get("rejected")) {
            lines.add(each.get("line").asInt() + " " + each.get("field").asString() + " "
                    + each.get("reason").asString());
        }
        return lines;
    }

    static List<String> rows(Reply reply, String name) {
        List<String> rows = new ArrayList<>();
        for (JsonNode each : reply.json().get(name)) {
            rows.add(each.get("code").asString() + " " + each.get("debit").asString() + " "
                    + each.get("credit").asString());
        }
        return rows;
    }

    List<String> statuses(Reply reply) {
        List<String> statuses = new ArrayList<>();
        for (JsonNode each : reply.json().get("budgets")) {
            statuses.add(each.get("ref").asString().replace(old, "OLD-") + " "
                    + each.get("status").asString());
        }
        return statuses;
    }

    Map<String, String> balances() {
        return balances(0);
    }

    /** The balance of every account but those of budgetary control, which follow the plans. */
    Map<String, String> balances(long after) {
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

    static Map<String, String> difference(Map<String, String> before, Map<String, String> after) {
        Map<String, String> difference = new TreeMap<>();
        after.forEach((code, balance) -> {
            long moved = Pence.of(balance) - Pence.of(before.getOrDefault(code, "0.00"));
            if (moved != 0) difference.put(code, Pence.text(moved));
        });
        return difference;
    }
}
