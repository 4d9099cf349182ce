package org.personalbudget.ledger.axon;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.personalbudget.ledger.calendar.ClosedPeriods;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.eventstore.LedgerSchema;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.testing.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** A node with counters for contents, on a database of a test's own, as the service's role. */
final class TestLedger implements AutoCloseable {

    static final String SERVICE = "ledger_service_test";
    static final String PASSWORD = "secret";
    static final ActorId ALICE = new ActorId("alice");

    final Ledger ledger;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HikariDataSource pool;

    TestLedger(String jdbcUrl, Clock clock) {
        this(jdbcUrl, clock, Ledger.Limits.STANDARD);
    }

    TestLedger(String jdbcUrl, Clock clock, Ledger.Limits limits) {
        pool = pool(jdbcUrl, 4);
        ledger = new Ledger(pool, service(jdbcUrl), clock, meters, contents(), limits);
    }

    static TestLedger onFresh() {
        return new TestLedger(migrated().jdbcUrl(), Clock.systemUTC());
    }

    static TestPostgres migrated() {
        var database = TestPostgres.fresh();
        LedgerSchema.migrate(database.dataSource(), SERVICE, PASSWORD);
        return database;
    }

    /** Connections as the service's role. */
    static HikariDataSource pool(String jdbcUrl, int most) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(SERVICE);
        pool.setPassword(PASSWORD);
        pool.setMaximumPoolSize(most);
        return pool;
    }

    static DataSource service(String jdbcUrl) {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(SERVICE);
        source.setPassword(PASSWORD);
        return source;
    }

    static Ledger.Contents contents() {
        return new Ledger.Contents(
                List.of(new CounterFeature()),
                List.of(new CounterFeature.TallyFold()),
                List.of(CounterRefusal.class),
                List.of(),
                (_, _) -> Policy.initial(),
                _ -> ClosedPeriods.NONE,
                PeriodCalendar.standard());
    }

    DataSource pool() {
        return pool;
    }

    CompletableFuture<Answer> ask(Command command) {
        return ledger.gateway().send(Request.once(command, ALICE, Set.of(Role.PRACTITIONER)));
    }

    CompletableFuture<Answer> ask(Command command, String key, String hash) {
        return ledger.gateway().send(Request.keyed(command, ALICE, Set.of(Role.PRACTITIONER), key, hash));
    }

    static Answer of(CompletableFuture<Answer> answer) {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    @Override
    public void close() {
        ledger.close();
        pool.close();
    }
}
