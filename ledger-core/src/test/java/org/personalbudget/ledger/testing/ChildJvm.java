package org.personalbudget.ledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM on this test's class path, for what only a second process can show: a kill without warning, two nodes on
 * one ledger, a refused start. Closing it kills it.
 */
public final class ChildJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private ChildJvm(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(() -> {
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(output::add);
            } catch (IOException | UncheckedIOException ended) {
                // A killed process closes its output wherever it stands.
            }
        });
    }

    public static ChildJvm start(Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-ea", "-Duser.timezone=UTC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        try {
            return new ChildJvm(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the child has printed a line with this text. */
    public void awaitLine(String text) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (output.stream().noneMatch(line -> line.contains(text))) {
            var over = System.nanoTime() > deadline || !reader.isAlive();
            if (over && output.stream().noneMatch(line -> line.contains(text))) {
                throw new AssertionError("the child did not print '" + text + "' but:\n" + output());
            }
            Thread.sleep(20);
        }
    }

    /** Waits for the child to end by itself and gives its exit code. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the child did not end; it printed:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    /** Ends the child as {@code kill -9} does: no hook runs, nothing is flushed. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Everything printed so far, errors included. */
    public String output() {
        return String.join("\n", output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
