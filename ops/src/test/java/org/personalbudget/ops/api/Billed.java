package org.personalbudget.ops.api;

import static org.personalbudget.ops.api.Client.object;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.personalbudget.ledger.calendar.Period;
import tools.jackson.databind.json.JsonMapper;

/** A budget with home care ordered from an agency, and what the agency hands in for it. */
final class Billed {

    private final RunningLedger ledger;
    final String supplierRef = "S-" + UUID.randomUUID();
    final String supplier;
    final String budget;
    final String person = "P-" + UUID.randomUUID();

    /** Home care of 12.5 hours a week at 22.00, and 35.00 a week for something flexible. */
    Billed(RunningLedger ledger, LocalDate starts, List<Map<String, Object>> funders) {
        this(ledger, starts, funders, null);
    }

    Billed(RunningLedger ledger, LocalDate starts, List<Map<String, Object>> funders, String supplierRef) {
        this.ledger = ledger;
        String ref = supplierRef == null ? this.supplierRef : supplierRef;
        supplier = ledger.as("invoice-officer")
                .on(starts.minusDays(1))
                .post("/suppliers", "supplierRef", ref, "kind", "AGENCY")
                .granted()
                .text("/supplierId");
        budget = ledger.as("practitioner")
                .post(
                        "/budgets",
                        "personRef",
                        person,
                        "careGroup",
                        "ADULT",
                        "startsOn",
                        starts,
                        "weekly",
                        "310.00",
                        "indicativeWeekly",
                        "310.00",
                        "funders",
                        funders)
                .granted()
                .text("/budgetId");
        plan(starts, "310.00");
    }

    private void plan(LocalDate starts, String weekly) {
        ledger.as("practitioner")
                .post(
                        path() + "/plans",
                        "effectiveFrom",
                        starts,
                        "outcomes",
                        List.of(
                                object("id", "O1", "statement", "Getting up in the morning"),
                                object("id", "O2", "statement", "Singing with others")),
                        "lines",
                        List.of(
                                object(
                                        "id",
                                        "care",
                                        "kind",
                                        "SERVICE",
                                        "category",
                                        "HOME_CARE",
                                        "outcomeId",
                                        "O1",
                                        "weekly",
                                        "275.00",
                                        "unitsPerWeek",
                                        "12.5",
                                        "unitRate",
                                        "22.00",
                                        "supplierId",
                                        supplier),
                                object(
                                        "id",
                                        "choir",
                                        "kind",
                                        "OUTCOME",
                                        "category",
                                        "FLEXIBLE",
                                        "outcomeId",
                                        "O2",
                                        "weekly",
                                        "35.00")))
                .granted();
        ledger.as("approver").post(path() + "/plans/1/approval").granted();
    }

    String path() {
        return "/budgets/" + budget;
    }

    /** An invoice with one line of home care for a period. */
    Map<String, Object> invoice(String number, Period period, String hours, String rate, String net) {
        return invoice(number, period.first(), period.last(), List.of(line("1", hours, rate, net)), net, "0.00", net);
    }

    Map<String, Object> invoice(
            String number,
            LocalDate from,
            LocalDate to,
            List<Map<String, Object>> lines,
            String net,
            String tax,
            String gross) {
        return object(
                "number",
                number,
                "supplier",
                supplier,
                "order",
                budget,
                "issuedOn",
                to,
                "serviceFrom",
                from,
                "serviceTo",
                to,
                "lines",
                lines,
                "net",
                net,
                "tax",
                tax,
                "gross",
                gross);
    }

    static Map<String, Object> line(String id, String hours, String rate, String net) {
        return object("id", id, "quantity", hours, "rate", rate, "net", net, "vatCategory", "E");
    }

    Map<String, Object> creditNote(String number, String corrects, LocalDate on, String gross) {
        Map<String, Object> note =
                new LinkedHashMap<>(invoice(number, on, on, new ArrayList<>(), gross, "0.00", gross));
        note.put("kind", "CREDIT_NOTE");
        note.put("corrects", corrects);
        return note;
    }

    Reply submit(Map<String, Object> invoice) {
        return submitAs("invoice-officer", invoice);
    }

    Reply submitAs(String user, Object invoices) {
        return ledger.as(user).postJson("/invoices", JsonMapper.shared().writeValueAsString(invoices));
    }
}
