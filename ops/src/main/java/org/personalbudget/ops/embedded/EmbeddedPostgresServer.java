package org.personalbudget.ops.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL that runs beside this process and keeps its data. Its commits are durable, as on any server; what it is
 * not is a security boundary: everyone on this machine may connect to it without a password.
 *
 * <p>A start first stops what a killed process left running, then waits for PostgreSQL's own crash recovery.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    /** PostgreSQL's superuser: it owns the database and may migrate it. */
    public static final String OWNER = "postgres";

    private static final String DATABASE = "ledger";
    private static final Duration RECOVERY = Duration.ofMinutes(5);

    private final DataDirectory directory;
    private final EmbeddedPostgres postgres;

    private EmbeddedPostgresServer(DataDirectory directory, EmbeddedPostgres postgres) {
        this.directory = directory;
        this.postgres = postgres;
    }

    /** @throws DataDirectoryUnavailable where another process holds the directory, or we may not write there */
    public static EmbeddedPostgresServer start(Path dataDirectory) {
        var directory = DataDirectory.hold(dataDirectory);
        try {
            return start(directory);
        } catch (IOException e) {
            leave(directory);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            leave(directory);
            throw e;
        }
    }

    private static EmbeddedPostgresServer start(DataDirectory directory) throws IOException {
        directory.prepareCluster(cluster -> create(directory, cluster));
        stop(directory.cluster());
        var server = new EmbeddedPostgresServer(directory, run(directory, directory.cluster()));
        server.insistOnOurOwnCluster();
        return server;
    }

    private static void create(DataDirectory directory, Path cluster) throws IOException {
        try (var postgres = run(directory, cluster);
                var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        } catch (SQLException e) {
            throw new IOException("could not create the database in " + cluster, e);
        }
    }

    private static EmbeddedPostgres run(DataDirectory directory, Path cluster) throws IOException {
        // The library is made for tests: left alone it turns durability off and deletes the data.
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // PostgreSQL's own collation, by code point: the same on every operating system.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setOverrideWorkingDirectory(directory.programs().toFile())
                .setOutputRedirector(Redirect.appendTo(directory.log().toFile()))
                .setPGStartupWait(RECOVERY)
                .setRegisterShutdownHook(false)
                .start();
    }

    /** The port was free when it was chosen; another server may have taken it since and be the one that answers. */
    private void insistOnOurOwnCluster() throws IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW data_directory")) {
            rows.next();
            var answering = Path.of(rows.getString(1));
            if (!Files.isSameFile(answering, directory.cluster())) {
                throw new IOException("port " + postgres.getPort() + " is answered by the PostgreSQL of " + answering);
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL on " + directory + " does not answer", e);
        }
    }

    /** The ledger's own database, for any user: no password is asked for. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE;
    }

    @Override
    public void close() {
        try {
            checkpoint();
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            leave(directory);
        }
    }

    /** Writes out what is in memory while there is time: the library gives a stop five seconds, writing included. */
    private void checkpoint() {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException alreadyDown) {
            // Then there is nothing to write, or recovery will do it at the next start.
        }
    }

    /** Nothing of ours runs on the directory when somebody else may hold it. */
    private static void leave(DataDirectory directory) {
        try (directory) {
            stop(directory.cluster());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(Path cluster) throws IOException {
        Postmaster.of(cluster).ifPresent(Postmaster::stop);
    }
}
