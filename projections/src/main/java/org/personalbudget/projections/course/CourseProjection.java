package org.personalbudget.projections.course;

import static org.personalbudget.projections.course.ChangeKind.*;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ChangeEvent.*;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.ContributionEvent.*;
import org.personalbudget.ledger.budget.CustodyEvent;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.FundingEvent.*;
import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.PayoutEvent;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.RecoveryEvent;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.ReviewEvent.*;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent;
import org.personalbudget.ledger.intake.IntakeEvent;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.payrun.PaymentReportEvent;
import org.personalbudget.ledger.period.PeriodEvent;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;

/** Keeps what changed the course of a budget, each change with its day, its instant and its actor. */
public final class CourseProjection implements Projection {

    @Override
    public String name() {
        return "course";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        CourseRows rows = new CourseRows();
        for (Posted event : events) {
            switch (event.event()) {
                case BudgetEvent own -> take(own, event, rows);
                // Payments carry a course out; suppliers and policy serve every budget; a refusal changed none.
                case PaymentEvent _, SupplierEvent _, PolicyEvent _, PeriodEvent _, CommandRefused _ -> {}
                // What a pool, a batch or a receipt changes in a budget, the budget's own events tell.
                case PoolEvent _, BulkChangeEvent _, TakeOnBatchEvent _, IntakeEvent _, ReceiptEvent _ -> {}
                // Where and in which run somebody is paid, the runs' own projection tells.
                case BankDetailsEvent _, PayRunEvent _, PaymentReportEvent _ -> {}
                // What a statement shows, the budgets and the bank of the council say.
                case StatementEvent _, ChainEvent _, CardProgrammeEvent _ -> {}
                // What becomes of an invoice, the invoices' own projection tells.
                case DocumentEvent _ -> {}
                default ->
                    throw new IllegalArgumentException(
                            "no course knows " + event.event().getClass());
            }
        }
        rows.send(connection);
    }

    private static void take(BudgetEvent event, Posted posted, CourseRows rows) {
        switch (event) {
            case BudgetAllocated e ->
                rows.change(e, posted, ALLOCATED, e.startsOn(), null)
                        .to("standing", Standing.PROPOSED)
                        .to("weekly", e.weekly())
                        .to("funders", shares(e.funders()));
            case PlanProposed e ->
                rows.change(e, posted, PLAN_PROPOSED, e.effectiveFrom(), e.version())
                        .to("proposal", "PROPOSED")
                        .toIfAny("proposedWeekly", e.weekly());
            case PlanEscalated e ->
                rows.change(e, posted, PLAN_ESCALATED, e.version()).to("proposal", "ESCALATED");
            case PlanRejected e ->
                rows.change(e, posted, PLAN_REJECTED, e.version()).to("proposal", "REJECTED");
            case PlanApproved e ->
                rows.change(e, posted, PLAN_APPROVED, e.effectiveFrom(), e.version())
                        .to("plan", e.version());
            case ContributionAssessed e ->
                rows.change(e, posted, CONTRIBUTION_ASSESSED, e.from(), null).to("contribution", e.weekly());
            case AccountOpened e ->
                rows.change(e, posted, ACCOUNT_OPENED, e.startsOn(), e.account())
                        .to("account", "OPEN")
                        .to("kind", e.kind())
                        .to("method", e.method());
            case ChangeEvent change -> take(change, posted, rows);
            case ContributionEvent contribution -> take(contribution, posted, rows);
            case FundingEvent funding -> take(funding, posted, rows);
            case JudgementEvent judgement -> ReclaimCourse.take(judgement, posted, rows);
            // What keeps money from going out, the projection of runs tells.
            case PayoutEvent _ -> {}
            case ReclaimEvent reclaim -> ReclaimCourse.take(reclaim, posted, rows);
            case ReviewEvent review -> take(review, posted, rows);
            case TakeOnEvent takeOn -> ReclaimCourse.take(takeOn, posted, rows);
            // Figures that follow from a change: the journal has them.
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _ -> {}
            case ContributionFellDue _, ContributionReceived _, FunderRecharged _, RechargePaid _ -> {}
            // What is accrued, what suppliers pay back, and what receipts were for, stands there too.
            case AccrualEvent _, RecoveryEvent _ -> {}
            // What statements show of accounts, the balances say.
            case CustodyEvent _ -> {}
            // What is billed for the course of a budget does not change it.
            case InvoiceEvent _ -> {}
            // What the budget is used for on its way.
            case InstalmentApproved _, AccountCredited _, AccountCreditReversed _, NecessityDecided _ -> {}
            case SpendRecorded _, SpendHeld _, SpendCleared _ -> {}
            case ProviderPaymentAuthorised _, ProviderPaymentHeld _, ProviderPaidFromAccount _ -> {}
            case ProviderPaymentReturnedToAccount _ -> {}
            // Raised for somebody to look at, in a list of their own.
            case SourceOverdrawn _, LineOverspent _ -> {}
        }
    }

    private static void take(ChangeEvent event, Posted posted, CourseRows rows) {
        switch (event) {
            case BudgetSuspended e ->
                rows.change(e, posted, SUSPENDED, e.from(), null)
                        .to(e.lines().isEmpty() ? "standing" : "lines", suspended(e))
                        .to("reason", e.reason())
                        .to("paidDays", e.paidDays());
            case BudgetResumed e ->
                rows.change(e, posted, RESUMED, e.from(), null).to("standing", Standing.ACTIVE);
            case BudgetEnded e ->
                rows.change(e, posted, ENDED, e.lastDay(), null)
                        .to("standing", Standing.ENDED)
                        .to("reason", e.reason());
            case DeathRecorded e ->
                rows.change(e, posted, DIED, e.diedOn(), null).to("standing", Standing.DIED);
            case AccountClosed e ->
                rows.change(e, posted, e.successor() == null ? ACCOUNT_CLOSED : ACCOUNT_MOVED, e.lastDay(), e.account())
                        .to("account", "CLOSED")
                        .toIfAny("successor", e.successor());
            case UpliftProposed e ->
                rows.change(e, posted, UPLIFT_PROPOSED, e.from(), e.batch())
                        .fromTo("proposedWeekly", e.before(), e.after())
                        .to("planVersion", e.planVersion());
            case CutProposed e ->
                rows.change(e, posted, CUT_PROPOSED, e.batch())
                        .fromTo("proposedWeekly", e.weekly(), e.proposedWeekly());
            // Money that moves, or is called off; and an exception, which has a list of its own.
            case MoneyTransferred _, InstalmentReduced _, OverAdvanced _ -> {}
        }
    }

    private static String suspended(BudgetSuspended event) {
        return event.lines().isEmpty()
                ? Standing.SUSPENDED.name()
                : event.lines().stream().map(LineId::toString).collect(Collectors.joining(" "));
    }

    private static void take(ContributionEvent event, Posted posted, CourseRows rows) {
        switch (event) {
            case ContributionAdjusted e ->
                rows.change(e, posted, CONTRIBUTION_ADJUSTED, e.service().first(), e.servicePeriod())
                        .fromTo("due", e.before(), e.after());
            // Exceptions and money have lists of their own.
            case ArrearsAlertRaised _, ArrearsReviewRaised _, ClientMoneyReleased _, ContributionRefunded _ -> {}
        }
    }

    private static void take(FundingEvent event, Posted posted, CourseRows rows) {
        switch (event) {
            case FundersChanged e ->
                rows.change(e, posted, FUNDERS_CHANGED, e.from(), null).to("funders", shares(e.funders()));
            // Figures that follow from it, and money between funders.
            case FundingRestated _, FunderAdvanceReceived _, FunderAdvanceUsed _, RechargeReduced _ -> {}
            case PaidIntoPool _, PaidBackFromPool _ -> {}
        }
    }

    private static void take(ReviewEvent event, Posted posted, CourseRows rows) {
        switch (event) {
            case ReviewScheduled e ->
                rows.change(e, posted, REVIEW_SCHEDULED, e.dueOn(), e.kind()).to("due", e.dueOn());
            case ReviewRecorded e ->
                rows.change(e, posted, REVIEW_RECORDED, e.kind()).to("held", e.effectiveOn());
            case MonitoringScored e ->
                rows.change(e, posted, MONITORING_SCORED, null)
                        .to("tier", e.tier())
                        .to("score", e.score())
                        .to("nextReturn", e.nextReturn());
        }
    }

    /** Such as {@code LA 70.00, ICB 30.00}; the first leads. */
    private static String shares(List<FunderShare> funders) {
        return funders.stream()
                .map(share -> share.funder() + " " + share.percent())
                .collect(Collectors.joining(", "));
    }
}
