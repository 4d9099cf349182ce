package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same command twice has one effect and the same answer (law 6). */
class IdempotencyIT {

    private final RunningLedger ledger = RunningLedger.shared();

    @Test
    void theSameKeyAndBodyGivesTheFirstAnswerAgain() {
        Client practitioner = ledger.as("practitioner").key("K-" + UUID.randomUUID());

        Reply first = allocate(practitioner, "310.00").granted();
        long facts = ledger.facts();
        Reply second = allocate(practitioner, "310.00");

        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.position()).isEqualTo(first.position());
        assertThat(ledger.facts()).isEqualTo(facts);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Client practitioner = ledger.as("practitioner").key("K-" + UUID.randomUUID());
        allocate(practitioner, "310.00").granted();
        long facts = ledger.facts();

        allocate(practitioner, "311.00").refused(422, "idempotency-key-reused").about("Idempotency-Key");

        assertThat(ledger.facts()).isEqualTo(facts);
    }

    @Test
    void theSameKeyAtAnotherPathIsRefused() {
        Client officer = ledger.as("invoice-officer").key("K-" + UUID.randomUUID());
        String body = "{\"category\": \"HOME_CARE\", \"rate\": \"22.00\", \"from\": \"2025-04-07\"}";
        officer.postJson("/suppliers/" + UUID.randomUUID() + "/rates", body).refused(404, "no-such-supplier");

        officer.postJson("/suppliers/" + UUID.randomUUID() + "/rates", body).refused(422, "idempotency-key-reused");
    }

    @Test
    void keysAreTheirOwners() {
        String key = "K-" + UUID.randomUUID();

        Reply one = allocate(ledger.as("practitioner").key(key), "310.00").granted();
        Reply other = allocate(ledger.as("practitioner-2").key(key), "310.00").granted();

        assertThat(other.text("/budgetId")).isNotEqualTo(one.text("/budgetId"));
    }

    @Test
    void aRefusalIsRepeatedToo() {
        Client approver = ledger.as("approver").key("K-" + UUID.randomUUID());
        String path = "/budgets/" + UUID.randomUUID() + "/plans/1/approval";

        Reply first = approver.post(path).refused(404, "unknown-budget");
        Reply second = approver.post(path).refused(404, "unknown-budget");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.position()).isEqualTo(first.position());
    }

    @Test
    void ofManyAtOnceOneTakesEffect() throws Exception {
        Client officer = ledger.as("invoice-officer").key("K-" + UUID.randomUUID());
        String ref = "S-" + UUID.randomUUID();
        long facts = ledger.facts();

        List<Reply> replies = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, 20)
                    .mapToObj(
                            _ -> threads.submit(() -> officer.post("/suppliers", "supplierRef", ref, "kind", "MICRO")))
                    .toList();
            for (var each : running) replies.add(each.get());
        }

        var answers = new HashSet<String>();
        replies.forEach(reply -> answers.add(reply.granted().body() + reply.position()));
        assertThat(answers).hasSize(1);
        assertThat(ledger.facts()).isEqualTo(facts + 1);
    }

    private static Reply allocate(Client practitioner, String weekly) {
        return practitioner.post(
                "/budgets",
                "personRef",
                "P-1",
                "careGroup",
                "ADULT",
                "startsOn",
                "2025-04-07",
                "weekly",
                weekly,
                "indicativeWeekly",
                weekly,
                "funders",
                List.of(object("funder", "LA", "share", "100.00")));
    }
}
