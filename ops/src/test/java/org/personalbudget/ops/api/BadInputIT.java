package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request has a problem of its own, and leaves the ledger as it was. */
class BadInputIT {

    private static final String GOOD = """
            {"personRef": "P-1", "careGroup": "ADULT", "startsOn": "2025-04-07", "weekly": "310.00",
             "indicativeWeekly": "310.00", "funders": [{"funder": "LA", "share": "100.00"}]}
            """;

    private final RunningLedger ledger = RunningLedger.shared();
    private final Client practitioner = ledger.as("practitioner");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "weekly": "310.00"    | "weekly": 310.00        | wrong-type        | /weekly
            "weekly": "310.00"    | "weekly": "310"         | not-money         | /weekly
            "weekly": "310.00"    | "weekly": "310.0"       | not-money         | /weekly
            "weekly": "310.00"    | "weekly": "310.001"     | not-money         | /weekly
            "weekly": "310.00"    | "weekly": "3e2"         | not-money         | /weekly
            "weekly": "310.00"    | "weekly": "£310.00"     | not-money         | /weekly
            "weekly": "310.00"    | "weekly": "1,310.00"    | not-money         | /weekly
            "weekly": "310.00"    | "weekly": " 310.00"     | not-money         | /weekly
            "weekly": "310.00"    | "weekly": "NaN"         | not-money         | /weekly
            "weekly": "310.00"    | "weekly": ""            | not-money         | /weekly
            "weekly": "310.00"    | "weekly": true          | wrong-type        | /weekly
            "weekly": "310.00"    | "weekly": null          | missing-field     | /weekly
            "weekly": "310.00"    | "weekly": ["310.00"]    | wrong-type        | /weekly
            "2025-04-07"          | "07/04/2025"          | not-a-date        | /startsOn
            "2025-04-07"          | "2025-4-7"            | not-a-date        | /startsOn
            "2025-04-07"          | "2025-02-30"          | not-a-date        | /startsOn
            "2025-04-07"          | "2025-04-07T00:00:00" | not-a-date        | /startsOn
            "2025-04-07"          | "1925-04-07"          | date-out-of-range | /startsOn
            "2025-04-07"          | "2125-04-07"          | date-out-of-range | /startsOn
            "2025-04-07"          | 20250407              | wrong-type        | /startsOn
            "ADULT"               | "adult"               | not-one-of        | /careGroup
            "ADULT"               | 0                     | wrong-type        | /careGroup
            "P-1"                 | "Mrs Jane Smith"      | not-a-code        | /personRef
            "P-1"                 | "x' OR 1=1 --"        | not-a-code        | /personRef
            "P-1"                 | ""                    | not-a-code        | /personRef
            "LA"                  | "NHS"                 | not-one-of        | /funders/0/funder
            "100.00"              | "100%"                | not-a-percentage  | /funders/0/share
            "100.00"              | 100.00                | wrong-type        | /funders/0/share
            "personRef": "P-1",   | "colour": "red",      | unknown-field     | /colour
            "personRef": "P-1",   | {}                    | malformed-json    |
            {"personRef"          | {"personRef": "P-2", "personRef" | field-twice |
            """)
    void everyFieldHasItsRule(String good, String bad, String code, String field) {
        assertRefused(GOOD.replace(good, bad), 400, code, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | body-missing
            {"personRef":       | malformed-json
            [1, 2]              | wrong-type
            "text"              | wrong-type
            {} {}               | wrong-type
            """)
    void aBodyIsOneJsonObject(String body, String code) {
        assertRefused(body, 400, code, null);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        Reply reply = practitioner.postJson("/budgets", "{\"weekly\": \"1\", \"funders\": [{}]}");

        reply.refused(400, "missing-field").about("/personRef");
        assertThat(reply.json().at("/errors").size()).isEqualTo(7);
        assertThat(reply.text("/errors/3/field")).isEqualTo("/weekly");
        assertThat(reply.text("/errors/3/code")).isEqualTo("not-money");
    }

    @Test
    void aRuleThatIsNotMetTellsTheFigures() {
        Reply reply = refused(c -> c.postJson("/budgets", GOOD.replace("100.00", "70.00")), 422, "shares-not-whole");

        reply.about("/funders");
        assertThat(reply.text("/detail")).contains("70.00 %");
        assertThat(reply.position()).isPositive();
    }

    @Test
    void aDeepBodyIsRefusedWhereItLeavesTheExpected() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertRefused("{\"personRef\": " + deep + "}", 400, "wrong-type", "/personRef");
        assertRefused(deep, 400, "wrong-type", null);
    }

    @Test
    void aHugeBodyIsRefused() {
        assertRefused("{\"personRef\": \"" + "x".repeat(2 << 20) + "\"}", 413, "body-too-large", null);
    }

    @Test
    void aHugeTextIsRefused() {
        assertRefused("{\"personRef\": \"" + "x".repeat(20_000) + "\"}", 400, "value-too-long", null);
    }

    @Test
    void aHugeNumberIsRefused() {
        assertRefused("{\"personRef\": " + "9".repeat(500) + "}", 400, "value-too-long", null);
    }

    @Test
    void tooManyItemsAreRefused() {
        String many = "{\"funder\": \"LA\", \"share\": \"0.01\"},".repeat(500);
        assertRefused(GOOD.replace("[{", "[" + many + "{"), 400, "too-many-items", "/funders");
    }

    @Test
    void anotherContentTypeIsRefused() {
        refused(c -> c.with("Content-Type", "text/plain").postJson("/budgets", GOOD), 415, "unsupported-media-type");
        refused(
                c -> c.with("Content-Type", "application/xml").postJson("/budgets", "<a/>"),
                415,
                "unsupported-media-type");
    }

    @Test
    void anAnswerInAnotherFormatIsRefused() {
        refused(c -> c.with("Accept", "image/png").get("/budgets"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/budgets/x/y/z", "/", "/budgets/", "/Budgets"})
    void nothingIsAtAnotherPath(String path) {
        refused(c -> c.get(path), 404, "no-such-path");
    }

    @ParameterizedTest
    @CsvSource({"PUT,/budgets", "DELETE,/budgets", "PATCH,/budgets", "GET,/budgets/x/plans", "PUT,/journal"})
    void anotherMethodIsRefused(String method, String path) {
        Reply reply = refused(c -> c.send(method, path, "{}"), 405, "method-not-allowed");

        assertThat(reply.header("Allow")).isNotBlank();
    }

    @Test
    void aPathThatClimbsIsRefused() {
        refused(c -> c.get("/budgets/%2e%2e/budgets"), 400, "bad-request");
        refused(c -> c.get("/budgets;a=b"), 400, "bad-request");
        refused(c -> c.get("//budgets"), 400, "bad-request");
    }

    @Test
    void anIdIsAUuid() {
        refused(c -> c.get("/budgets/42"), 400, "not-a-uuid").about("budgetId");
        refused(c -> c.post("/budgets/1-1-1-1-1/plans"), 400, "not-a-uuid").about("budgetId");
    }

    @Test
    void aVersionIsANumber() {
        Client approver = ledger.as("approver");
        approver.post("/budgets/" + UUID.randomUUID() + "/plans/one/approval")
                .refused(400, "not-a-number")
                .about("version");
    }

    @Test
    void whatDoesNotExistIsToldSo() {
        UUID nothing = UUID.randomUUID();
        refused(c -> c.get("/budgets/" + nothing), 404, "unknown-budget");
        refused(c -> c.get("/budgets/" + nothing + "/balance"), 404, "unknown-budget");
        ledger.as("payments-approver")
                .post("/payments/" + nothing + "/submission")
                .refused(404, "unknown-payment");
        ledger.as("approver").post("/budgets/" + nothing + "/plans/1/approval").refused(404, "unknown-budget");
    }

    @Test
    void aChangeNeedsAKey() {
        long before = ledger.facts();

        practitioner
                .send("POST", "/budgets", GOOD)
                .refused(400, "idempotency-key-missing")
                .about("Idempotency-Key");
        practitioner.key("a b").postJson("/budgets", GOOD).refused(400, "idempotency-key-invalid");
        practitioner.key("x".repeat(129)).postJson("/budgets", GOOD).refused(400, "idempotency-key-invalid");

        assertThat(ledger.facts()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "effective=2025-13-01,not-a-date,effective",
        "effective=yesterday,not-a-date,effective",
        "effective=1900-01-01,date-out-of-range,effective",
        "known=2025-06-02,not-an-instant,known",
        "after=-1,not-a-position,after",
        "after=1.5,not-a-position,after",
        "efective=2025-06-02,unknown-parameter,efective",
        "effective=2025-06-02&effective=2025-06-03,parameter-twice,effective"
    })
    void aViewHasItsRules(String query, String code, String parameter) {
        ledger.as("auditor").get("/trial-balance?" + query).refused(400, code).about(parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit-out-of-range,limit",
        "limit=100000,limit-out-of-range,limit",
        "cursor=abc,not-a-cursor,cursor",
        "account=12,not-an-account,account",
        "budgetId=12,not-a-uuid,budgetId"
    })
    void aListHasItsRules(String query, String code, String parameter) {
        ledger.as("auditor").get("/journal?" + query).refused(400, code).about(parameter);
    }

    @Test
    void whatWillBeKnownIsNotKnown() {
        ledger.as("auditor")
                .get("/trial-balance?known=2044-01-01T00:00:00Z")
                .refused(422, "known-in-future")
                .about("known");
    }

    @Test
    void aViewThatIsNotThereYetSaysSo() {
        ledger.as("auditor").get("/trial-balance?after=999999999999").refused(503, "projection-behind");
    }

    private Reply assertRefused(String body, int status, String code, String field) {
        Reply reply = refused(c -> c.postJson("/budgets", body), status, code);
        if (field != null) reply.about(field);
        return reply;
    }

    private Reply refused(Function<Client, Reply> request, int status, String code) {
        long before = ledger.facts();
        Reply reply = request.apply(practitioner).refused(status, code);
        assertThat(ledger.facts()).as("the ledger is as it was").isEqualTo(before);
        return reply;
    }
}
