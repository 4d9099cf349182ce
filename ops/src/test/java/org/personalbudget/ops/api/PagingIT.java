package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A list read page by page is the list. */
class PagingIT {

    private final RunningLedger ledger = RunningLedger.shared();

    @ParameterizedTest
    @CsvSource({
        "/budgets,budgets,budgetId",
        "/suppliers,suppliers,supplierId",
        "/journal,entries,position",
        "/audit/events,events,position",
        "/budgets/{budget}/history,events,position"
    })
    void everyItemIsOnOnePage(String path, String list, String id) {
        var year = ledger.nextYear();
        String budget = "";
        for (int i = 0; i < 3; i++) {
            budget = new DirectPayment(
                            ledger,
                            year.period(i + 1).first(),
                            "310.00",
                            "12.5",
                            "22.00",
                            "275.00",
                            "35.00",
                            DirectPayment.allFrom("LA"))
                    .budget;
            ledger.as("invoice-officer")
                    .post("/suppliers", "supplierRef", "S-" + UUID.randomUUID(), "kind", "AGENCY")
                    .granted();
        }
        String at = path.replace("{budget}", budget);

        assertThat(ids(at, list, id, 2)).isEqualTo(ids(at, list, id, 1000)).hasSizeGreaterThan(2);
    }

    private List<String> ids(String path, String list, String id, int limit) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ledger.as("auditor")
                    .get(path + "?limit=" + limit + cursor)
                    .granted()
                    .json();
            page.get(list).forEach(item -> ids.add(item.get(id).asString()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        return ids;
    }
}
