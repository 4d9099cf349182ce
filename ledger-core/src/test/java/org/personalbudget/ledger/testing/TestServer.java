package org.personalbudget.ledger.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL server behind {@link TestPostgres}, chosen once per JVM: the one named by the system property
 * {@code ledger.test.postgres.url} (with {@code .user} and {@code .password}), else a container where Docker answers,
 * else one embedded in the test's own process tree. {@code ledger.test.postgres.server} set to {@code container} or
 * {@code embedded} demands that one and fails without it. Wherever it runs, it makes every commit durable, as
 * production does: a test of what survives a crash would prove nothing otherwise.
 */
final class TestServer {

    static final int MAX_CONNECTIONS = 300;

    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/]+/)[^?]*(\\?.*)?");

    private final TestPostgres maintenance;
    private final Queue<String> databases = new ConcurrentLinkedQueue<>();

    private TestServer(String kind, TestPostgres maintenance) {
        this.maintenance = maintenance;
        System.err.println("tests use " + kind + ": " + maintenance.jdbcUrl());
    }

    static TestServer shared() {
        return Shared.SERVER;
    }

    TestPostgres freshDatabase() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name);
        databases.add(name);
        return new TestPostgres(urlOf(name), maintenance.user(), maintenance.password());
    }

    private String urlOf(String database) {
        var url = URL.matcher(maintenance.jdbcUrl());
        if (!url.matches()) {
            throw new IllegalArgumentException(
                    "expected jdbc:postgresql://host:port/database, not " + maintenance.jdbcUrl());
        }
        return url.group(1) + database + (url.group(2) == null ? "" : url.group(2));
    }

    private void execute(String sql) {
        try (var connection = maintenance.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " on " + maintenance.jdbcUrl(), e);
        }
    }

    private static TestServer choose() {
        var url = setting("url", "");
        if (!url.isEmpty()) return external(url);
        return switch (setting("server", "any")) {
            case "container" -> container();
            case "embedded" -> embedded();
            case "any" -> dockerAnswers() ? containerOrElseEmbedded() : embedded();
            default -> throw new IllegalArgumentException("ledger.test.postgres.server is container, embedded or any");
        };
    }

    /** A server that outlives us is left as it was found. */
    private static TestServer external(String url) {
        var maintenance = new TestPostgres(url, setting("user", "postgres"), setting("password", ""));
        var server = new TestServer("the PostgreSQL named by ledger.test.postgres.url", maintenance);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> server.databases.forEach(
                        name -> server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"))));
        return server;
    }

    private static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    private static TestServer containerOrElseEmbedded() {
        try {
            return container();
        } catch (RuntimeException e) {
            System.err.println("Docker answers, but has no PostgreSQL for us: " + e.getMessage());
            return embedded();
        }
    }

    /** An image named by {@code ledger.test.postgres.image} is one already on the machine and is never pulled. */
    @SuppressWarnings("resource") // Testcontainers removes the container when this JVM ends.
    private static TestServer container() {
        var image = setting("image", "");
        var container = new PostgreSQLContainer(
                DockerImageName.parse(image.isEmpty() ? "postgres:18" : image).asCompatibleSubstituteFor("postgres"));
        if (!image.isEmpty()) container.withImagePullPolicy(_ -> false);
        // Testcontainers would start it with fsync off.
        container.setCommand("postgres", "-c", "fsync=on", "-c", "max_connections=" + MAX_CONNECTIONS);
        container.start();
        return new TestServer(
                "a container of " + container.getDockerImageName(),
                new TestPostgres(container.getJdbcUrl(), container.getUsername(), container.getPassword()));
    }

    @SuppressWarnings("resource") // Its own shutdown hook stops it when this JVM ends.
    private static TestServer embedded() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", String.valueOf(MAX_CONNECTIONS))
                    // PostgreSQL's own collation, by code point: the same on every operating system.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
            var url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
            return new TestServer("an embedded PostgreSQL", new TestPostgres(url, "postgres", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maven hands an unset property over as an empty one. */
    private static String setting(String name, String otherwise) {
        var value = System.getProperty("ledger.test.postgres." + name, "");
        return value.isEmpty() ? otherwise : value;
    }

    private static final class Shared {
        static final TestServer SERVER = choose();
    }
}
