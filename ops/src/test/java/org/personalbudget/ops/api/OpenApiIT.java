package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API's description is part of the contract: a copy is kept where people and their tools find it. A change of the
 * API shows as a change of that file; {@code -Dopenapi.write=true} writes it anew.
 */
class OpenApiIT {

    private static final Path COPY = Path.of(System.getProperty("basedir", "."), "docs", "openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final RunningLedger ledger = RunningLedger.shared();

    @Test
    void theCopyIsWhatTheServiceSays() throws IOException {
        String now = described();
        if (Boolean.getBoolean("openapi.write")) Files.writeString(COPY, now);

        assertThat(Files.readString(COPY)).isEqualTo(now);
    }

    @Test
    void everyOperationIsDescribedWithItsProblems() throws IOException {
        List<String> undescribed = new ArrayList<>();
        JSON.readTree(described())
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode it = operation.getValue();
                    boolean problems = it.at("/responses/400/content/application~1problem+json")
                            .isObject();
                    if (it.path("summary").asString("").isBlank() || !problems) {
                        undescribed.add(operation.getKey() + " " + path.getKey());
                    }
                }));

        assertThat(undescribed).isEmpty();
    }

    /** In an order of its own, and without the port that only this test knows. */
    private String described() {
        Object api = JSON.readValue(
                ledger.as("auditor").get("/v3/api-docs").granted().body(), Object.class);
        ((java.util.Map<?, ?>) api).remove("servers");
        return JSON.writeValueAsString(api) + "\n";
    }
}
