package org.personalbudget.projections.flexiblespend;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.CustodyEvent;
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
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.payrun.PaymentReportEvent;
import org.personalbudget.ledger.period.PeriodEvent;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.projections.flexiblespend.SpendView.Standing;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps every spend in its latest standing: as it was recorded or asked about, and as it was judged since. */
public final class SpendProjection implements Projection {

    @Override
    public String name() {
        return "spends";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Map<SpendId, Told> page = new LinkedHashMap<>();
        JudgedSpends judged = new JudgedSpends();
        for (Posted event : events) {
            switch (event.event()) {
                case BudgetEvent own -> take(own, event, page, judged);
                // A provider is paid, and that is no spend from hand.
                case PaymentEvent _, SupplierEvent _, PolicyEvent _, PeriodEvent _, CommandRefused _ -> {}
                // Many budgets at once are shown where they are asked for.
                case PoolEvent _, BulkChangeEvent _, TakeOnBatchEvent _, IntakeEvent _, ReceiptEvent _ -> {}
                // Where and in which run somebody is paid, the runs' own projection tells.
                case BankDetailsEvent _, PayRunEvent _, PaymentReportEvent _ -> {}
                // What a statement shows, the budgets and the bank of the council say.
                case StatementEvent _, ChainEvent _, CardProgrammeEvent _ -> {}
                // What becomes of an invoice, the invoices' own projection tells.
                case DocumentEvent _ -> {}
                default ->
                    throw new IllegalArgumentException(
                            "spends do not know " + event.event().getClass());
            }
        }
        store(page, connection);
        judged.store(connection);
    }

    /** What was said of a spend: where first, and what last. */
    private record Told(Posted first, @Nullable Object[] last) {}

    private static void take(BudgetEvent event, Posted posted, Map<SpendId, Told> page, JudgedSpends judged) {
        switch (event) {
            case SpendRecorded spend -> tell(page, spend.spend(), posted, row(spend));
            case SpendHeld spend -> tell(page, spend.spend(), posted, row(spend));
            case SpendCleared spend -> tell(page, spend.spend(), posted, row(spend));
            case JudgementEvent judgement -> judged.take(judgement);
            // What keeps money from going out, the projection of runs tells.
            case PayoutEvent _ -> {}
            case ReclaimEvent reclaim -> judged.take(reclaim);
            // No spend is touched by these.
            case BudgetAllocated _, PlanProposed _, PlanEscalated _, PlanApproved _, PlanRejected _ -> {}
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _, AccountOpened _, NecessityDecided _ -> {}
            case ContributionAssessed _, ContributionFellDue _, ContributionReceived _, InstalmentApproved _ -> {}
            case AccountCredited _, AccountCreditReversed _, SourceOverdrawn _, LineOverspent _ -> {}
            case ProviderPaymentAuthorised _, ProviderPaymentHeld _, ProviderPaidFromAccount _ -> {}
            case ProviderPaymentReturnedToAccount _, FunderRecharged _, RechargePaid _ -> {}
            case AccrualEvent _, ChangeEvent _, ContributionEvent _, FundingEvent _, InvoiceEvent _ -> {}
            case RecoveryEvent _, ReviewEvent _, TakeOnEvent _ -> {}
            case CustodyEvent _ -> {}
        }
    }

    private static void tell(Map<SpendId, Told> page, SpendId spend, Posted posted, @Nullable Object[] row) {
        page.merge(spend, new Told(posted, row), (earlier, later) -> new Told(earlier.first, later.last));
    }

    private static @Nullable Object[] row(SpendRecorded event) {
        return new @Nullable Object[] {
            event.budget(),
            event.account(),
            event.effectiveOn(),
            event.amount().pence(),
            event.category(),
            event.line(),
            event.outcome(),
            event.servicePeriod(),
            null,
            JudgedSpends.names(event.reasons()),
            event.payee().ref(),
            event.payee().relationship(),
            ref(event.payeeName()),
            ref(event.reference()),
            event.recordedBy().value(),
            event.accepted() ? event.amount().pence() : 0,
            event.accepted() ? 0 : event.amount().pence()
        };
    }

    private static @Nullable Object[] row(SpendHeld event) {
        return new @Nullable Object[] {
            event.budget(),
            event.account(),
            event.effectiveOn(),
            event.amount().pence(),
            event.category(),
            null,
            null,
            null,
            Standing.HELD,
            JudgedSpends.names(event.reasons()),
            event.payee().ref(),
            event.payee().relationship(),
            ref(event.payeeName()),
            null,
            null,
            0,
            0
        };
    }

    private static @Nullable Object[] row(SpendCleared event) {
        return new @Nullable Object[] {
            event.budget(),
            event.account(),
            event.effectiveOn(),
            event.amount().pence(),
            event.category(),
            null,
            null,
            null,
            Standing.CLEARED,
            "",
            event.payee().ref(),
            event.payee().relationship(),
            ref(event.payeeName()),
            null,
            null,
            0,
            0
        };
    }

    private static @Nullable Object ref(@Nullable Note note) {
        return note == null ? null : note.ref();
    }

    private static void store(Map<SpendId, Told> page, Connection connection) throws SQLException {
        Rows rows = Rows.of(
                "uuid",
                "int8",
                "timestamptz",
                "uuid",
                "uuid",
                "date",
                "int8",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "uuid",
                "uuid",
                "text",
                "int8",
                "int8");
        page.forEach((spend, told) -> {
            @Nullable Object[] row = new Object[20];
            row[0] = spend;
            row[1] = told.first.position();
            row[2] = told.first.recorded().recordedAt();
            System.arraycopy(told.last, 0, row, 3, told.last.length);
            rows.add(row);
        });
        rows.send(connection, """
                INSERT INTO spend (spend, position, recorded_at, budget, account, effective_on, amount, category,
                                   plan_line, outcome, service_period, unpaid, reasons, payee, relationship,
                                   payee_name, reference, recorded_by, accepted, under_query)
                SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (spend) DO UPDATE
                SET account = excluded.account, effective_on = excluded.effective_on, amount = excluded.amount,
                    category = excluded.category, plan_line = excluded.plan_line, outcome = excluded.outcome,
                    service_period = excluded.service_period, unpaid = excluded.unpaid,
                    reasons = excluded.reasons, payee = excluded.payee, relationship = excluded.relationship,
                    payee_name = excluded.payee_name, reference = excluded.reference,
                    recorded_by = excluded.recorded_by, accepted = excluded.accepted,
                    under_query = excluded.under_query
                """);
    }
}
