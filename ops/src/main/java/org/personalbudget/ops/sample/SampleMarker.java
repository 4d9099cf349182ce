package org.personalbudget.ops.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers beside the embedded data how far the sample council got: a start that was interrupted is gone on with, and
 * a ledger that somebody else has written to is left alone.
 */
final class SampleMarker {

    private final Path started;
    private final Path finished;

    SampleMarker(Path dataDirectory) {
        this.started = dataDirectory.resolve("sample.started");
        this.finished = dataDirectory.resolve("sample.finished");
    }

    /**
     * @param empty whether the ledger has no events
     */
    boolean isDue(boolean empty) {
        return !Files.exists(finished) && (empty || Files.exists(started));
    }

    void start() {
        write(started);
    }

    void finish() {
        write(finished);
        try {
            Files.deleteIfExists(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path marker) {
        try {
            Files.writeString(marker, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
