package org.personalbudget.ledger.axon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The other end of a {@link RaceNode}: starts it, tells it to go on, hears its answers, kills it. */
final class RaceProcess implements AutoCloseable {

    private final Process process;
    private final Thread ear;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Map<List<Integer>, Long> acknowledged;
    private final int node;
    private final StringBuilder talk = new StringBuilder();
    private volatile boolean done;

    /** @param acknowledged by node, caller and index, the position of the answer; shared by all processes of a run */
    RaceProcess(String jdbcUrl, int node, long seed, Map<List<Integer>, Long> acknowledged) {
        this.node = node;
        this.acknowledged = acknowledged;
        this.process = start(jdbcUrl, String.valueOf(node), String.valueOf(seed));
        this.ear = Thread.ofPlatform().start(this::listen);
    }

    private static Process start(String... arguments) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-ea",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RaceNode.class.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) hear(line);
        } catch (IOException ended) {
            // A killed process closes its output wherever it stands.
        }
        ready.countDown();
    }

    private synchronized void hear(String line) {
        String[] words = line.split(" ");
        if (words[0].equals("ready")) ready.countDown();
        else if (words[0].equals("done")) done = true;
        else if (words[0].equals("ack") && words.length == 4) {
            acknowledged.put(
                    List.of(node, Integer.parseInt(words[1]), Integer.parseInt(words[2])), Long.parseLong(words[3]));
        } else talk.append(line).append('\n');
    }

    /** Tells the node to go on from these indexes, one a caller, up to an index. */
    void go(int[] from, int until) throws InterruptedException, IOException {
        if (!ready.await(60, TimeUnit.SECONDS)) throw new AssertionError("the node is not ready: " + talk());
        var out = process.outputWriter(StandardCharsets.UTF_8);
        out.write(Arrays.stream(from).mapToObj(String::valueOf).collect(Collectors.joining(" ")) + "\n" + until + "\n");
        out.flush();
    }

    /** SIGKILL: no hook runs, nothing is flushed. Everything said before is heard. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        ear.join();
    }

    void awaitDone() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) throw new AssertionError("the node does not end: " + talk());
        ear.join();
        if (!done) throw new AssertionError("the node failed: " + talk());
    }

    synchronized String talk() {
        return talk.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
