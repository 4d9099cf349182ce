package org.personalbudget.projections.budget;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ChangeEvent.OverAdvanced;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.ContributionEvent.ArrearsAlertRaised;
import org.personalbudget.ledger.budget.ContributionEvent.ArrearsReviewRaised;
import org.personalbudget.ledger.budget.CustodyEvent.AccountCreditUndone;
import org.personalbudget.ledger.budget.CustodyEvent.CardDeclined;
import org.personalbudget.ledger.budget.CustodyEvent.ContributionPaymentUndone;
import org.personalbudget.ledger.budget.CustodyEvent.UnknownCreditReceived;
import org.personalbudget.ledger.budget.CustodyEvent.UnknownCreditWithdrawn;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.JudgementEvent.VirementNotified;
import org.personalbudget.ledger.budget.PayoutEvent.DeathQueried;
import org.personalbudget.ledger.budget.PayoutEvent.DeathQueryDismissed;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.RecoveryEvent;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent;
import org.personalbudget.ledger.intake.IntakeEvent;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.payrun.PaymentReportEvent;
import org.personalbudget.ledger.period.PeriodEvent;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberOverdrawn;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps what the ledger raised by itself for somebody to look at. */
public final class ExceptionProjection implements Projection {

    @Override
    public String name() {
        return "exceptions";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Page page = new Page();
        for (Posted event : events) {
            switch (event.event()) {
                case BudgetEvent own -> take(own, event, page);
                case MemberOverdrawn e ->
                    page.add(event, e.budget(), "MEMBER_OVERDRAWN", e.pool().value(), null, null, null, e.shortfall());
                // Every other exception is the budget's to raise.
                case PoolEvent _, PaymentEvent _, SupplierEvent _, PolicyEvent _, PeriodEvent _, CommandRefused _ -> {}
                // What a batch or a receipt leaves to be looked at, the budgets in it say.
                case BulkChangeEvent _, TakeOnBatchEvent _, IntakeEvent _, ReceiptEvent _ -> {}
                // Where and in which run somebody is paid, the runs' own projection tells.
                case BankDetailsEvent _, PayRunEvent _, PaymentReportEvent _ -> {}
                case StatementEvent _, ChainEvent _, CardProgrammeEvent _ -> {}
                // What becomes of an invoice, the invoices' own projection tells.
                case DocumentEvent _ -> {}
                default ->
                    throw new IllegalArgumentException(
                            "exceptions do not know " + event.event().getClass());
            }
        }
        page.rows.copy(connection, "budget_exception");
    }

    private static void take(BudgetEvent event, Posted posted, Page page) {
        BudgetId budget = event.budget();
        switch (event) {
            case SourceOverdrawn e ->
                page.add(
                        posted,
                        budget,
                        "SOURCE_OVERDRAWN",
                        e.account().value(),
                        e.source().name(),
                        null,
                        null,
                        e.shortfall());
            case LineOverspent e ->
                page.add(posted, budget, "LINE_OVERSPENT", null, null, e.line(), e.servicePeriod(), e.over());
            case OverAdvanced e ->
                page.add(
                        posted,
                        budget,
                        "OVER_ADVANCED",
                        e.account().value(),
                        null,
                        null,
                        e.servicePeriod(),
                        e.amount());
            case VirementNotified e ->
                page.add(posted, budget, "VIREMENT_NOTIFIED", null, null, e.line(), e.servicePeriod(), e.vired());
            case ArrearsAlertRaised e ->
                page.add(posted, budget, "ARREARS_ALERT", null, null, null, null, e.outstanding());
            case ArrearsReviewRaised e ->
                page.add(posted, budget, "ARREARS_REVIEW", null, null, null, null, e.outstanding());
            case DeathQueried e ->
                page.add(posted, budget, "DEATH_QUERIED", e.payment().value(), null, null, null, Money.ZERO);
            case DeathQueryDismissed _ -> {}
            case CardDeclined e ->
                page.add(
                        posted,
                        budget,
                        e.barred() ? "CARD_DECLINED_BARRED" : "CARD_DECLINED",
                        e.account().value(),
                        null,
                        null,
                        null,
                        e.amount());
            // Everything else went as it should, or is told where it is kept.
            case BudgetAllocated _, PlanProposed _, PlanEscalated _, PlanApproved _, PlanRejected _ -> {}
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _, AccountOpened _, NecessityDecided _ -> {}
            case ContributionAssessed _, ContributionFellDue _, ContributionReceived _, InstalmentApproved _ -> {}
            case SpendRecorded _, SpendHeld _, SpendCleared _, AccountCredited _, AccountCreditReversed _ -> {}
            case ProviderPaymentAuthorised _, ProviderPaymentHeld _, ProviderPaidFromAccount _ -> {}
            case ProviderPaymentReturnedToAccount _, FunderRecharged _, RechargePaid _ -> {}
            // Decisions somebody took, not exceptions.
            case ChangeEvent _, ContributionEvent _, FundingEvent _, JudgementEvent _ -> {}
            case AccrualEvent _, ReclaimEvent _, RecoveryEvent _, ReviewEvent _, TakeOnEvent _, InvoiceEvent _ -> {}
            case UnknownCreditReceived _, UnknownCreditWithdrawn _ -> {}
            case AccountCreditUndone _, ContributionPaymentUndone _ -> {}
        }
    }

    /** What one page adds. */
    private static final class Page {

        private final Rows rows =
                Rows.of("int8", "uuid", "timestamptz", "text", "uuid", "text", "text", "text", "int8");

        void add(
                Posted posted,
                BudgetId budget,
                String kind,
                @Nullable UUID account,
                @Nullable String source,
                @Nullable LineId line,
                @Nullable PeriodId servicePeriod,
                Money amount) {
            rows.add(
                    posted.position(),
                    budget,
                    posted.recorded().recordedAt(),
                    kind,
                    account,
                    source,
                    line,
                    servicePeriod,
                    amount.pence());
        }
    }
}
