package org.personalbudget.projections.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.BudgetWords.BUDGET;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.Ledger;
import org.personalbudget.ledger.axon.LedgerConfiguration;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.eventstore.LedgerSchema;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.testing.ABudget;
import org.personalbudget.ledger.testing.SupplierWords;
import org.personalbudget.ledger.testing.TestPostgres;
import org.personalbudget.projections.AllProjections;
import org.personalbudget.projections.audit.HistoryEvent;
import org.personalbudget.projections.audit.HistoryQuery;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The whole way, as the service's role: a command, the log, the live reader, a view, and a rebuild. */
class RealLedgerIT {

    private static final String SERVICE = "ledger_service_test";
    private static final String PASSWORD = "secret";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DataSource service = serviceOfAFreshLedger();
    private final Ledger ledger = new Ledger(
            service, service, Clock.systemUTC(), meters, LedgerConfiguration.contents(), Ledger.Limits.STANDARD);
    private final LiveReader live = live();

    private static DataSource serviceOfAFreshLedger() {
        TestPostgres owner = TestPostgres.fresh();
        LedgerSchema.migrate(owner.dataSource(), SERVICE, PASSWORD);
        var source = new PGSimpleDataSource();
        source.setUrl(owner.jdbcUrl());
        source.setUser(SERVICE);
        source.setPassword(PASSWORD);
        ReadSchema.migrate(source, ReadSchema.LIVE);
        return source;
    }

    /** It looks by itself so seldom that only a wake-up can be in time. */
    private LiveReader live() {
        LiveReader reader = new LiveReader(reader(ReadSchema.LIVE), ledger.reader(), Duration.ofMinutes(10), meters);
        ledger.signal().whenMoved(reader::wake);
        return reader.start();
    }

    private ProjectionReader reader(String schema) {
        return new ProjectionReader(ledger.reader(), service, schema, AllProjections.list(), 1000, meters);
    }

    @AfterEach
    void close() {
        live.close();
        ledger.close();
    }

    @Test
    void whatIsRecordedIsReadAndRebuiltTheSame() throws Exception {
        long position = ask(ABudget.aBudgetOf("310.00").allocation().command());
        ask(SupplierWords.registerAgency().command());

        assertThat(live.awaitPosition(position, PATIENCE)).isTrue();
        assertThat(live.awaitHead(PATIENCE)).isTrue();
        assertThat(live.lag()).isZero();
        assertThat(history().of(BUDGET, Instant.MAX, 0, 10).items())
                .extracting(HistoryEvent::type)
                .containsExactly("BudgetAllocated");
        assertThat(history()
                        .of(BUDGET, Instant.MAX, 0, 10)
                        .items()
                        .getFirst()
                        .data()
                        .has("weekly"))
                .isTrue();

        Rebuild.Result rebuilt = new Rebuild(service, reader(ReadSchema.LIVE), reader(ReadSchema.NEXT)).run();

        assertThat(rebuilt.different()).isEmpty();
        assertThat(rebuilt.position()).isEqualTo(ledger.reader().head());
        assertThat(history().of(BUDGET, Instant.MAX, 0, 10).items()).hasSize(1);
    }

    @Test
    void waitingForWhatIsNotRecordedEnds() throws Exception {
        assertThat(live.awaitPosition(1000, Duration.ofMillis(50))).isFalse();
    }

    @Test
    void afterAFailureNothingIsSkipped() throws Exception {
        JdbcClient.create(service).sql("ALTER TABLE read.budget RENAME TO gone").update();
        long position = ask(ABudget.aBudgetOf("310.00").allocation().command());
        assertThat(live.awaitPosition(position, Duration.ofMillis(200))).isFalse();

        JdbcClient.create(service).sql("ALTER TABLE read.gone RENAME TO budget").update();

        assertThat(live.awaitPosition(position, PATIENCE)).isTrue();
        assertThat(history().of(BUDGET, Instant.MAX, 0, 10).items()).hasSize(1);
    }

    private long ask(Command command) throws Exception {
        Request request =
                Request.once(command, new ActorId(UUID.randomUUID().toString()), Set.copyOf(command.permitted()));
        Answer answer = ledger.gateway().send(request).get();
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        return ((Answer.Accepted) answer).position();
    }

    private HistoryQuery history() {
        JsonMapper json = JsonMapper.shared();
        return new HistoryQuery(
                JdbcClient.create(service),
                ledger.reader(),
                event -> json.readTree(ledger.codec().encode(event)));
    }
}
