package org.personalbudget.projections.payables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.CustodyEvent.AccountCreditUndone;
import org.personalbudget.ledger.budget.CustodyEvent.CardDeclined;
import org.personalbudget.ledger.budget.CustodyEvent.ContributionPaymentUndone;
import org.personalbudget.ledger.budget.CustodyEvent.UnknownCreditReceived;
import org.personalbudget.ledger.budget.CustodyEvent.UnknownCreditWithdrawn;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.PayoutEvent;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.RecoveryEvent;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent;
import org.personalbudget.ledger.intake.IntakeEvent;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payment.PaymentEvent.*;
import org.personalbudget.ledger.payment.PaymentPurpose;
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
import org.personalbudget.projections.payables.PaymentView.Standing;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;

/** Keeps every payment in the standing it has reached, and what an instalment was worked out from. */
public final class PaymentProjection implements Projection {

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        PaymentRows rows = new PaymentRows();
        for (Posted event : events) take(event, rows);
        rows.send(connection);
    }

    private static void take(Posted event, PaymentRows rows) {
        switch (event.event()) {
            case BudgetEvent own -> take(own, event, rows);
            case PaymentEvent payment -> take(payment, event, rows);
            // Nobody is paid by these.
            case SupplierEvent _, PolicyEvent _, PeriodEvent _, CommandRefused _ -> {}
            // Many budgets at once are shown where they are asked for.
            case PoolEvent _, BulkChangeEvent _, TakeOnBatchEvent _, IntakeEvent _, ReceiptEvent _ -> {}
            // Where and in which run somebody is paid, the runs' own projection tells.
            case BankDetailsEvent _, PayRunEvent _, PaymentReportEvent _ -> {}
            // What a statement shows, the payments themselves say.
            case StatementEvent _, ChainEvent _, CardProgrammeEvent _ -> {}
            // What becomes of an invoice, the invoices' own projection tells.
            case DocumentEvent _ -> {}
            default ->
                throw new IllegalArgumentException(
                        "payments do not know " + event.event().getClass());
        }
    }

    private static void take(BudgetEvent event, Posted posted, PaymentRows rows) {
        switch (event) {
            case ProviderPaymentHeld hold -> rows.hold(hold, posted);
            case InstalmentApproved approved -> rows.approve(approved);
            case AccountCredited credited -> rows.arrive(credited);
            case AccountCreditUndone undone -> rows.leave(undone);
            // The payment's own events tell the rest of its life.
            case ProviderPaymentAuthorised _,
                    AccountCreditReversed _,
                    ProviderPaidFromAccount _,
                    ProviderPaymentReturnedToAccount _ -> {}
            // No payment is touched by these.
            case BudgetAllocated _, PlanProposed _, PlanEscalated _, PlanApproved _, PlanRejected _ -> {}
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _, AccountOpened _, NecessityDecided _ -> {}
            case ContributionAssessed _, ContributionFellDue _, ContributionReceived _ -> {}
            case SpendRecorded _, SpendHeld _, SpendCleared _, SourceOverdrawn _, LineOverspent _ -> {}
            case FunderRecharged _, RechargePaid _ -> {}
            // What is called off, paid in advance or paid back, the payments' own events tell.
            case AccrualEvent _,
                    ChangeEvent _,
                    ContributionEvent _,
                    FundingEvent _,
                    JudgementEvent _,
                    PayoutEvent _,
                    ReclaimEvent _,
                    InvoiceEvent _,
                    RecoveryEvent _,
                    UnknownCreditReceived _,
                    UnknownCreditWithdrawn _,
                    CardDeclined _,
                    ContributionPaymentUndone _,
                    ReviewEvent _,
                    TakeOnEvent _ -> {}
        }
    }

    private static void take(PaymentEvent event, Posted posted, PaymentRows rows) {
        switch (event) {
            case PaymentInstructed instructed -> rows.instruct(instructed, posted);
            case PaymentSubmitted submitted -> rows.move(submitted, Standing.SUBMITTED, submitted.attempt(), null);
            case PaymentSettled settled -> rows.move(settled, standing(settled), settled.attempt(), null);
            case SettlementUndone undone -> rows.move(undone, Standing.SUBMITTED, undone.attempt(), null);
            case PaymentReturned returned ->
                rows.move(returned, Standing.RETURNED, returned.attempt(), returned.code());
            case PaymentReissued reissued -> rows.move(reissued, Standing.INSTRUCTED, reissued.attempt(), null);
            case PaymentReduced reduced -> rows.reduce(reduced);
        }
    }

    /** An instalment still has to arrive in its account; nobody here sees a supplier's arrive. */
    private static Standing standing(PaymentSettled event) {
        boolean arrives = event.purpose() == PaymentPurpose.INSTALMENT && event.channel() != Channel.ACCOUNT;
        return arrives ? Standing.LEFT_BANK : Standing.SETTLED;
    }
}
