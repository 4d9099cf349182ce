package org.personalbudget.ops.reading;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.eventstore.EventCodec;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.PositionSignal;
import org.personalbudget.projections.AllProjections;
import org.personalbudget.projections.audit.HistoryQuery;
import org.personalbudget.projections.balance.BalanceQuery;
import org.personalbudget.projections.budget.BudgetQuery;
import org.personalbudget.projections.bulkchange.BulkChangeQuery;
import org.personalbudget.projections.comparison.ComparisonQuery;
import org.personalbudget.projections.contributions.ArrearsQuery;
import org.personalbudget.projections.course.CourseQuery;
import org.personalbudget.projections.flexiblespend.FlexibleSpendQuery;
import org.personalbudget.projections.flexiblespend.SpendQuery;
import org.personalbudget.projections.forecast.ForecastQuery;
import org.personalbudget.projections.invoices.InvoiceQuery;
import org.personalbudget.projections.journal.JournalQuery;
import org.personalbudget.projections.journal.LawGauges;
import org.personalbudget.projections.journal.TrialBalanceQuery;
import org.personalbudget.projections.payables.PaymentQuery;
import org.personalbudget.projections.payables.SupplierQuery;
import org.personalbudget.projections.payruns.BankDetailsQuery;
import org.personalbudget.projections.payruns.ChangedDetailsQuery;
import org.personalbudget.projections.payruns.DueQuery;
import org.personalbudget.projections.payruns.PayRunQuery;
import org.personalbudget.projections.payruns.VarianceQuery;
import org.personalbudget.projections.period.PeriodQuery;
import org.personalbudget.projections.pooledfund.PoolQuery;
import org.personalbudget.projections.reader.LiveReader;
import org.personalbudget.projections.reader.ProjectionReader;
import org.personalbudget.projections.reader.ReadSchema;
import org.personalbudget.projections.reader.Rebuild;
import org.personalbudget.projections.receipts.ReceiptQuery;
import org.personalbudget.projections.reclaims.ReclaimQuery;
import org.personalbudget.projections.reconciliation.CandidateQuery;
import org.personalbudget.projections.reconciliation.ProofQuery;
import org.personalbudget.projections.reconciliation.StatementQuery;
import org.personalbudget.projections.reconciliation.WaitingQuery;
import org.personalbudget.projections.reviews.ReviewQuery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the views up with the log, and answers from them. */
@Configuration(proxyBeanMethods = false)
public class Reading {

    private static final Duration LOOK_BY_ITSELF = Duration.ofMillis(500);

    @Bean
    ProjectionReader projectionReader(EventReader log, DataSource database, MeterRegistry meters) {
        ReadSchema.migrate(database, ReadSchema.LIVE);
        return new ProjectionReader(log, database, ReadSchema.LIVE, AllProjections.list(), EventReader.PAGE, meters);
    }

    @Bean(destroyMethod = "close")
    LiveReader liveReader(ProjectionReader reader, EventReader log, PositionSignal written, MeterRegistry meters) {
        LiveReader live = new LiveReader(reader, log, LOOK_BY_ITSELF, meters);
        written.whenMoved(live::wake);
        return live.start();
    }

    /** Replays go into a schema of their own, by a reader of its own. */
    @Bean
    Replays replays(ProjectionReader live, EventReader log, DataSource database) {
        ProjectionReader next = new ProjectionReader(
                log, database, ReadSchema.NEXT, AllProjections.list(), EventReader.PAGE, new SimpleMeterRegistry());
        return new Replays(new Rebuild(database, live, next), log);
    }

    @Bean
    LawGauges lawGauges(JdbcClient database) {
        return new LawGauges(database);
    }

    @Bean
    BudgetQuery budgetQuery(JdbcClient database) {
        return new BudgetQuery(database);
    }

    @Bean
    CourseQuery courseQuery(JdbcClient database) {
        return new CourseQuery(database);
    }

    @Bean
    ForecastQuery forecastQuery(JdbcClient database) {
        return new ForecastQuery(database, PeriodCalendar.standard());
    }

    @Bean
    ComparisonQuery comparisonQuery(JdbcClient database) {
        return new ComparisonQuery(database);
    }

    @Bean
    ArrearsQuery arrearsQuery(JdbcClient database) {
        return new ArrearsQuery(database);
    }

    @Bean
    ReviewQuery reviewQuery(JdbcClient database) {
        return new ReviewQuery(database);
    }

    @Bean
    BalanceQuery balanceQuery(JdbcClient database) {
        return new BalanceQuery(database, PeriodCalendar.standard());
    }

    @Bean
    SpendQuery spendQuery(JdbcClient database) {
        return new SpendQuery(database);
    }

    @Bean
    FlexibleSpendQuery flexibleSpendQuery(JdbcClient database) {
        return new FlexibleSpendQuery(database);
    }

    @Bean
    HistoryQuery historyQuery(JdbcClient database, EventReader log, EventCodec codec) {
        JsonMapper json = JsonMapper.shared();
        return new HistoryQuery(database, log, event -> json.readTree(codec.encode(event)));
    }

    @Bean
    JournalQuery journalQuery(JdbcClient database) {
        return new JournalQuery(database);
    }

    @Bean
    TrialBalanceQuery trialBalanceQuery(JdbcClient database) {
        return new TrialBalanceQuery(database);
    }

    @Bean
    PaymentQuery paymentQuery(JdbcClient database) {
        return new PaymentQuery(database);
    }

    @Bean
    PeriodQuery periodQuery(JdbcClient database) {
        return new PeriodQuery(database);
    }

    @Bean
    BankDetailsQuery bankDetailsQuery(JdbcClient database) {
        return new BankDetailsQuery(database);
    }

    @Bean
    ChangedDetailsQuery changedDetailsQuery(JdbcClient database) {
        return new ChangedDetailsQuery(database);
    }

    @Bean
    DueQuery dueQuery(JdbcClient database) {
        return new DueQuery(database);
    }

    @Bean
    PayRunQuery payRunQuery(JdbcClient database) {
        return new PayRunQuery(database);
    }

    @Bean
    VarianceQuery varianceQuery(JdbcClient database) {
        return new VarianceQuery(database);
    }

    @Bean
    BulkChangeQuery bulkChangeQuery(JdbcClient database) {
        return new BulkChangeQuery(database);
    }

    @Bean
    PoolQuery poolQuery(JdbcClient database) {
        return new PoolQuery(database);
    }

    @Bean
    ReclaimQuery reclaimQuery(JdbcClient database) {
        return new ReclaimQuery(database);
    }

    @Bean
    InvoiceQuery invoiceQuery(JdbcClient database) {
        return new InvoiceQuery(database);
    }

    @Bean
    StatementQuery statementQuery(JdbcClient database) {
        return new StatementQuery(database);
    }

    @Bean
    CandidateQuery candidateQuery(JdbcClient database) {
        return new CandidateQuery(database);
    }

    @Bean
    WaitingQuery waitingQuery(JdbcClient database) {
        return new WaitingQuery(database);
    }

    @Bean
    ProofQuery proofQuery(JdbcClient database) {
        return new ProofQuery(database);
    }

    @Bean
    ReceiptQuery receiptQuery(JdbcClient database) {
        return new ReceiptQuery(database);
    }

    @Bean
    SupplierQuery supplierQuery(JdbcClient database) {
        return new SupplierQuery(database);
    }
}
