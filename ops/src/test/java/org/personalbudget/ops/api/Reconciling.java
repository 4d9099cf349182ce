package org.personalbudget.ops.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a reconciler does with what the ladder leaves over, and what proves an account. */
final class Reconciling {

    private final RunningLedger ledger;

    Reconciling(RunningLedger ledger) {
        this.ledger = ledger;
    }

    /** Says what a queued line is: the name of what it is, and its value. */
    Reply matched(JsonNode queued, String what, Object value) {
        return ledger.as("reconciler")
                .post(
                        "/reconciliation/matches",
                        "statementId",
                        queued.at("/line/statementId").asString(),
                        "line",
                        queued.at("/line/line").asInt(),
                        what,
                        value)
                .granted();
    }

    /** The lines of an account that wait for a person. */
    List<JsonNode> queue(String account) {
        List<JsonNode> lines = new ArrayList<>();
        ledger.as("reconciler")
                .get("/reconciliation/queue?account=" + account)
                .granted()
                .json()
                .get("lines")
                .forEach(lines::add);
        return lines;
    }

    /** Ledger − bank = named items, for an account. */
    JsonNode proof(String account) {
        return ledger.as("auditor")
                .get("/reconciliation/proof?account=" + account)
                .granted()
                .json();
    }
}
