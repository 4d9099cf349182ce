package org.personalbudget.ops.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.personalbudget.ledger.axon.Ledger;
import org.personalbudget.ledger.axon.LedgerConfiguration;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.eventstore.LedgerSchema;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.supplier.SupplierCommand.RegisterSupplier;
import org.personalbudget.ledger.supplier.SupplierKind;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ops.embedded.EmbeddedPostgresServer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Writes commands beside pgbench on one server, in turns, and prints the ratio: {@code W1} with 32 callers over 5,000
 * budgets, {@code W3} with one. Afterwards the ledger is checked. Projections do not run.
 */
public final class WriteBench {

    private static final String SERVICE = "ledger_service";
    private static final int BUDGETS = 5_000;
    private static final int CALLERS = 32;

    private final PGSimpleDataSource owner;
    private final Ledger ledger;
    private final Yardstick yardstick;
    private final int rounds;
    private final int seconds;
    private final BenchCaller caller;

    private WriteBench(PGSimpleDataSource owner, Path script, Ledger ledger, int rounds, int seconds) {
        this.owner = owner;
        this.ledger = ledger;
        this.rounds = rounds;
        this.seconds = seconds;
        this.yardstick = new Yardstick(script, owner.getPortNumbers()[0], EmbeddedPostgresServer.OWNER);
        this.caller = new BenchCaller(ledger.gateway(), "bench");
    }

    /** @param args rounds, and the seconds of each: 5 and 30 unless given */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        Path data = Files.createTempDirectory("ledger-bench");
        try (var server = EmbeddedPostgresServer.start(data)) {
            PGSimpleDataSource owner = source(server.jdbcUrl(), EmbeddedPostgresServer.OWNER);
            Flyway.configure()
                    .dataSource(owner)
                    .placeholders(LedgerSchema.placeholders(SERVICE, SERVICE))
                    .load()
                    .migrate();
            MeterRegistry meters = new SimpleMeterRegistry();
            try (var pool = pool(server.jdbcUrl());
                    var ledger = new Ledger(
                            pool,
                            source(server.jdbcUrl(), SERVICE),
                            Clock.systemUTC(),
                            meters,
                            LedgerConfiguration.contents(),
                            Ledger.Limits.STANDARD)) {
                new WriteBench(owner, Yardstick.scriptIn(data), ledger, rounds, seconds).run();
                Report.stages(meters);
            }
        }
        FileSystemUtils.deleteRecursively(data);
        System.exit(0);
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

    private void run() throws Exception {
        execute(Yardstick.TABLE);
        Report.settings(this::ask);
        Mix mix = new Mix(prepare());
        measure("W1", mix, CALLERS);
        measure("W3", mix, 1);
        Report.say(new BenchCheck(ledger.reader(), caller.recorded()).run());
    }

    private List<BenchBudget> prepare() throws InterruptedException {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        Period period = PeriodCalendar.standard().periodOf(today);
        RegisterSupplier supplier = new RegisterSupplier(new SupplierRef("bench"), SupplierKind.AGENCY);
        caller.send(Role.INVOICE_OFFICER, supplier);
        List<BenchBudget> budgets = new ArrayList<>();
        for (int i = 0; i < BUDGETS; i++) budgets.add(new BenchBudget(i, period, today, supplier.supplier()));
        Callers.each(budgets, CALLERS, budget -> budget.prepare(caller));
        if (caller.refused() > 0) throw new IllegalStateException("budgets could not be prepared");
        return budgets;
    }

    private void measure(String name, Mix mix, int callers) throws Exception {
        mix.run(caller, callers, seconds, 1);
        yardstick.run(callers, seconds, database());
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        long refused = caller.refused();
        long accepted = caller.accepted();
        for (int round = 0; round < rounds; round++) {
            theirs.add(yardstick.run(callers, seconds, database()));
            ours.add(mix.run(caller, callers, seconds, 100L * (round + 2)));
        }
        long refusals = caller.refused() - refused;
        Report.ratios(name, callers, seconds, ours, theirs);
        if (refusals * 100 > caller.accepted() - accepted) {
            throw new IllegalStateException(refusals + " refusals are more than 1 % of the answers");
        }
    }

    private String database() {
        return String.valueOf(owner.getDatabaseName());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
