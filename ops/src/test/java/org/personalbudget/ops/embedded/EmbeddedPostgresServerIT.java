package org.personalbudget.ops.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalbudget.ledger.testing.ChildJvm;

class EmbeddedPostgresServerIT {

    @TempDir
    static Path programs;

    @TempDir
    Path directory;

    /** Unpacked once for all tests. */
    @BeforeEach
    void shareThePrograms() throws IOException {
        Files.createSymbolicLink(directory.resolve("postgres-programs"), programs);
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        Postmaster.of(cluster()).ifPresent(Postmaster::stop);
    }

    @Test
    void whatWasCommittedBeforeAKillIsThereAtTheNextStart() throws Exception {
        try (var child = ChildJvm.start(ServerInAnotherProcess.class, directory.toString())) {
            child.awaitLine(ServerInAnotherProcess.COMMITTED);
            child.kill();
        }
        var orphan = Postmaster.of(cluster());
        assertThat(orphan).as("PostgreSQL outlives the killed process").isPresent();

        try (var server = EmbeddedPostgresServer.start(directory)) {
            assertThat(query(server, "SELECT note FROM kept")).containsExactly("before the kill");
            assertThat(Postmaster.of(cluster())).isPresent().isNotEqualTo(orphan);
        }
    }

    @Test
    void aStopLeavesNothingRunning() throws Exception {
        EmbeddedPostgresServer.start(directory).close();

        assertThat(Postmaster.of(cluster())).isEmpty();
    }

    @Test
    void aCommitIsAsDurableAsOnAnyServer() throws Exception {
        try (var server = EmbeddedPostgresServer.start(directory)) {
            assertThat(query(server, "SHOW fsync")).containsExactly("on");
            assertThat(query(server, "SHOW synchronous_commit")).containsExactly("on");
            assertThat(query(server, "SHOW full_page_writes")).containsExactly("on");
        }
    }

    @Test
    void aSecondProcessOnTheSameDataIsRefusedAndTheFirstUntouched() throws Exception {
        try (var child = ChildJvm.start(ServerInAnotherProcess.class, directory.toString())) {
            child.awaitLine(ServerInAnotherProcess.COMMITTED);
            var first = Postmaster.of(cluster());

            assertThatThrownBy(() -> EmbeddedPostgresServer.start(directory))
                    .isInstanceOf(DataDirectoryUnavailable.class)
                    .hasMessageContaining("Another ledger is running on the data in " + directory);

            assertThat(Postmaster.of(cluster())).isPresent().isEqualTo(first);
        }
    }

    @Test
    void aFirstStartThatWasInterruptedIsBegunAgain() throws Exception {
        Files.createDirectories(directory.resolve("postgres-unfinished"));
        Files.writeString(directory.resolve("postgres-unfinished/postgresql.conf"), "half a file");

        try (var server = EmbeddedPostgresServer.start(directory)) {
            assertThat(query(server, "SELECT current_database()")).containsExactly("ledger");
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsRefused() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "in the way");

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(file.resolve("data")))
                .isInstanceOf(DataDirectoryUnavailable.class)
                .hasMessageContaining("cannot write its data to " + file.resolve("data"));
    }

    @Test
    void theDirectoryIsForItsOwnerAlone() {
        var fresh = directory.resolve("fresh");
        DataDirectory.hold(fresh).close();

        assertThat(fresh)
                .satisfies(
                        path -> assertThat(Files.getPosixFilePermissions(path).toString())
                                .doesNotContain("GROUP", "OTHERS"));
    }

    private Path cluster() throws IOException {
        return directory.toRealPath().resolve("postgres");
    }

    private static List<String> query(EmbeddedPostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), EmbeddedPostgresServer.OWNER, "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) values.add(rows.getString(1));
            return values;
        }
    }
}
