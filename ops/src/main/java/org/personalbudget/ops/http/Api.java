package org.personalbudget.ops.http;

import java.util.List;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ops.clock.ClockHeader;
import org.personalbudget.ops.clock.LedgerClock;
import org.personalbudget.ops.http.accounts.AccountCommands;
import org.personalbudget.ops.http.accounts.TransferCommands;
import org.personalbudget.ops.http.audit.AuditViews;
import org.personalbudget.ops.http.bankdetails.AccountBankDetails;
import org.personalbudget.ops.http.bankdetails.BankDetailsDesk;
import org.personalbudget.ops.http.bankdetails.BankDetailsViews;
import org.personalbudget.ops.http.bankdetails.ModulusChecks;
import org.personalbudget.ops.http.bankdetails.PersonBankDetails;
import org.personalbudget.ops.http.bankdetails.SupplierBankDetails;
import org.personalbudget.ops.http.budgets.BudgetCommands;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.budgets.BudgetViews;
import org.personalbudget.ops.http.budgets.OutlookViews;
import org.personalbudget.ops.http.budgets.Overviews;
import org.personalbudget.ops.http.bulkchanges.Batches;
import org.personalbudget.ops.http.bulkchanges.BulkChangeCommands;
import org.personalbudget.ops.http.bulkchanges.BulkChangeViews;
import org.personalbudget.ops.http.contributions.ArrearsViews;
import org.personalbudget.ops.http.contributions.ContributionCommands;
import org.personalbudget.ops.http.contributions.ContributionRefunds;
import org.personalbudget.ops.http.course.CourseCommands;
import org.personalbudget.ops.http.funders.FunderCommands;
import org.personalbudget.ops.http.instalments.InstalmentCommands;
import org.personalbudget.ops.http.invoices.ActualsCommands;
import org.personalbudget.ops.http.invoices.ActualsFileCommands;
import org.personalbudget.ops.http.invoices.FileIntake;
import org.personalbudget.ops.http.invoices.InvoiceBudgets;
import org.personalbudget.ops.http.invoices.InvoiceCommands;
import org.personalbudget.ops.http.invoices.InvoiceFiles;
import org.personalbudget.ops.http.invoices.InvoiceSettlements;
import org.personalbudget.ops.http.invoices.InvoiceViews;
import org.personalbudget.ops.http.invoices.SubmittedInvoices;
import org.personalbudget.ops.http.invoices.SubmittedVisits;
import org.personalbudget.ops.http.journal.JournalViews;
import org.personalbudget.ops.http.necessity.NecessityCommands;
import org.personalbudget.ops.http.paymentreports.PaymentReportCommands;
import org.personalbudget.ops.http.paymentreports.ReportOrigins;
import org.personalbudget.ops.http.paymentreports.ReportTaking;
import org.personalbudget.ops.http.paymentreports.ReportedPayments;
import org.personalbudget.ops.http.payments.PaymentBudgets;
import org.personalbudget.ops.http.payments.PaymentCommands;
import org.personalbudget.ops.http.payments.PaymentViews;
import org.personalbudget.ops.http.payruns.DeathQueryCommands;
import org.personalbudget.ops.http.payruns.PayRunBuilding;
import org.personalbudget.ops.http.payruns.PayRunCommands;
import org.personalbudget.ops.http.payruns.PayRunFiles;
import org.personalbudget.ops.http.payruns.PayRunReissue;
import org.personalbudget.ops.http.payruns.PayRunRelease;
import org.personalbudget.ops.http.payruns.PayRunRevision;
import org.personalbudget.ops.http.payruns.PayRunShown;
import org.personalbudget.ops.http.payruns.PayRunViews;
import org.personalbudget.ops.http.payruns.PayerConfiguration;
import org.personalbudget.ops.http.payruns.PaymentFiles;
import org.personalbudget.ops.http.payruns.WritablePayees;
import org.personalbudget.ops.http.people.PeopleController;
import org.personalbudget.ops.http.periods.AccrualCommands;
import org.personalbudget.ops.http.periods.PeriodCommands;
import org.personalbudget.ops.http.periods.PeriodViews;
import org.personalbudget.ops.http.plans.PlanCommands;
import org.personalbudget.ops.http.policies.PolicyCommands;
import org.personalbudget.ops.http.pools.PoolCommands;
import org.personalbudget.ops.http.pools.PoolPaymentCommands;
import org.personalbudget.ops.http.pools.PoolRepaymentCommands;
import org.personalbudget.ops.http.pools.PoolViews;
import org.personalbudget.ops.http.problem.ProblemAdvice;
import org.personalbudget.ops.http.problem.ProblemErrorController;
import org.personalbudget.ops.http.problem.ProblemValve;
import org.personalbudget.ops.http.providerpayments.ProviderPaymentCommands;
import org.personalbudget.ops.http.receipts.ReceiptCommands;
import org.personalbudget.ops.http.receipts.ReceiptViews;
import org.personalbudget.ops.http.recharges.RechargeCommands;
import org.personalbudget.ops.http.reclaims.ReclaimCommands;
import org.personalbudget.ops.http.reclaims.ReclaimViews;
import org.personalbudget.ops.http.reclaims.ReliefCommands;
import org.personalbudget.ops.http.reconciliation.MatchByHand;
import org.personalbudget.ops.http.reconciliation.MatchCommands;
import org.personalbudget.ops.http.reconciliation.OpenItemViews;
import org.personalbudget.ops.http.reconciliation.ReconciliationViews;
import org.personalbudget.ops.http.reconciliation.StatementAnswers;
import org.personalbudget.ops.http.reconciliation.StatementCommands;
import org.personalbudget.ops.http.reconciliation.StatementFileCommands;
import org.personalbudget.ops.http.reconciliation.StatementFiles;
import org.personalbudget.ops.http.remittances.RemittanceViews;
import org.personalbudget.ops.http.remittances.Remittances;
import org.personalbudget.ops.http.replays.ReplayController;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.RequestConfiguration;
import org.personalbudget.ops.http.request.WholeUuids;
import org.personalbudget.ops.http.reviews.ReviewCommands;
import org.personalbudget.ops.http.reviews.ReviewViews;
import org.personalbudget.ops.http.spend.JudgementCommands;
import org.personalbudget.ops.http.spend.SpendCommands;
import org.personalbudget.ops.http.spend.SpendViews;
import org.personalbudget.ops.http.supplierrefunds.SupplierRefundCommands;
import org.personalbudget.ops.http.suppliers.SupplierCommands;
import org.personalbudget.ops.http.suppliers.SupplierViews;
import org.personalbudget.ops.http.takeons.TakeOnBudgets;
import org.personalbudget.ops.http.takeons.TakeOnCommands;
import org.personalbudget.ops.http.trialbalance.TrialBalanceViews;
import org.personalbudget.ops.http.view.Freshness;
import org.personalbudget.ops.http.view.KnownParameters;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.http.view.ViewParameters;
import org.personalbudget.ops.security.RoleGate;
import org.personalbudget.payments.bacs.BacsCalendar;
import org.personalbudget.projections.budget.BudgetQuery;
import org.personalbudget.projections.contributions.ArrearsQuery;
import org.personalbudget.projections.course.CourseQuery;
import org.personalbudget.projections.invoices.InvoiceQuery;
import org.personalbudget.projections.payables.PaymentQuery;
import org.personalbudget.projections.payables.SupplierQuery;
import org.personalbudget.projections.payruns.BankDetailsQuery;
import org.personalbudget.projections.payruns.ChangedDetailsQuery;
import org.personalbudget.projections.payruns.DueQuery;
import org.personalbudget.projections.payruns.PayRunQuery;
import org.personalbudget.projections.payruns.VarianceQuery;
import org.personalbudget.projections.reader.LiveReader;
import org.personalbudget.projections.reclaims.ReclaimQuery;
import org.personalbudget.projections.reconciliation.CandidateQuery;
import org.personalbudget.projections.reconciliation.StatementQuery;
import org.personalbudget.projections.reviews.ReviewQuery;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The API: what can be asked of the ledger, what can be seen, and how it says no. */
@Configuration(proxyBeanMethods = false)
@Import({
    BudgetCommands.class,
    PlanCommands.class,
    ContributionCommands.class,
    ContributionRefunds.class,
    ReviewCommands.class,
    AccountCommands.class,
    TransferCommands.class,
    CourseCommands.class,
    BulkChangeCommands.class,
    InstalmentCommands.class,
    SpendCommands.class,
    JudgementCommands.class,
    ProviderPaymentCommands.class,
    NecessityCommands.class,
    RechargeCommands.class,
    FunderCommands.class,
    PoolCommands.class,
    PoolPaymentCommands.class,
    PoolRepaymentCommands.class,
    ReclaimCommands.class,
    ReliefCommands.class,
    ReclaimViews.class,
    ReceiptViews.class,
    PaymentCommands.class,
    SupplierBankDetails.class,
    AccountBankDetails.class,
    PersonBankDetails.class,
    BankDetailsViews.class,
    PayRunCommands.class,
    PayRunReissue.class,
    PayRunViews.class,
    PayRunFiles.class,
    PayerConfiguration.class,
    PaymentReportCommands.class,
    DeathQueryCommands.class,
    ReceiptCommands.class,
    SupplierRefundCommands.class,
    InvoiceCommands.class,
    PeriodCommands.class,
    AccrualCommands.class,
    PeriodViews.class,
    InvoiceFiles.class,
    InvoiceSettlements.class,
    ActualsCommands.class,
    ActualsFileCommands.class,
    TakeOnCommands.class,
    StatementCommands.class,
    StatementFileCommands.class,
    MatchCommands.class,
    ReconciliationViews.class,
    OpenItemViews.class,
    SupplierCommands.class,
    PolicyCommands.class,
    PeopleController.class,
    BudgetViews.class,
    ArrearsViews.class,
    ReviewViews.class,
    SpendViews.class,
    OutlookViews.class,
    BulkChangeViews.class,
    PaymentViews.class,
    SupplierViews.class,
    InvoiceViews.class,
    RemittanceViews.class,
    PoolViews.class,
    JournalViews.class,
    TrialBalanceViews.class,
    AuditViews.class,
    ReplayController.class,
    RequestConfiguration.class,
    WholeUuids.class,
    ProblemAdvice.class,
    ProblemErrorController.class,
    ProblemValve.Installed.class
})
public class Api {

    @Bean
    BudgetPersons budgetPersons(EventReader log) {
        return new BudgetPersons(log);
    }

    @Bean
    Batches batches(LedgerGateway ledger) {
        return new Batches(ledger);
    }

    @Bean
    TakeOnBudgets takeOnBudgets(LedgerGateway ledger, Register register) {
        return new TakeOnBudgets(ledger, register);
    }

    @Bean
    StatementAnswers statementAnswers(StatementQuery statements, Register register) {
        return new StatementAnswers(statements, register);
    }

    @Bean
    StatementFiles statementFiles(@Value("${ledger.matching.mappings:}") String directory) {
        return StatementFiles.withMappings(directory);
    }

    @Bean
    MatchByHand matchByHand(CandidateQuery candidates) {
        return new MatchByHand(candidates);
    }

    @Bean
    Overviews overviews(
            BudgetQuery budgets,
            CourseQuery courses,
            ArrearsQuery arrears,
            ReclaimQuery reclaims,
            ReviewQuery reviews,
            Register register,
            LedgerClock clock) {
        return new Overviews(budgets, courses, arrears, reclaims, reviews, register, clock);
    }

    @Bean
    SubmittedInvoices submittedInvoices(LedgerGateway ledger) {
        return new SubmittedInvoices(ledger);
    }

    @Bean
    FileIntake fileIntake(Desk desk, LedgerGateway ledger) {
        return new FileIntake(desk, ledger);
    }

    @Bean
    Remittances remittances(
            PaymentQuery payments,
            InvoiceQuery invoices,
            SupplierQuery suppliers,
            @Value("${ledger.payer.name:The council}") String payer) {
        return new Remittances(payments, invoices, suppliers, payer);
    }

    @Bean
    BankDetailsDesk bankDetailsDesk(
            Desk desk, BudgetPersons people, ModulusChecks checks, BankDetailsQuery query, Register register) {
        return new BankDetailsDesk(desk, people, checks, query, register);
    }

    @Bean
    PayRunBuilding payRunBuilding(
            LedgerGateway ledger,
            EventReader log,
            LiveReader reader,
            DueQuery due,
            WritablePayees payees,
            BacsCalendar days,
            LedgerClock clock) {
        return new PayRunBuilding(ledger, log, reader, due, payees, days, clock);
    }

    @Bean
    WritablePayees writablePayees(BankDetailsQuery details, Register register) {
        return new WritablePayees(details, register);
    }

    @Bean
    PayRunRevision payRunRevision(
            LedgerGateway ledger, PayRunQuery runs, ChangedDetailsQuery changes, LiveReader reader, LedgerClock clock) {
        return new PayRunRevision(ledger, runs, changes, reader, clock);
    }

    @Bean(destroyMethod = "close")
    PayRunRelease payRunRelease(LedgerGateway ledger, PayRunQuery runs, LiveReader reader) {
        return new PayRunRelease(ledger, runs, reader);
    }

    @Bean
    ReportOrigins reportOrigins(Payer payer, PayRunQuery runs) {
        return new ReportOrigins(payer, runs);
    }

    @Bean
    ReportTaking reportTaking(LedgerGateway ledger, PaymentQuery payments, PayRunQuery runs) {
        return new ReportTaking(ledger, new ReportedPayments(payments, runs), runs);
    }

    @Bean
    PaymentFiles paymentFiles(PayRunQuery runs, BankDetailsQuery details, Register register, Payer payer) {
        return new PaymentFiles(runs, details, register, payer);
    }

    @Bean
    PayRunShown payRunShown(PayRunQuery runs, VarianceQuery variance) {
        return new PayRunShown(runs, variance);
    }

    @Bean
    SubmittedVisits submittedVisits(LedgerGateway ledger) {
        return new SubmittedVisits(ledger);
    }

    @Bean
    InvoiceBudgets invoiceBudgets(EventReader log) {
        return new InvoiceBudgets(log);
    }

    @Bean
    PaymentBudgets paymentBudgets(EventReader log) {
        return new PaymentBudgets(log);
    }

    @Bean
    Sight sight(BudgetQuery budgets) {
        return new Sight(budgets);
    }

    /** The order in which a request is looked at: who asks, at what time, for what, and whether it can be shown yet. */
    @Bean
    WebMvcConfigurer apiRequests(LedgerClock clock, EventReader log, LiveReader reader) {
        RoleGate gate = new RoleGate();
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(gate);
                interceptors.addInterceptor(new ClockHeader(clock, log));
                interceptors.addInterceptor(new KnownParameters());
                interceptors.addInterceptor(new Freshness(reader));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(gate);
                resolvers.add(new ViewParameters(clock));
            }
        };
    }
}
