package org.personalbudget.ledger.axon;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetailsFeature;
import org.personalbudget.ledger.bankdetails.BankDetailsRefusal;
import org.personalbudget.ledger.budget.BudgetFeature;
import org.personalbudget.ledger.budget.BudgetRefusal;
import org.personalbudget.ledger.bulkchange.BulkChangeFeature;
import org.personalbudget.ledger.bulkchange.BulkChangeRefusal;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.cardprogramme.CardProgrammeFeature;
import org.personalbudget.ledger.cardprogramme.CardProgrammeRefusal;
import org.personalbudget.ledger.eventstore.EventCodec;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.LedgerSchema;
import org.personalbudget.ledger.eventstore.PositionSignal;
import org.personalbudget.ledger.eventstore.Upcasters;
import org.personalbudget.ledger.intake.IntakeFeature;
import org.personalbudget.ledger.intake.IntakeRefusal;
import org.personalbudget.ledger.invoice.DocumentFold;
import org.personalbudget.ledger.payment.PaymentFold;
import org.personalbudget.ledger.payrun.PayRunFeature;
import org.personalbudget.ledger.payrun.PayRunRefusal;
import org.personalbudget.ledger.payrun.PaymentReportFeature;
import org.personalbudget.ledger.period.PeriodFeature;
import org.personalbudget.ledger.period.PeriodRefusal;
import org.personalbudget.ledger.policy.PolicyFeature;
import org.personalbudget.ledger.policy.PolicyRefusal;
import org.personalbudget.ledger.pooledfund.PoolFeature;
import org.personalbudget.ledger.pooledfund.PoolRefusal;
import org.personalbudget.ledger.receipt.ReceiptFeature;
import org.personalbudget.ledger.receipt.ReceiptRefusal;
import org.personalbudget.ledger.register.Digest;
import org.personalbudget.ledger.register.KeyFile;
import org.personalbudget.ledger.register.PostgresRegister;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.statement.ChainFold;
import org.personalbudget.ledger.statement.StatementFeature;
import org.personalbudget.ledger.statement.StatementRefusal;
import org.personalbudget.ledger.supplier.SupplierFeature;
import org.personalbudget.ledger.supplier.SupplierRefusal;
import org.personalbudget.ledger.takeon.TakeOnBatchFeature;
import org.personalbudget.ledger.takeon.TakeOnBatchRefusal;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The ledger in a Spring application: everything it consists of, named. It needs a {@link DataSource} and
 * {@link JdbcConnectionDetails} of the service's role, a {@link Clock} and a {@link MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {

    /** What this ledger is about. A new feature is added here. */
    public static Ledger.Contents contents() {
        var policy = new PolicyFeature();
        var period = new PeriodFeature();
        var supplier = new SupplierFeature();
        var payment = new PaymentFold();
        var document = new DocumentFold();
        var receipt = new ReceiptFeature();
        var chains = new ChainFold();
        var budget = new BudgetFeature(supplier, payment, receipt, document);
        return new Ledger.Contents(
                List.of(
                        budget,
                        supplier,
                        policy,
                        period,
                        receipt,
                        new PoolFeature(budget),
                        new BulkChangeFeature(),
                        new TakeOnBatchFeature(),
                        new IntakeFeature(),
                        new BankDetailsFeature(budget, supplier),
                        new PayRunFeature(),
                        new PaymentReportFeature(),
                        new StatementFeature(chains),
                        new CardProgrammeFeature()),
                List.of(payment, document, chains),
                List.of(
                        BudgetRefusal.class,
                        SupplierRefusal.class,
                        PolicyRefusal.class,
                        PeriodRefusal.class,
                        ReceiptRefusal.class,
                        PoolRefusal.class,
                        BulkChangeRefusal.class,
                        TakeOnBatchRefusal.class,
                        IntakeRefusal.class,
                        BankDetailsRefusal.class,
                        PayRunRefusal.class,
                        StatementRefusal.class,
                        CardProgrammeRefusal.class),
                Upcasters.all(),
                (reads, on) -> policy.inForceOn(on, reads),
                period::closed,
                PeriodCalendar.standard());
    }

    /** The migrations create the role that serves requests, and have to be told its name. */
    @Bean
    FlywayConfigurationCustomizer serviceRole(JdbcConnectionDetails service) {
        return flyway -> flyway.placeholders(
                LedgerSchema.placeholders(orEmpty(service.getUsername()), orEmpty(service.getPassword())));
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    Ledger ledger(DataSource log, JdbcConnectionDetails service, Clock clock, MeterRegistry meters) {
        return new Ledger(log, writing(service), clock, meters, contents(), Ledger.Limits.STANDARD);
    }

    /** The writer keeps one connection for itself, outside the pool that everyone shares. */
    private static DataSource writing(JdbcConnectionDetails service) {
        var source = new PGSimpleDataSource();
        source.setUrl(Objects.requireNonNull(service.getJdbcUrl(), "the ledger needs a database"));
        source.setUser(service.getUsername());
        source.setPassword(service.getPassword());
        source.setApplicationName("ledger-writer");
        source.setTcpKeepAlive(true);
        return source;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Bean
    LedgerGateway ledgerGateway(Ledger ledger) {
        return ledger.gateway();
    }

    @Bean
    EventReader eventReader(Ledger ledger) {
        return ledger.reader();
    }

    @Bean
    EventCodec eventCodec(Ledger ledger) {
        return ledger.codec();
    }

    @Bean
    PositionSignal positionSignal(Ledger ledger) {
        return ledger.signal();
    }

    /**
     * The key under which words are digested, from {@code ledger.register.key-file}. A ledger with a database of its own
     * makes its own key; where the database is named, other nodes may share it, and all of them are given the one key.
     */
    @Bean
    Digest registerDigest(@Value("${ledger.register.key-file}") Path file, Environment environment) {
        var key = new KeyFile(file);
        return environment.containsProperty("spring.datasource.url") ? key.digest() : key.digestOrNew();
    }

    @Bean
    Register register(DataSource source, Digest digest, Clock clock) {
        return new PostgresRegister(source, digest, clock);
    }
}
