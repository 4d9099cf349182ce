package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.personalbudget.ledger.calendar.Period;

/** A budget that is all home care, ordered from an agency; set up through the API as people would. */
final class CareOrder {

    final String budget;
    private final RunningLedger ledger;
    private final String supplier;
    private final String rate;

    /** @param hours a week, at {@code rate} an hour, which together are the weekly amount */
    CareOrder(
            RunningLedger ledger,
            LocalDate starts,
            String weekly,
            String hours,
            String rate,
            List<Map<String, Object>> funders) {
        this.ledger = ledger;
        this.rate = rate;
        supplier = ledger.as("invoice-officer")
                .on(starts.minusDays(1))
                .post("/suppliers", "supplierRef", "AG-" + UUID.randomUUID(), "kind", "AGENCY")
                .granted()
                .text("/supplierId");
        budget = ledger.as("practitioner")
                .post(
                        "/budgets",
                        "personRef",
                        "P-" + UUID.randomUUID(),
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
        plan(starts, weekly, hours);
        ledger.as("panel").post(path() + "/plans/1/approval").granted();
    }

    private void plan(LocalDate starts, String weekly, String hours) {
        ledger.as("practitioner")
                .post(
                        path() + "/plans",
                        "effectiveFrom",
                        starts,
                        "outcomes",
                        List.of(object("id", "O1", "statement", "Getting up in the morning")),
                        "lines",
                        List.of(object(
                                "id",
                                "care",
                                "kind",
                                "SERVICE",
                                "category",
                                "HOME_CARE",
                                "outcomeId",
                                "O1",
                                "weekly",
                                weekly,
                                "unitsPerWeek",
                                hours,
                                "unitRate",
                                rate,
                                "supplierId",
                                supplier)))
                .granted();
    }

    String path() {
        return "/budgets/" + budget;
    }

    /** Entered as a payment. */
    Reply pay(String amount, Period served) {
        return ledger.as("invoice-officer")
                .post(
                        path() + "/provider-payments",
                        "supplierId",
                        supplier,
                        "lineId",
                        "care",
                        "amount",
                        amount,
                        "serviceFrom",
                        served.first(),
                        "serviceTo",
                        served.last())
                .granted();
    }

    /** Handed in as an invoice of one line, and in order. */
    Reply invoice(String hours, String net, Period served) {
        Reply answer = ledger.as("invoice-officer")
                .post(
                        "/invoices",
                        "number",
                        "HC-" + served.id(),
                        "supplier",
                        supplier,
                        "order",
                        budget,
                        "issuedOn",
                        served.last(),
                        "serviceFrom",
                        served.first(),
                        "serviceTo",
                        served.last(),
                        "lines",
                        List.of(object("id", "1", "quantity", hours, "rate", rate, "net", net, "vatCategory", "E")),
                        "net",
                        net,
                        "tax",
                        "0.00",
                        "gross",
                        net)
                .granted();
        assertThat(answer.text("/status")).as(answer.body()).isEqualTo("APPROVED");
        return answer;
    }
}
