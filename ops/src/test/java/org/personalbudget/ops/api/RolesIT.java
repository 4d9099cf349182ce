package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Who may do what, path by path, as the running service answers. */
class RolesIT {

    private static final RunningLedger LEDGER = RunningLedger.shared();
    private static final List<String> USERS = List.of(
            "practitioner",
            "approver",
            "panel",
            "contributions-officer",
            "payments-officer",
            "payments-approver",
            "invoice-officer",
            "reconciler",
            "controller",
            "provider",
            "holder",
            "auditor",
            "admin");

    /** One endpoint of ours. */
    record Endpoint(String method, String path) {}

    static List<Endpoint> endpoints() {
        var mapping = LEDGER.mappings();
        List<Endpoint> endpoints = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> each :
                mapping.getHandlerMethods().entrySet()) {
            for (String path : each.getKey().getPatternValues()) {
                if (!path.startsWith("/api/v1")) continue;
                for (RequestMethod method : each.getKey().getMethodsCondition().getMethods()) {
                    endpoints.add(new Endpoint(method.name(), path));
                }
            }
        }
        return endpoints;
    }

    /** Whatever changes the ledger or the register; a replay changes neither, and would run on beside other tests. */
    static Stream<Endpoint> writes() {
        return endpoints().stream()
                .filter(endpoint -> !endpoint.method.equals("GET"))
                .filter(endpoint -> !endpoint.path.equals("/api/v1/admin/replays"));
    }

    static Stream<Endpoint> reads() {
        return endpoints().stream().filter(endpoint -> endpoint.method.equals("GET"));
    }

    @Test
    void everyPathOfTheContractIsThere() {
        var paths = new TreeSet<String>();
        endpoints().forEach(endpoint -> paths.add(endpoint.method + " " + endpoint.path.substring("/api/v1".length())));

        assertThat(paths)
                .contains(
                        "POST /budgets",
                        "POST /budgets/{budgetId}/plans",
                        "POST /budgets/{budgetId}/plans/{version}/approval",
                        "POST /budgets/{budgetId}/plans/{version}/rejection",
                        "POST /budgets/{budgetId}/contributions",
                        "POST /budgets/{budgetId}/contribution-dues",
                        "POST /budgets/{budgetId}/contribution-payments",
                        "POST /budgets/{budgetId}/accounts",
                        "POST /budgets/{budgetId}/instalments",
                        "POST /budgets/{budgetId}/spend",
                        "POST /budgets/{budgetId}/spend/{spendId}/queries",
                        "POST /budgets/{budgetId}/spend/{spendId}/answers",
                        "POST /budgets/{budgetId}/spend/{spendId}/judgements",
                        "POST /budgets/{budgetId}/spend/{spendId}/refunds",
                        "GET /budgets/{budgetId}/spend",
                        "GET /budgets/{budgetId}/spend/{spendId}",
                        "POST /budgets/{budgetId}/provider-payments",
                        "POST /budgets/{budgetId}/necessity-decisions",
                        "POST /budgets/{budgetId}/recharges",
                        "POST /budgets/{budgetId}/recharges/{rechargeId}/payments",
                        "POST /budgets/{budgetId}/recharges/{rechargeId}/advance-uses",
                        "POST /budgets/{budgetId}/recharges/{rechargeId}/reductions",
                        "POST /budgets/{budgetId}/funders",
                        "POST /budgets/{budgetId}/funder-advances",
                        "POST /budgets/{budgetId}/pool-payments",
                        "POST /budgets/{budgetId}/pool-repayments",
                        "POST /budgets/{budgetId}/reclaims/{reclaimId}/withdrawal",
                        "POST /pools",
                        "POST /pools/{poolId}/shares",
                        "POST /pools/{poolId}/spend",
                        "GET /pools/{poolId}",
                        "GET /receipts",
                        "GET /receipts/{receiptId}",
                        "POST /payments/{paymentId}/submission",
                        "POST /payments/{paymentId}/settlement",
                        "POST /payments/{paymentId}/return",
                        "POST /payments/{paymentId}/reissue",
                        "POST /suppliers/{supplierId}/bank-details",
                        "POST /suppliers/{supplierId}/bank-details/{version}/approval",
                        "POST /budgets/{budgetId}/accounts/{accountId}/bank-details",
                        "POST /budgets/{budgetId}/bank-details",
                        "POST /budgets/{budgetId}/death-query/dismissal",
                        "POST /pay-runs",
                        "POST /pay-runs/{runId}/approval",
                        "POST /pay-runs/{runId}/submission",
                        "GET /pay-runs",
                        "GET /pay-runs/{runId}",
                        "GET /pay-runs/{runId}/file",
                        "POST /payment-reports",
                        "POST /invoices",
                        "POST /actuals",
                        "POST /invoices/{invoiceId}/approval",
                        "POST /invoices/{invoiceId}/dispute",
                        "POST /invoices/{invoiceId}/release",
                        "POST /invoices/{invoiceId}/credit-notes",
                        "GET /invoices",
                        "GET /invoices/{invoiceId}",
                        "POST /suppliers",
                        "POST /suppliers/{supplierId}/rates",
                        "POST /policies",
                        "PUT /people/{personRef}",
                        "GET /people/{personRef}",
                        "DELETE /people/{personRef}",
                        "GET /budgets",
                        "GET /budgets/{budgetId}",
                        "GET /budgets/{budgetId}/balance",
                        "GET /budgets/{budgetId}/flexible-spend",
                        "GET /budgets/{budgetId}/history",
                        "GET /journal",
                        "GET /trial-balance",
                        "GET /suppliers",
                        "GET /payments/{paymentId}",
                        "POST /budgets/{budgetId}/suspension",
                        "POST /budgets/{budgetId}/resumption",
                        "POST /budgets/{budgetId}/ending",
                        "POST /budgets/{budgetId}/death",
                        "POST /budgets/{budgetId}/accounts/{accountId}/move",
                        "POST /budgets/{budgetId}/transfers",
                        "POST /payments/{paymentId}/cancellation",
                        "POST /bulk-changes",
                        "POST /bulk-changes/{batchId}/approval",
                        "GET /bulk-changes/{batchId}",
                        "POST /periods/{period}/closing",
                        "POST /periods/{period}/reopening",
                        "POST /periods/{period}/reopening/approval",
                        "GET /periods",
                        "GET /periods/{period}",
                        "GET /periods/{period}/accruals",
                        "POST /budgets/{budgetId}/accruals",
                        "POST /budgets/{budgetId}/accruals/{period}/reversal",
                        "GET /budgets/{budgetId}/forecast",
                        "GET /budgets/{budgetId}/comparison",
                        "GET /audit/events");
    }

    /** What a supplier hands in for itself. */
    private static final Set<String> HANDED_IN = Set.of("actuals", "credit-notes", "invoices");

    @ParameterizedTest
    @MethodSource("writes")
    void anAuditorWritesNothing(Endpoint endpoint) {
        call("auditor", endpoint).refused(403, "role-may-not");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aProviderWritesNothingButWhatItHandsIn(Endpoint endpoint) {
        if (HANDED_IN.contains(lastWord(endpoint))) return;
        call("provider", endpoint).refused(403, "role-may-not");
    }

    @ParameterizedTest
    @MethodSource("reads")
    void auditorsAndControllersReadEverything(Endpoint endpoint) {
        assertThat(call("auditor", endpoint).status()).isNotIn(401, 403);
        assertThat(call("controller", endpoint).status()).isNotIn(401, 403);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void aStrangerGetsNowhere(Endpoint endpoint) {
        LEDGER.stranger()
                .key("K")
                .send(endpoint.method, path(endpoint), body(endpoint))
                .refused(401, "not-signed-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo2", "", "DEMO"})
    void aWrongPasswordGetsNowhere(String password) {
        new Client(LEDGER, "auditor", password).get("/trial-balance").refused(401, "not-signed-in");
    }

    @Test
    void everyRoleMayChangeWhatTheContractSays() {
        Map<String, String> may = new TreeMap<>();
        for (String user : USERS) {
            var allowed = new TreeSet<String>();
            writes().forEach(endpoint -> {
                if (call(user, endpoint).status() != 403) allowed.add(lastWord(endpoint));
            });
            may.put(user, String.join(" ", allowed));
        }

        assertThat(may)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry(
                                "practitioner",
                                "accounts budgets death dismissal ending judgements move necessity-decisions people plans pools"
                                        + " queries reconsideration reliefs resumption reviews shares suspension"),
                        Map.entry("approver", "approval rejection"),
                        Map.entry("panel", "approval decision rejection"),
                        Map.entry("contributions-officer", "contribution-dues contribution-refunds contributions"),
                        Map.entry(
                                "payments-officer",
                                "bank-details block cancellation death instalments pay-runs payment-reports reissue return"
                                        + " submission"),
                        Map.entry("payments-approver", "approval block cancellation submission"),
                        Map.entry(
                                "invoice-officer",
                                "actuals approval credit-notes dispute invoices provider-payments rates release"
                                        + " supplier-refunds suppliers"),
                        Map.entry(
                                "reconciler",
                                "allocations answers contribution-payments funder-advances fundings matches matching"
                                        + " monitoring-scores payments"
                                        + " pool-payments pool-repayments queries receipts reclaims refunds reliefs"
                                        + " settlement spend statement-files statements transfers undoing withdrawal"),
                        Map.entry(
                                "controller",
                                "accruals advance-uses approval bulk-changes closing decision funder-advances funders"
                                        + " fundings payments receipts recharges reductions rejection reliefs reopening reversal"
                                        + " take-ons withdrawal"),
                        Map.entry("provider", "actuals credit-notes invoices"),
                        Map.entry("holder", "answers reconsideration spend"),
                        Map.entry("auditor", ""),
                        Map.entry("admin", "DELETE-people policies"))));
    }

    @Test
    void healthIsOpenAndNothingElse() {
        assertThat(LEDGER.stranger().get("/actuator/health").granted().text("/status"))
                .isEqualTo("UP");
        LEDGER.stranger().get("/actuator/metrics").refused(401, "not-signed-in");
        LEDGER.stranger().get("/v3/api-docs").refused(401, "not-signed-in");
        LEDGER.as("holder").get("/actuator/metrics").refused(403, "role-may-not");
    }

    @Test
    void aHolderSeesTheirOwnAndNoOther() {
        var year = LEDGER.nextYear();
        DirectPayment others = new DirectPayment(
                LEDGER, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
        String account = others.account("NET", year.starts());
        Client holder = LEDGER.as("holder");

        for (String view : List.of("", "/balance", "/flexible-spend")) {
            holder.get(others.path() + view).refused(403, "not-yours");
            holder.get("/budgets/" + UUID.randomUUID() + view).refused(403, "not-yours");
        }
        holder.get("/people/" + others.person).refused(403, "not-yours");
        holder.get("/budgets?personRef=" + others.person).refused(403, "not-yours");
        holder.post(
                        others.path() + "/spend",
                        "accountId",
                        account,
                        "amount",
                        "1.00",
                        "on",
                        year.starts(),
                        "category",
                        "FLEXIBLE")
                .refused(403, "not-the-holder");

        LEDGER.as("practitioner")
                .post(
                        others.path() + "/accounts",
                        "kind",
                        "MANAGED_ACCOUNT",
                        "method",
                        "NET",
                        "holderRef",
                        "holder",
                        "startsOn",
                        year.starts(),
                        "lines",
                        List.of("choir"))
                .granted();

        holder.get(others.path() + "/balance").granted();
        LEDGER.as("holder-2").get(others.path() + "/balance").refused(403, "not-yours");
    }

    @Test
    void aProviderSeesItselfAndNoOther() {
        String other = LEDGER.as("invoice-officer")
                .post("/suppliers", "supplierRef", "S-" + UUID.randomUUID(), "kind", "AGENCY")
                .granted()
                .text("/supplierId");
        LEDGER.as("invoice-officer").post("/suppliers", "supplierRef", "provider", "kind", "AGENCY");
        Client provider = LEDGER.as("provider");

        provider.get("/suppliers/" + other).refused(403, "not-yours");
        provider.get("/payments/" + UUID.randomUUID()).refused(403, "not-yours");
        provider.get("/budgets").refused(403, "role-may-not");
        Reply self = provider.get("/suppliers").granted();
        assertThat(self.json().get("suppliers").size()).isEqualTo(1);
        assertThat(self.text("/suppliers/0/supplierRef")).isEqualTo("provider");
    }

    private static Reply call(String user, Endpoint endpoint) {
        return LEDGER.as(user).key("K-" + UUID.randomUUID()).send(endpoint.method, path(endpoint), body(endpoint));
    }

    private static String path(Endpoint endpoint) {
        return endpoint.path
                .substring("/api/v1".length())
                .replace("{version}", "1")
                .replace("{personRef}", "P-nobody")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private static String body(Endpoint endpoint) {
        return endpoint.method.equals("GET") || endpoint.method.equals("DELETE") ? null : "{\"unknown\": 1}";
    }

    private static String lastWord(Endpoint endpoint) {
        String[] steps = endpoint.path.split("/");
        String last = steps[steps.length - 1];
        String name = last.startsWith("{") ? steps[steps.length - 2] : last;
        return endpoint.method.equals("DELETE") ? "DELETE-" + name : name;
    }
}
