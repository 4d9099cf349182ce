package org.personalbudget.projections;

import java.util.List;
import org.personalbudget.projections.audit.HistoryProjection;
import org.personalbudget.projections.budget.BudgetProjection;
import org.personalbudget.projections.budget.ExceptionProjection;
import org.personalbudget.projections.budget.PlanProjection;
import org.personalbudget.projections.bulkchange.BulkChangeProjection;
import org.personalbudget.projections.contributions.ContributionProjection;
import org.personalbudget.projections.course.CourseProjection;
import org.personalbudget.projections.flexiblespend.SpendProjection;
import org.personalbudget.projections.invoices.InvoiceProjection;
import org.personalbudget.projections.journal.JournalProjection;
import org.personalbudget.projections.journal.TotalsProjection;
import org.personalbudget.projections.payables.PaymentProjection;
import org.personalbudget.projections.payables.RechargeProjection;
import org.personalbudget.projections.payables.SupplierProjection;
import org.personalbudget.projections.payruns.BankDetailsProjection;
import org.personalbudget.projections.payruns.DueProjection;
import org.personalbudget.projections.payruns.PayRunProjection;
import org.personalbudget.projections.payruns.PayoutProjection;
import org.personalbudget.projections.period.PeriodProjection;
import org.personalbudget.projections.pooledfund.PoolProjection;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.receipts.ReceiptProjection;
import org.personalbudget.projections.reclaims.ReclaimProjection;
import org.personalbudget.projections.reconciliation.ReconciliationProjection;
import org.personalbudget.projections.reviews.ReviewProjection;

/** Everything that is projected: the table of contents of what people read. */
public final class AllProjections {

    private AllProjections() {}

    public static List<Projection> list() {
        return List.of(
                new JournalProjection(),
                new TotalsProjection(),
                new HistoryProjection(),
                new BudgetProjection(),
                new PlanProjection(),
                new ExceptionProjection(),
                new CourseProjection(),
                new SpendProjection(),
                new PaymentProjection(),
                new RechargeProjection(),
                new InvoiceProjection(),
                new ContributionProjection(),
                new ReviewProjection(),
                new PoolProjection(),
                new ReceiptProjection(),
                new ReclaimProjection(),
                new SupplierProjection(),
                new PeriodProjection(),
                new BulkChangeProjection(),
                new ReconciliationProjection(),
                new BankDetailsProjection(),
                new DueProjection(),
                new PayoutProjection(),
                new PayRunProjection());
    }
}
