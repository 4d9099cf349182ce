package org.personalbudget.ops.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ops.LedgerApplication;
import org.personalbudget.ops.bench.OwedBudget.Owed;
import org.personalbudget.ops.embedded.EmbeddedPostgresServer;
import org.personalbudget.ops.reading.Replays;
import org.personalbudget.projections.reader.LiveReader;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code B1}: a camt.053 of 100,000 lines is posted to the running service, which reads it, records it, projects it,
 * matches it and carries out what that does; in turns with {@code COPY} of as many rows on the same server. Of ten lines
 * five are payments that are then settled, three confirm what was noted by hand before, and two are unknown. Afterwards
 * the ledger is checked, and everything people read is replayed.
 */
public final class StatementBench {

    private static final int CALLERS = 32;
    private static final int PAYMENTS_OF_A_BUDGET = 50;
    private static final int NOTED_OF_TEN = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String STAGES = "ledger.statements";

    private final ConfigurableApplicationContext service;
    private final PGSimpleDataSource owner;
    private final CopyYardstick copy;
    private final BenchCaller caller;
    private final Path files;
    private final int lines;
    private final int rounds;
    private final int known;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private final Period period = PeriodCalendar.standard().periodOf(today);
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> carried = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();
    private long balance;
    private int budgets;

    private StatementBench(
            ConfigurableApplicationContext service,
            PGSimpleDataSource owner,
            Path files,
            int lines,
            int rounds,
            int known) {
        this.service = service;
        this.owner = owner;
        this.copy = new CopyYardstick(owner);
        this.caller = new BenchCaller(service.getBean(LedgerGateway.class), "bench");
        this.files = files;
        this.lines = lines;
        this.rounds = rounds;
        this.known = known;
    }

    /**
     * @param args lines of a statement, rounds, and how many of the lines are payments that are known: 100,000, 5 and eight
     *     of ten unless given
     */
    public static void main(String[] args) throws Exception {
        int lines = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path data = Files.createTempDirectory("ledger-bench");
        try (var service = SpringApplication.run(
                LedgerApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--ledger.data-dir=" + data.resolve("data"),
                "--ledger.sample.enabled=false")) {
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setUrl(service.getBean(EmbeddedPostgresServer.class).jdbcUrl());
            owner.setUser(EmbeddedPostgresServer.OWNER);
            int known = args.length > 2 ? Integer.parseInt(args[2]) : lines / 5 * 4;
            new StatementBench(service, owner, data, lines, rounds, known).run();
        }
        FileSystemUtils.deleteRecursively(data);
        System.exit(0);
    }

    private void run() throws Exception {
        ask(CopyYardstick.TABLE);
        Report.settings(setting -> ask("show " + setting));
        warmUp();
        for (int round = rounds; round > 0; round--) round(lines, round);
        Report.ratios("B1 %,d lines, matched".formatted(lines), "lines/s", "COPY rows/s", ours, theirs);
        Report.ratios("B1 %,d lines, carried out".formatted(lines), "lines/s", "COPY rows/s", carried, theirs);
        Report.stages(service.getBean(MeterRegistry.class));
        Report.say(new BenchCheck(service.getBean(EventReader.class), head()).run());
        replay();
    }

    /** The tenth part of it shows what ten times as many lines cost in memory. */
    private void warmUp() throws Exception {
        round(Math.min(lines, 2_000), rounds + 2);
        round(Math.max(10, lines / 10), rounds + 1);
        ours.clear();
        carried.clear();
        theirs.clear();
    }

    /** @param daysAgo the day of the statement: each has its own */
    private void round(int size, int daysAgo) throws Exception {
        int unknown = size - Math.min(known, size / 5 * 4);
        List<Owed> owed = prepare(size - unknown);
        Path file = files.resolve("camt.xml");
        balance = new BankFile(file, today.minusDays(daysAgo)).write(owed, unknown, balance);
        double rows = copy.run(size);
        double before = carriedOut();
        try (var heap = new Heap()) {
            long start = System.nanoTime();
            JsonNode summary = post(file);
            double seconds = (System.nanoTime() - start) / 1e9;
            double effects = carriedOut() - before;
            check(summary, owed.size(), unknown);
            theirs.add(rows);
            ours.add(size / (seconds - effects));
            carried.add(size / seconds);
            Report.say("  %,d lines, %,d bytes: imported and matched in %.1f s, carried out in %.1f s; COPY %.2f s; %s"
                    .formatted(size, Files.size(file), seconds - effects, effects, size / rows, heap));
        }
    }

    private List<Owed> prepare(int payments) throws InterruptedException {
        List<Owed> owed = Collections.synchronizedList(new ArrayList<>());
        List<OwedBudget> many = new ArrayList<>();
        for (int left = payments; left > 0; left -= PAYMENTS_OF_A_BUDGET) {
            many.add(new OwedBudget(++budgets, period, today, Math.min(left, PAYMENTS_OF_A_BUDGET)));
        }
        Callers.each(many, CALLERS, budget -> budget.prepare(caller, NOTED_OF_TEN, owed));
        if (caller.refused() > 0) throw new IllegalStateException("payments could not be prepared");
        if (!service.getBean(LiveReader.class).awaitHead(PATIENCE)) throw new IllegalStateException("too far behind");
        return owed;
    }

    private JsonNode post(Path file) throws IOException, InterruptedException {
        String who = Base64.getEncoder().encodeToString("reconciler:demo".getBytes(StandardCharsets.UTF_8));
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/statements?account=1000"))
                .header("Authorization", "Basic " + who)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            require(response.statusCode() == 201, response.statusCode() + " " + response.body());
            return JsonMapper.shared().readTree(response.body());
        }
    }

    private void check(JsonNode summary, int known, int unknown) throws InterruptedException {
        require(summary.get("matched").asInt() == known, summary + " where " + known + " lines are known");
        require(summary.get("queued").asInt() == unknown, summary + " where " + unknown + " lines are unknown");
        require(service.getBean(LiveReader.class).awaitHead(PATIENCE), "projections did not catch up");
        String left = ask("select count(*) from read.bank_match where not done or undone");
        require(left.equals("0"), left + " matches were not carried out");
    }

    /** Everything that people read is the same when it is read anew. */
    private void replay() throws InterruptedException {
        Replays replays = service.getBean(Replays.class);
        UUID id = UUID.randomUUID();
        Replays.Replay replay = replays.start(id).orElseThrow();
        while (replay.state() == Replays.State.RUNNING) {
            Thread.sleep(500);
            replay = replays.find(id).orElseThrow();
        }
        require(replay.state() == Replays.State.IDENTICAL, "replay " + replay);
        Report.say("check: replay of %,d events identical".formatted(replay.position()));
    }

    /** Seconds that were spent on carrying out so far. */
    private double carriedOut() {
        Timer timer = service.getBean(MeterRegistry.class).timer(STAGES, "stage", "effects");
        return timer.totalTime(TimeUnit.MILLISECONDS) / 1e3;
    }

    private long head() {
        return Long.parseLong(ask("select max(position) from events.event"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException(otherwise);
    }

    private String ask(String sql) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) return "";
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                return answer.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
