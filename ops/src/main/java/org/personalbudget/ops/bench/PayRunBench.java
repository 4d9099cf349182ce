package org.personalbudget.ops.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.personalbudget.ledger.axon.Ledger;
import org.personalbudget.ledger.axon.LedgerConfiguration;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.LedgerSchema;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.payrun.PayRunCommand.ApprovePayRun;
import org.personalbudget.ledger.payrun.PayRunCommand.BuildPayRun;
import org.personalbudget.ledger.payrun.PayRunKind;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.payrun.PaymentFile;
import org.personalbudget.ledger.register.Digest;
import org.personalbudget.ledger.register.PostgresRegister;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.supplier.SupplierCommand.RegisterSupplier;
import org.personalbudget.ledger.supplier.SupplierKind;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ops.embedded.EmbeddedPostgresServer;
import org.personalbudget.ops.http.payruns.PayRunBuilding;
import org.personalbudget.ops.http.payruns.PayRunRelease;
import org.personalbudget.ops.http.payruns.PaymentFiles;
import org.personalbudget.ops.http.payruns.WritablePayees;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.payments.FileUnwritable;
import org.personalbudget.payments.bacs.BacsCalendar;
import org.personalbudget.payments.bacs.BacsStandard18;
import org.personalbudget.payments.bankholidays.BankHolidays;
import org.personalbudget.payments.iso20022.Pain001;
import org.personalbudget.projections.AllProjections;
import org.personalbudget.projections.payruns.BankDetailsQuery;
import org.personalbudget.projections.payruns.DueQuery;
import org.personalbudget.projections.payruns.PayRunQuery;
import org.personalbudget.projections.payruns.PayRunView;
import org.personalbudget.projections.reader.LiveReader;
import org.personalbudget.projections.reader.ProjectionReader;
import org.personalbudget.projections.reader.ReadSchema;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * {@code B2}: a main run over 20,000 budgets is built (their instalments are approved), approved, paid out and written
 * as pain.001 and Bacs Standard 18, with every projection running behind. Instalments a second stand against the
 * commands a second of {@code W1}'s mix on the same server in the same run. Afterwards the ledger is checked.
 */
public final class PayRunBench {

    private static final String SERVICE = "ledger_service";
    private static final int CALLERS = 32;
    private static final int MIXED = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PGSimpleDataSource owner;
    private final HikariDataSource pool;
    private final Ledger ledger;
    private final LiveReader reader;
    private final Register register;
    private final BenchCaller caller;
    private final int budgets;
    private final int seconds;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private final Period period = PeriodCalendar.standard().periodOf(today);

    private PayRunBench(
            PGSimpleDataSource owner,
            HikariDataSource pool,
            Ledger ledger,
            LiveReader reader,
            int budgets,
            int seconds) {
        this.owner = owner;
        this.pool = pool;
        this.ledger = ledger;
        this.reader = reader;
        this.register = new PostgresRegister(pool, new Digest(new byte[32]), Clock.systemUTC());
        this.caller = new BenchCaller(ledger.gateway(), "bench");
        this.budgets = budgets;
        this.seconds = seconds;
    }

    /** @param args budgets in the run, and seconds of the mix: 20,000 and 30 unless given */
    public static void main(String[] args) throws Exception {
        int budgets = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        Path data = Files.createTempDirectory("ledger-bench");
        try (var server = EmbeddedPostgresServer.start(data)) {
            PGSimpleDataSource owner = source(server.jdbcUrl(), EmbeddedPostgresServer.OWNER);
            Flyway.configure()
                    .dataSource(owner)
                    .placeholders(LedgerSchema.placeholders(SERVICE, SERVICE))
                    .load()
                    .migrate();
            var meters = new SimpleMeterRegistry();
            try (var pool = pool(server.jdbcUrl());
                    var ledger = new Ledger(
                            pool,
                            source(server.jdbcUrl(), SERVICE),
                            Clock.systemUTC(),
                            meters,
                            LedgerConfiguration.contents(),
                            Ledger.Limits.STANDARD)) {
                ReadSchema.migrate(pool, ReadSchema.LIVE);
                var projections = new ProjectionReader(
                        ledger.reader(), pool, ReadSchema.LIVE, AllProjections.list(), EventReader.PAGE, meters);
                try (var reader = new LiveReader(projections, ledger.reader(), Duration.ofMillis(500), meters)) {
                    ledger.signal().whenMoved(reader::wake);
                    reader.start();
                    new PayRunBench(owner, pool, ledger, reader, budgets, seconds).run();
                }
            }
        }
        FileSystemUtils.deleteRecursively(data);
        System.exit(0);
    }

    private void run() throws Exception {
        Report.settings(this::ask);
        List<BenchBudget> mixed = new ArrayList<>();
        var supplier = new RegisterSupplier(new SupplierRef("bench"), SupplierKind.AGENCY);
        caller.send(Role.INVOICE_OFFICER, supplier);
        for (int i = 0; i < MIXED; i++) mixed.add(new BenchBudget(i, period, today, supplier.supplier()));
        Callers.each(mixed, CALLERS, budget -> budget.prepare(caller));
        List<PaidBudget> paid = new ArrayList<>();
        for (int i = 0; i < budgets; i++) paid.add(new PaidBudget(i, period.first(), register));
        Callers.each(paid, CALLERS, budget -> budget.prepare(caller));
        if (caller.refused() > 0) throw new IllegalStateException("budgets could not be prepared");
        await();
        Mix mix = new Mix(mixed);
        mix.run(caller, CALLERS, Math.max(1, seconds / 5.0), 1);
        double before = mix.run(caller, CALLERS, seconds, 100);
        await();
        double instalments = payRun();
        double after = mix.run(caller, CALLERS, seconds, 200);
        await();
        double commands = (before + after) / 2;
        Report.say("B2 %,d budgets: instalments/s %,.0f, W1 commands/s %,.0f before and %,.0f after, ratio %.2f"
                .formatted(budgets, instalments, before, after, instalments / commands));
        Report.say(new BenchCheck(ledger.reader(), head()).run());
    }

    private void await() throws InterruptedException {
        if (!reader.awaitHead(PATIENCE)) throw new IllegalStateException("projections did not catch up");
    }

    /** Everything that is on record: the run's own commands are not the callers'. */
    private long head() {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select max(position) from events.event")) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return instalments a second, from the first command to the last byte */
    private double payRun() throws Exception {
        JdbcClient database = JdbcClient.create(pool);
        PayRunQuery runs = new PayRunQuery(database);
        BacsCalendar days = new BacsCalendar(BankHolidays.ofEngland(List.of()));
        var building = new PayRunBuilding(
                ledger.gateway(),
                ledger.reader(),
                reader,
                new DueQuery(database),
                new WritablePayees(new BankDetailsQuery(database), register),
                days,
                Clock.systemUTC());
        var run = new PayRunId(UUID.randomUUID());
        var officer = new Caller(new ActorId("bench-officer"), Set.of(Role.PAYMENTS_OFFICER), "bench-officer");
        try (var heap = new Heap();
                var release = new PayRunRelease(ledger.gateway(), runs, reader)) {
            long start = System.nanoTime();
            caller.send(
                    Role.PAYMENTS_OFFICER,
                    new BuildPayRun(run, PayRunKind.MAIN, period.first(), period.id(), days.datesFor(period.first())));
            building.build(run, new Call(officer, "bench", ""));
            await();
            double built = since(start);
            PayRunView view = runs.find(run).orElseThrow();
            caller.send(Role.PAYMENTS_APPROVER, new ApprovePayRun(run, new FileDigest(String.valueOf(view.hash()))));
            release.release(run);
            await();
            double released = since(start);
            long bytes = write(runs.find(run).orElseThrow(), runs, new BankDetailsQuery(database), days);
            double all = since(start);
            require(view.totals().payments() == budgets, view.totals() + " where " + budgets + " were to be paid");
            Report.say("  build %.1f s, approve and pay out %.1f s, write %,d bytes %.1f s; %s"
                    .formatted(built, released - built, bytes, all - released, heap));
            return budgets / all;
        }
    }

    private long write(PayRunView run, PayRunQuery runs, BankDetailsQuery details, BacsCalendar days)
            throws IOException, FileUnwritable {
        var files = new PaymentFiles(runs, details, register, new Payer("THE COUNCIL", "089999", "66374958", "123456"));
        PaymentFile file = files.of(run);
        require(file.count() == budgets, file.count() + " orders");
        var counting = new Counting();
        Pain001.write(file, counting);
        new BacsStandard18(days).write(file, counting);
        return counting.bytes;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException(otherwise);
    }

    /** Takes bytes and keeps their number. */
    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }

    private static PGSimpleDataSource source(String url, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(user);
        return source;
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(SERVICE);
        config.setPassword(SERVICE);
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    private String ask(String setting) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("show " + setting)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
