package org.personalbudget.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalbudget.ledger.testing.ChildJvm;
import org.personalbudget.ops.embedded.EmbeddedPostgresServer;

/** A start that cannot succeed ends with one sentence that says what to do, and with no stack trace. */
class RefusedStartIT {

    @TempDir
    Path directory;

    @Test
    void onDataThatAnotherLedgerHolds() throws Exception {
        try (var _ = EmbeddedPostgresServer.start(directory)) {
            assertThatStartFailsSaying(
                    directory,
                    0,
                    "Another ledger is running on the data in " + directory
                            + ": stop it, or name another directory with --ledger.data-dir.");
        }
    }

    @Test
    void onADirectoryThatCannotBeWritten() throws Exception {
        var below = Files.writeString(directory.resolve("file"), "in the way").resolve("data");

        assertThatStartFailsSaying(
                below,
                0,
                "The ledger cannot write its data to " + below
                        + ": make it writable, or name another directory with --ledger.data-dir.");
    }

    @Test
    void onAPortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertThatStartFailsSaying(
                    directory,
                    taken.getLocalPort(),
                    "Port " + taken.getLocalPort()
                            + " is taken by another program: stop it, or choose another port with --server.port.");
        }
    }

    private static void assertThatStartFailsSaying(Path data, int port, String sentence) throws Exception {
        try (var ledger = ChildJvm.start(
                LedgerApplication.class,
                "--ledger.data-dir=" + data,
                "--server.port=" + port,
                "--ledger.sample.enabled=false")) {
            assertThat(ledger.awaitExit()).isEqualTo(1);
            assertThat(ledger.output()).contains(sentence).doesNotContain("\tat ");
        }
    }
}
