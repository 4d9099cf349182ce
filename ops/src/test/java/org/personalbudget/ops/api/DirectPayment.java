package org.personalbudget.ops.api;

import static org.personalbudget.ops.api.Client.object;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A budget with an approved plan of home care and something flexible, set up through the API as people would. */
final class DirectPayment {

    private final RunningLedger ledger;
    final String budget;
    final String person = "P-" + UUID.randomUUID();

    /**
     * Allocates and plans, the day before the budget starts.
     *
     * @param hours of home care a week, at {@code rate} an hour
     */
    DirectPayment(
            RunningLedger ledger,
            LocalDate starts,
            String weekly,
            String hours,
            String rate,
            String care,
            String flexible,
            List<Map<String, Object>> funders) {
        this.ledger = ledger;
        LocalDate before = starts.minusDays(1);
        budget = ledger.as("practitioner")
                .on(before)
                .post(
                        "/budgets",
                        "personRef",
                        person,
                        "careGroup",
                        "ADULT",
                        "startsOn",
                        starts,
                        "weekly",
                        weekly,
                        "indicativeWeekly",
                        weekly,
                        "funders",
                        funders)
                .granted()
                .text("/budgetId");
        ledger.as("practitioner")
                .post(
                        "/budgets/" + budget + "/plans",
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
                                        care,
                                        "unitsPerWeek",
                                        hours,
                                        "unitRate",
                                        rate),
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
                                        flexible)))
                .granted();
        ledger.as("approver").post("/budgets/" + budget + "/plans/1/approval").granted();
    }

    static List<Map<String, Object>> allFrom(String funder) {
        return List.of(object("funder", funder, "share", "100.00"));
    }

    void contributes(String weekly, LocalDate from) {
        ledger.as("contributions-officer")
                .post("/budgets/" + budget + "/contributions", "weekly", weekly, "from", from)
                .granted();
    }

    String account(String method, LocalDate starts) {
        return account("DIRECT_PAYMENT", method, starts);
    }

    String account(String kind, String method, LocalDate starts) {
        return ledger.as("practitioner")
                .post(
                        "/budgets/" + budget + "/accounts",
                        "kind",
                        kind,
                        "method",
                        method,
                        "holderRef",
                        person,
                        "startsOn",
                        starts)
                .granted()
                .text("/accountId");
    }

    Reply instalment(String period, LocalDate today) {
        return ledger.as("payments-officer")
                .on(today)
                .post("/budgets/" + budget + "/instalments", "period", period, "kind", "REGULAR")
                .granted();
    }

    void paid(String payment, LocalDate submitted, LocalDate settled) {
        ledger.as("payments-approver")
                .on(submitted)
                .post("/payments/" + payment + "/submission")
                .granted();
        ledger.as("reconciler")
                .on(settled)
                .post("/payments/" + payment + "/settlement", "on", settled)
                .granted();
    }

    Reply spend(String account, String amount, LocalDate on, String category, String line, Object payee) {
        return ledger.as("reconciler")
                .post(
                        "/budgets/" + budget + "/spend",
                        "accountId",
                        account,
                        "amount",
                        amount,
                        "on",
                        on,
                        "category",
                        category,
                        "lineId",
                        line,
                        "payee",
                        payee)
                .granted();
    }

    String path() {
        return "/budgets/" + budget;
    }
}
