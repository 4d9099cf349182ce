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

    /** The ledger's clock stands at that day from now on. */
    void at(LocalDate day) {
        ledger.as("auditor").on(day).get("/trial-balance").granted();
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
                        List.of(care(), choir()))
                .granted();
        ledger.as("approver").post(path() + "/plans/1/approval").granted();
    }

    private Map<String, Object> care() {
        return object(
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
                supplier);
    }

    private static Map<String, Object> choir() {
        return object("id", "choir", "kind", "OUTCOME", "category", "FLEXIBLE", "outcomeId", "O2", "weekly", "35.00");
    }

    /** A managed account that is paid net for a period, with the person's contribution paid in. */
    String managedAccount(Period period, String contribution, LocalDate starts) {
        ledger.as("contributions-officer")
                .post(path() + "/contributions", "weekly", contribution, "from", starts)
                .granted();
        String account = ledger.as("practitioner")
                .post(path() + "/accounts", "kind", "MANAGED_ACCOUNT", "method", "NET", "startsOn", starts)
                .granted()
                .text("/accountId");
        String payment = ledger.as("payments-officer")
                .on(period.first())
                .post(path() + "/instalments", "period", period.id().toString(), "kind", "REGULAR")
                .granted()
                .text("/paymentId");
        handOver(payment);
        settle(payment, period.first());
        ledger.as("reconciler")
                .post(
                        path() + "/contribution-payments",
                        "accountId",
                        account,
                        "amount",
                        Pence.text(4 * Pence.of(contribution)),
                        "on",
                        period.first())
                .granted();
        return account;
    }

    void handOver(String payment) {
        ledger.as("payments-approver")
                .post("/payments/" + payment + "/submission")
                .granted();
    }

    void settle(String payment, LocalDate on) {
        ledger.as("reconciler")
                .post("/payments/" + payment + "/settlement", "on", on)
                .granted();
    }

    /** Tells of visits of at most eight hours a day from the first day of a period on, as many as the hours make. */
    Reply delivered(Period period, long quarters) {
        List<Map<String, Object>> visits = new ArrayList<>();
        long left = quarters;
        for (LocalDate day = period.first(); left > 0; day = day.plusDays(1)) {
            long today = Math.min(left, 32);
            visits.add(visit("V-" + budget.substring(0, 8) + "-" + day, day, today * 15));
            left -= today;
        }
        return tell("invoice-officer", visits);
    }

    Map<String, Object> visit(String id, LocalDate on, long minutes) {
        return object("visitId", id, "supplier", supplier, "order", budget, "on", on, "minutes", minutes);
    }

    Reply tell(String user, List<Map<String, Object>> visits) {
        return ledger.as(user).postJson("/actuals", JsonMapper.shared().writeValueAsString(object("visits", visits)));
    }

    Reply shown(String invoice) {
        return ledger.as("auditor").get("/invoices/" + invoice).granted();
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
