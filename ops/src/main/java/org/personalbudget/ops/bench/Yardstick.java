package org.personalbudget.ops.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own {@code pgbench}: one row of about 300 bytes inserted by each transaction, into a table with a primary
 * key and a unique pair of columns, on the same server and with the same settings as the ledger.
 */
final class Yardstick {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Path script;
    private final String port;
    private final String user;

    Yardstick(Path script, int port, String user) {
        this.script = script;
        this.port = Integer.toString(port);
        this.user = user;
    }

    /** pgbench reads its script from a file, so it is written to one. */
    static Path scriptIn(Path directory) throws IOException {
        Path file = directory.resolve("yardstick.sql");
        try (InputStream script = Yardstick.class.getResourceAsStream("yardstick.sql")) {
            Files.copy(Objects.requireNonNull(script), file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    static final String TABLE = """
            create table bench_yardstick (
                position bigint generated always as identity primary key,
                stream   uuid   not null,
                sequence bigint not null,
                payload  text   not null,
                unique (stream, sequence)
            )
            """;

    /**
     * Runs for some seconds.
     *
     * @return transactions a second, without the time to connect
     */
    double run(int clients, long seconds, String database) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        Integer.toString(clients),
                        "-j",
                        clients == 1 ? "1" : "2",
                        "-T",
                        Long.toString(seconds),
                        "-f",
                        script.toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        port,
                        "-U",
                        user,
                        database)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher matcher = TPS.matcher(output);
        if (process.waitFor() != 0 || !matcher.find()) throw new IOException("pgbench did not finish:\n" + output);
        return Double.parseDouble(matcher.group(1));
    }
}
