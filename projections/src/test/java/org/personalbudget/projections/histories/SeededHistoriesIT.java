package org.personalbudget.projections.histories;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.axon.Ledger;
import org.personalbudget.ledger.axon.LedgerConfiguration;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.eventstore.LedgerSchema;
import org.personalbudget.ledger.model.Place;
import org.personalbudget.ledger.model.SeededHistory;
import org.personalbudget.ledger.model.SeededHistory.Stretch;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.testing.TestPostgres;
import org.personalbudget.projections.AllProjections;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.balance.BalanceQuery;
import org.personalbudget.projections.balance.BudgetBalance;
import org.personalbudget.projections.journal.LawGauges;
import org.personalbudget.projections.journal.TrialBalance;
import org.personalbudget.projections.journal.TrialBalanceQuery;
import org.personalbudget.projections.reader.LiveReader;
import org.personalbudget.projections.reader.ProjectionReader;
import org.personalbudget.projections.reader.ReadSchema;
import org.personalbudget.projections.reader.Rebuild;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A long seeded history, asked of a real ledger on PostgreSQL by 32 callers, some of whom ask twice.
 * Every answer, every balance at dates remembered on the way, and everything that people read must be what an
 * independent model says, then, later, and after all has been rebuilt (laws 1, 3, 5, 6, 7, 9 and 12).
 */
class SeededHistoriesIT {

    private static final long SEED = Long.getLong("ledger.histories.seed", 2026);
    private static final int COMMANDS = Integer.getInteger("ledger.histories.commands", 20_000);
    private static final int BUDGETS = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SERVICE = "ledger_service_test";
    private static final String PASSWORD = "secret";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Calendar calendar = new Calendar();
    private final PGSimpleDataSource writing = serviceOfAFreshLedger();
    private final HikariDataSource service = pooled(writing);
    private final Ledger ledger =
            new Ledger(service, writing, calendar, meters, LedgerConfiguration.contents(), Ledger.Limits.STANDARD);
    private final LiveReader live = live();
    private final ReadBooks books = new ReadBooks(service);
    private final TrialBalanceQuery trialBalances = new TrialBalanceQuery(JdbcClient.create(service));
    private final BalanceQuery balances = new BalanceQuery(JdbcClient.create(service), PeriodCalendar.standard());

    /** Two dates, the last command that was known then, and what people read when it was now. */
    private record Remembered(
            AsOf asOf, int lastCommand, TrialBalance trialBalance, Map<BudgetId, Optional<BudgetBalance>> balances) {}

    private static HikariDataSource pooled(DataSource source) {
        var pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(8);
        return pool;
    }

    private static PGSimpleDataSource serviceOfAFreshLedger() {
        TestPostgres owner = TestPostgres.fresh();
        LedgerSchema.migrate(owner.dataSource(), SERVICE, PASSWORD);
        var source = new PGSimpleDataSource();
        source.setUrl(owner.jdbcUrl());
        source.setUser(SERVICE);
        source.setPassword(PASSWORD);
        ReadSchema.migrate(source, ReadSchema.LIVE);
        return source;
    }

    private LiveReader live() {
        LiveReader reader = new LiveReader(reader(ReadSchema.LIVE), ledger.reader(), Duration.ofMillis(200), meters);
        ledger.signal().whenMoved(reader::wake);
        return reader.start();
    }

    private ProjectionReader reader(String schema) {
        return new ProjectionReader(ledger.reader(), service, schema, AllProjections.list(), 10_000, meters);
    }

    @AfterEach
    void close() {
        live.close();
        ledger.close();
        service.close();
    }

    @Test
    void whatManyCallersAskAndReadIsWhatTheModelSays() throws Exception {
        SeededHistory history = SeededHistory.of(SEED, COMMANDS, BUDGETS);
        List<Remembered> remembered = new ArrayList<>();
        try (Callers callers = new Callers(ledger.gateway())) {
            int stretches = 0;
            for (Stretch stretch : history.stretches()) {
                Instant known = calendar.moveTo(stretch.day());
                callers.ask(stretch);
                if (++stretches % 100 == 50) remembered.addAll(remember(stretch, known, history));
            }
            assertThat(callers.impatience()).isEqualTo((COMMANDS + 19) / 20);
        }
        assertThat(live.awaitHead(PATIENCE)).isTrue();

        everythingIsAsTheModelSays(history);
        nothingRememberedHasChanged(remembered, history);
        Map<String, String> bytes = books.bytes();
        Rebuild.Result rebuilt = new Rebuild(service, reader(ReadSchema.LIVE), reader(ReadSchema.NEXT)).run();
        assertThat(rebuilt.different()).isEmpty();
        assertThat(books.bytes()).as("law 3").isEqualTo(bytes);
        nothingRememberedHasChanged(remembered, history);
    }

    /** What people read at this moment of the day before, of this day and of a day to come. */
    private List<Remembered> remember(Stretch stretch, Instant known, SeededHistory history) throws Exception {
        assertThat(live.awaitHead(PATIENCE)).isTrue();
        List<Remembered> remembered = new ArrayList<>();
        for (int days : new int[] {-25, 0, 25}) {
            AsOf asOf = new AsOf(stretch.day().plusDays(days), known);
            Map<BudgetId, Optional<BudgetBalance>> some = new HashMap<>();
            history.budgets().stream().limit(10).forEach(budget -> some.put(budget, balances.of(budget, asOf)));
            remembered.add(new Remembered(asOf, stretch.last(), trialBalances.at(asOf), some));
        }
        return remembered;
    }

    private void everythingIsAsTheModelSays(SeededHistory history) {
        LocalDate ever = LocalDate.of(2044, 1, 1);
        var now = new AsOf(ever, calendar.instant());
        journalIsAsTheModelSays(now, COMMANDS, history);
        for (BudgetId budget : history.budgets()) accountsAreAsTheModelSays(budget, now, history);
        LawGauges laws = new LawGauges(JdbcClient.create(service));
        assertThat(laws.imbalance()).as("law 1").isZero();
        assertThat(laws.memorandum()).isZero();
        assertThat(laws.overdrawn()).as("law 12").isZero();
    }

    private void journalIsAsTheModelSays(AsOf asOf, int lastCommand, SeededHistory history) {
        Map<BudgetId, Map<Place, BigDecimal>> read = books.at(asOf);
        for (BudgetId budget : history.budgets()) {
            assertThat(read.getOrDefault(budget, Map.of()))
                    .as("the journal of %s at %s", budget, asOf)
                    .isEqualTo(history.books(budget, asOf.effective(), lastCommand));
        }
    }

    private void accountsAreAsTheModelSays(BudgetId budget, AsOf asOf, SeededHistory history) {
        Map<AccountId, BigDecimal> read = new HashMap<>();
        balances.of(budget, asOf).orElseThrow().accounts().stream()
                .filter(account -> account.kind().holdsMoney())
                .forEach(account -> read.put(
                        account.accountId(),
                        BigDecimal.valueOf(account.spendable().atLeastZero().pence(), 2)));
        assertThat(read).as("what the accounts of %s may spend", budget).isEqualTo(history.spendable(budget));
    }

    /** Law 9. */
    private void nothingRememberedHasChanged(List<Remembered> remembered, SeededHistory history) {
        assertThat(remembered).isNotEmpty();
        for (Remembered then : remembered) {
            TrialBalance now = trialBalances.at(then.asOf());
            assertThat(now).isEqualTo(then.trialBalance());
            Map<Integer, BigDecimal> read = new HashMap<>();
            for (TrialBalance.Row row : now.accounts()) {
                if (!row.balance().isZero())
                    read.put(row.code(), BigDecimal.valueOf(row.balance().pence(), 2));
            }
            assertThat(read).isEqualTo(history.trialBalance(then.asOf().effective(), then.lastCommand()));
            then.balances()
                    .forEach((budget, balance) ->
                            assertThat(balances.of(budget, then.asOf())).isEqualTo(balance));
        }
        Remembered middle = remembered.get(remembered.size() / 2);
        journalIsAsTheModelSays(middle.asOf(), middle.lastCommand(), history);
    }
}
