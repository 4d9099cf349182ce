package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service says of itself to those who watch it. */
class MetricsIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /** There is a limit to the paths that requests are counted by, and beyond it they are dropped in silence. */
    @Test
    void requestsAreCountedByEveryPathOfTheApi() {
        JsonNode paths = JsonMapper.shared()
                .readTree(ledger.as("auditor").get("/v3/api-docs").granted().body())
                .get("paths");
        Set<String> asked = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue().propertyNames().forEach(method -> ask(method, path.getKey(), asked)));

        JsonNode tags = JsonMapper.shared()
                .readTree(ledger.as("admin")
                        .get("/actuator/metrics/http.server.requests")
                        .granted()
                        .body())
                .get("availableTags");

        Set<String> counted = new TreeSet<>();
        for (JsonNode tag : tags) {
            if (tag.get("tag").asString().equals("uri"))
                tag.get("values").forEach(value -> counted.add(value.asString()));
        }
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(counted).containsAll(asked);
    }

    private void ask(String method, String template, Set<String> asked) {
        String path = template.replaceFirst("^/api/v1", "")
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        if (method.equals("get")) ledger.as("auditor").get(path);
        else ledger.as("auditor").send(method.toUpperCase(Locale.ROOT), path, "{}");
        asked.add(template);
    }
}
