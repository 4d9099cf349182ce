package org.personalbudget.ops.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalbudget.ledger.testing.TestPostgres;
import org.personalbudget.ops.LedgerApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A ledger on a database that it was given: nobody is let in by default, and its clock is real. */
class ForeignDatabaseIT {

    private final TestPostgres database = TestPostgres.fresh();

    @TempDir
    Path directory;

    @Test
    void startsOnlyWithAWayToSignIn() {
        assertThatThrownBy(this::start)
                .rootCause()
                .isInstanceOf(NoWayToSignIn.class)
                .hasMessageContaining("--ledger.security.user-file");
    }

    @Test
    void letsInWhoeverTheUserFileNamesAndNobodyElse() throws Exception {
        String hash = new BCryptPasswordEncoder(10).encode("correct horse");
        Path users = Files.writeString(directory.resolve("users"), "ann:" + hash + ":auditor\n");
        try (var ledger = start("--ledger.security.user-file=" + users, "--ledger.clock.settable=true")) {
            assertThat(get(ledger, "ann:correct horse", null).statusCode()).isEqualTo(200);
            assertThat(get(ledger, "ann:demo", null).statusCode()).isEqualTo(401);
            assertThat(get(ledger, "auditor:demo", null).statusCode()).isEqualTo(401);
            var clock = get(ledger, "ann:correct horse", "2025-06-02T09:00:00Z");
            assertThat(clock.statusCode()).isEqualTo(400);
            assertThat(clock.body()).contains("ledger-clock-off");
        }
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext ledger, String credentials, String clock)
            throws Exception {
        String port = ledger.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/trial-balance"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()));
        if (clock != null) request.header("Ledger-Clock", clock);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private ConfigurableApplicationContext start(String... more) throws Exception {
        Path key = Files.write(directory.resolve("key"), new byte[32]);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=ledger_service",
                "--spring.datasource.password=secret",
                "--spring.flyway.user=" + database.user(),
                "--spring.flyway.password=" + database.password(),
                "--ledger.register.key-file=" + key));
        arguments.addAll(List.of(more));
        return SpringApplication.run(LedgerApplication.class, arguments.toArray(String[]::new));
    }
}
