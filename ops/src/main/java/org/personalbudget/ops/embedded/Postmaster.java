package org.personalbudget.ops.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The PostgreSQL process that serves a cluster. It outlives a JVM that was killed, and no second one may start beside
 * it, so whoever starts next has to find it and stop it first.
 */
record Postmaster(ProcessHandle process) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    /** The live process that {@code postmaster.pid} names, if it really is a PostgreSQL on this cluster. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) return Optional.empty();
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::trim)
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> serves(process, cluster))
                    .map(Postmaster::new);
        }
    }

    /** Process ids are used again, after a restart of the machine above all: a bare id proves nothing. */
    private static boolean serves(ProcessHandle process, Path cluster) {
        var info = process.info();
        var program =
                info.command().map(command -> Path.of(command).getFileName().toString());
        // Windows does not tell a process's arguments; there its program has to do.
        var onCluster =
                info.arguments().map(arguments -> Arrays.asList(arguments).contains(cluster.toString()));
        return program.filter(name -> name.startsWith("postgres")).isPresent() && onCluster.orElse(true);
    }

    /** Asks it to shut down, insists if it will not, and returns once it and its workers are gone. */
    void stop() {
        var all = Stream.concat(Stream.of(process), process.descendants()).toList();
        process.destroy();
        if (!gone(process)) process.destroyForcibly();
        for (var each : all) {
            if (!gone(each)) throw new IllegalStateException("PostgreSQL process " + each.pid() + " will not end");
        }
    }

    private static boolean gone(ProcessHandle process) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (runs(process)) {
            if (System.nanoTime() > deadline) return false;
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    /** Where process 1 reaps nobody, as in many containers, the dead keep their id; but they have no program. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
