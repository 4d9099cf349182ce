package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.personalbudget.projections.AllProjections;
import org.personalbudget.projections.reader.ProjectionReader;
import org.personalbudget.projections.reader.ReadSchema;
import org.personalbudget.projections.reader.Rebuild;
import tools.jackson.databind.JsonNode;

/** The journal of one budget as an auditor reads it, and the checks that every scenario ends with. */
final class Books {

    private final RunningLedger ledger;
    private final String budget;

    Books(RunningLedger ledger, String budget) {
        this.ledger = ledger;
        this.budget = budget;
    }

    /** Every line that events of a kind posted, as "Dr 1200/LA 912.59", memorandum accounts left out. */
    List<String> postedBy(String event) {
        return lines(event, false);
    }

    /** The same with nothing but the memorandum accounts, summed up to nothing. */
    List<String> memorandumOf(String event) {
        return lines(event, true);
    }

    private List<String> lines(String event, boolean memorandum) {
        List<String> lines = new ArrayList<>();
        for (JsonNode entry : entries()) {
            if (!entry.get("event").asString().equals(event)) continue;
            for (JsonNode line : entry.get("lines")) {
                if (line.get("account").asString().startsWith("9") == memorandum) lines.add(text(line));
            }
        }
        return lines;
    }

    static String text(JsonNode line) {
        boolean debit = !line.get("debit").asString().equals("0.00");
        return (debit ? "Dr " : "Cr ") + line.get("account").asString() + "/"
                + line.get("source").asString() + " "
                + line.get(debit ? "debit" : "credit").asString();
    }

    /** What an account of the chart comes to for this budget, debits less credits, in pence. */
    long total(String account) {
        return total(account, "");
    }

    /** The same of one source, or with an empty name of all. */
    long total(String account, String source) {
        long pence = 0;
        for (JsonNode entry : entries()) {
            for (JsonNode line : entry.get("lines")) {
                if (line.get("account").asString().startsWith(account)
                        && (source.isEmpty() || line.get("source").asString().equals(source))) {
                    pence += Pence.of(line.get("debit").asString())
                            - Pence.of(line.get("credit").asString());
                }
            }
        }
        return pence;
    }

    /** What events of a kind posted to an account for one service period, debits less credits, in pence. */
    long posted(String event, Object servicePeriod, String account) {
        long pence = 0;
        for (JsonNode entry : entries()) {
            boolean meant = entry.get("event").asString().equals(event)
                    && entry.get("servicePeriod").asString().equals(servicePeriod.toString());
            if (!meant) continue;
            for (JsonNode line : entry.get("lines")) {
                if (!line.get("account").asString().equals(account)) continue;
                pence += Pence.of(line.get("debit").asString())
                        - Pence.of(line.get("credit").asString());
            }
        }
        return pence;
    }

    /**
     * What a co-funder has advanced is its part of the money in the accounts, under query and to be paid back.
     *
     * @return that part, in pence
     */
    long advancedBy(String funder) {
        long part = total("12", funder) + total("5800", funder) + total("1350", funder);
        assertThat(-total("2500", funder)).as("2500/" + funder).isEqualTo(part);
        return part;
    }

    private List<JsonNode> entries() {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = ledger.as("auditor")
                    .get("/journal?budgetId=" + budget + "&limit=7" + cursor)
                    .granted()
                    .json();
            page.get("entries").forEach(entries::add);
            if (page.get("nextCursor").isNull()) return entries;
            cursor = "&cursor=" + page.get("nextCursor").asString();
        }
    }

    /** The balance of one account, as the holder of a role reads it. */
    JsonNode account(String account) {
        JsonNode accounts = ledger.as("reconciler")
                .get("/budgets/" + budget + "/balance")
                .granted()
                .json()
                .get("accounts");
        for (JsonNode each : accounts) if (each.get("accountId").asString().equals(account)) return each;
        throw new AssertionError("no account " + account + " in " + accounts);
    }

    /**
     * Every entry balances, the whole ledger balances, each account holds what the journal says, source by source, and what
     * people read is what the log says.
     */
    void areInOrder() {
        everyAccountIsProved();
        for (JsonNode entry : entries()) {
            long difference = 0;
            for (JsonNode line : entry.get("lines")) {
                difference += Pence.of(line.get("debit").asString())
                        - Pence.of(line.get("credit").asString());
            }
            assertThat(difference).as(entry.toString()).isZero();
        }
        assertThat(ledger.as("controller").get("/trial-balance").granted().text("/difference"))
                .isEqualTo("0.00");
        aReplayGivesTheSame();
    }

    /** The balance that the holder sees, by source, is what was posted to that account and nothing else. */
    private void everyAccountIsProved() {
        JsonNode accounts = ledger.as("reconciler")
                .get("/budgets/" + budget + "/balance")
                .granted()
                .json()
                .get("accounts");
        for (JsonNode account : accounts) {
            Map<String, Long> posted = postedTo(account.get("accountId").asString());
            Map<String, Long> shown = new TreeMap<>();
            account.get("bySource")
                    .properties()
                    .forEach(it -> shown.put(it.getKey(), Pence.of(it.getValue().asString())));
            shown.values().removeIf(pence -> pence == 0);
            assertThat(shown).as(account.toString()).isEqualTo(posted);
            long sum = posted.values().stream().mapToLong(Long::longValue).sum();
            assertThat(account.get("balance").asString()).isEqualTo(Pence.text(sum));
        }
    }

    private Map<String, Long> postedTo(String custody) {
        Map<String, Long> posted = new TreeMap<>();
        for (JsonNode entry : entries()) {
            for (JsonNode line : entry.get("lines")) {
                boolean held = line.get("account").asString().startsWith("12")
                        && line.get("accountId").asString("").equals(custody);
                if (!held) continue;
                long pence = Pence.of(line.get("debit").asString())
                        - Pence.of(line.get("credit").asString());
                posted.merge(line.get("source").asString(), pence, Long::sum);
            }
        }
        posted.values().removeIf(pence -> pence == 0);
        return posted;
    }

    private void aReplayGivesTheSame() {
        var next = new ProjectionReader(
                ledger.bean(org.personalbudget.ledger.eventstore.EventReader.class),
                ledger.bean(javax.sql.DataSource.class),
                ReadSchema.NEXT,
                AllProjections.list(),
                10_000,
                ledger.bean(io.micrometer.core.instrument.MeterRegistry.class));
        try {
            var result = new Rebuild(ledger.bean(javax.sql.DataSource.class), ledger.bean(ProjectionReader.class), next)
                    .run();
            assertThat(result.different()).isEmpty();
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }
}
