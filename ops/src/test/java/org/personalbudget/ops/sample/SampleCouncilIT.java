package org.personalbudget.ops.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.axon.Ledger;
import org.personalbudget.ledger.axon.LedgerConfiguration;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.BudgetEvent.BudgetAllocated;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.LedgerSchema;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.eventstore.StoredEvent;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.postings.Postings;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.testing.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** The sample council is a council: every kind of account, two funders, thirteen periods, and the same each time. */
class SampleCouncilIT {

    private static final String SERVICE = "ledger_service_sample";
    private static final int PEOPLE = 24;

    @Test
    void aSeedAlwaysPlaysTheSameYear() {
        List<String> first = play(7, PEOPLE).facts;
        assertThat(play(7, PEOPLE).facts).isEqualTo(first).hasSizeGreaterThan(100 * PEOPLE);
        assertThat(play(8, PEOPLE).facts).isNotEqualTo(first);
    }

    @Test
    void theYearHasEverythingACouncilHasAndAddsUp() {
        Played played = play(2023, 2 * PEOPLE);
        assertThat(played.kinds).isEqualTo(EnumSet.allOf(AccountKind.class));
        assertThat(played.budgets).as("with three that were taken on").isEqualTo(2 * PEOPLE + 3);
        assertThat(played.coFunded).as("budgets with two funders").isPositive();
        assertThat(played.periods).as("periods with instalments").hasSize(13);
        assertThat(played.queried).as("spends under query").isPositive();
        assertThat(played.types)
                .as("what a council's year has")
                .contains(
                        "BooksClosed",
                        "BooksReopened",
                        "CareAccrued",
                        "AccrualReversed",
                        "InvoiceApproved",
                        "TakeOnApproved",
                        "AccountTakenOn",
                        "PaidIntoPool",
                        "PoolSpendRecorded",
                        "ReceiptAllocated",
                        "SupplierRefundDue",
                        "AccountClosed",
                        "FundersChanged",
                        "BankDetailsApproved",
                        "PayRunReleased",
                        "PayRunSubmitted");
        assertThat(played.difference).isEqualTo(Money.ZERO);
    }

    @Test
    void aYearThatWasInterruptedGoesOnWhereItStopped() {
        TestPostgres database = database();
        AtomicInteger steps = new AtomicInteger();
        try {
            playOn(database, 7, PEOPLE, step -> {
                if (steps.incrementAndGet() == 300) throw new IllegalStateException("power cut");
            });
        } catch (IllegalStateException powerCut) {
            assertThat(powerCut).hasMessage("power cut");
        }
        assertThat(playOn(database, 7, PEOPLE, step -> {}).facts).isEqualTo(play(7, PEOPLE).facts);
    }

    private static Played play(long seed, int people) {
        return playOn(database(), seed, people, step -> {});
    }

    private static Played playOn(TestPostgres database, long seed, int people, IntConsumer progress) {
        StandingClock clock = new StandingClock();
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.jdbcUrl());
            pool.setUsername(SERVICE);
            pool.setPassword(SERVICE);
            try (Ledger ledger = new Ledger(
                    pool,
                    service(database),
                    clock,
                    new SimpleMeterRegistry(),
                    LedgerConfiguration.contents(),
                    Ledger.Limits.STANDARD)) {
                SampleDesk desk =
                        new SampleDesk(ledger.gateway(), (ref, text) -> new Note(ref, "0".repeat(64)), clock::setTo);
                new SampleCouncil(desk, PeriodCalendar.standard(), people, seed).play(progress);
                return new Played(ledger.reader());
            }
        }
    }

    private static TestPostgres database() {
        TestPostgres database = TestPostgres.fresh();
        LedgerSchema.migrate(database.dataSource(), SERVICE, SERVICE);
        return database;
    }

    private static PGSimpleDataSource service(TestPostgres database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(SERVICE);
        source.setPassword(SERVICE);
        return source;
    }

    /** What a year left in the log. */
    private static final class Played {
        /** Position, stream, type and content of each event: all but the random id. */
        final List<String> facts = new ArrayList<>();

        final Set<AccountKind> kinds = EnumSet.noneOf(AccountKind.class);
        final Set<PeriodId> periods = new HashSet<>();
        final Set<String> types = new HashSet<>();
        int budgets;
        int coFunded;
        int queried;
        Money difference = Money.ZERO;

        Played(EventReader log) {
            long position = 0;
            for (var page = log.rowsAfter(0, EventReader.PAGE);
                    !page.isEmpty();
                    page = log.rowsAfter(position, EventReader.PAGE)) {
                for (StoredEvent row : page) take(row, log.decode(row));
                position = page.getLast().position();
            }
        }

        private void take(StoredEvent row, RecordedEvent event) {
            types.add(row.type());
            facts.add("%d %s/%d %s %s %s"
                    .formatted(
                            row.position(),
                            row.stream(),
                            row.sequence(),
                            row.type(),
                            row.recordedAt(),
                            new String(row.payload(), StandardCharsets.UTF_8)));
            Postings.of(event.event())
                    .forEach(entry -> entry.lines()
                            .forEach(line ->
                                    difference = difference.plus(line.debit()).minus(line.credit())));
            switch (event.event()) {
                case BudgetAllocated it -> {
                    budgets++;
                    if (it.funders().size() > 1) coFunded++;
                }
                case AccountOpened it -> kinds.add(it.kind());
                case InstalmentApproved it -> periods.add(it.servicePeriod());
                case SpendRecorded it -> queried += it.accepted() ? 0 : 1;
                default -> {}
            }
        }
    }

    /** Stands where it is set. */
    private static final class StandingClock extends Clock {
        private volatile Instant now = Instant.EPOCH;

        void setTo(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
