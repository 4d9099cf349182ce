package org.personalbudget.ops.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    @TempDir
    Path cluster;

    @Test
    void whereNothingWasLeftThereIsNone() throws Exception {
        assertThat(Postmaster.of(cluster)).isEmpty();
    }

    @Test
    void anotherProgramThatHasItsNumberNowIsNotIt() throws Exception {
        Files.writeString(
                cluster.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + cluster + "\n");

        assertThat(Postmaster.of(cluster)).isEmpty();
    }

    @Test
    void aNumberThatNobodyHasIsNotIt() throws Exception {
        Files.writeString(cluster.resolve("postmaster.pid"), Integer.MAX_VALUE + "\n" + cluster + "\n");

        assertThat(Postmaster.of(cluster)).isEmpty();
    }
}
