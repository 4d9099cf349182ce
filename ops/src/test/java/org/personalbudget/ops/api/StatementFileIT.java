package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A bank sends two days and two accounts in one file: each is a statement of its own, all of them or none. */
class StatementFileIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();
    private static final String BANK = "08999966374958";
    private static final String PROGRAMME = "PROGRAMME01";
    private static final LocalDate MONDAY = LocalDate.parse("2025-06-02");

    private final Reconciling reconciling = new Reconciling(ledger);

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void theStatementsOfAFileAreTakenInTogether() {
        CamtFile monday = new CamtFile(BANK, MONDAY, MONDAY, 500_000).line(-10_000, MONDAY, null, "fee 1");
        CamtFile tuesday = new CamtFile(BANK, MONDAY.plusDays(1), MONDAY.plusDays(1), monday.closing())
                .line(2_500, MONDAY.plusDays(1), null, "refund 2");
        CamtFile cards = new CamtFile(PROGRAMME, MONDAY.plusDays(1), MONDAY.plusDays(1), 0)
                .line(700, MONDAY.plusDays(1), null, "interest 3");
        String file = fileOf(monday, tuesday, cards);

        Reply unknown = taken(file).refused(422, "unknown-statement-account");
        assertThat(unknown.text("/statement")).isEqualTo("3");
        assertThat(imported()).isEmpty();
        ledger.as("reconciler")
                .with("Content-Type", "application/xml")
                .postJson("/statements?account=1000", file)
                .refused(422, "not-one-statement");

        new CamtFile(PROGRAMME, MONDAY, MONDAY, 0)
                .importedBy(ledger.as("reconciler"), "1010")
                .granted();
        Reply all = taken(file).granted();

        List<String> accounts = new ArrayList<>();
        for (JsonNode each : all.json().get("statements")) {
            accounts.add(each.get("account").asString());
            assertThat(each.get("queued").asInt()).isEqualTo(1);
            assertThat(each.get("gap").isNull()).isTrue();
        }
        assertThat(accounts).containsExactly("1000", "1000", "1010");
        assertThat(imported()).hasSize(4);
        for (String account : List.of("1000", "1010")) {
            assertThat(reconciling.proof(account).get("unexplained").asString()).isEqualTo("0.00");
        }
        assertThat(reconciling.queue("1000")).hasSize(2);
        taken(file).refused(409, "statement-imported-already");
        assertThat(imported()).hasSize(4);
    }

    private Reply taken(String file) {
        return ledger.as("reconciler")
                .on(MONDAY.plusDays(3))
                .with("Content-Type", "application/xml")
                .postJson("/statement-files", file);
    }

    private List<JsonNode> imported() {
        List<JsonNode> statements = new ArrayList<>();
        ledger.as("auditor")
                .get("/statements")
                .granted()
                .json()
                .get("statements")
                .forEach(statements::add);
        return statements;
    }

    private static String fileOf(CamtFile first, CamtFile... others) {
        String xml = first.xml();
        StringBuilder more = new StringBuilder();
        for (CamtFile each : others) {
            String other = each.xml();
            more.append(other, other.indexOf("<Stmt>"), other.indexOf("</BkToCstmrStmt>"));
        }
        return xml.replace("</BkToCstmrStmt>", more + "</BkToCstmrStmt>");
    }
}
