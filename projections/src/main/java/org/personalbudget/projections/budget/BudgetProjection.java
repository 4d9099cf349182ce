package org.personalbudget.projections.budget;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ChangeEvent.AccountClosed;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.CustodyEvent;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.FundingEvent.FundersChanged;
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
import org.personalbudget.ledger.money.FunderShare;
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
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps what was decided about a budget, beside its plans: funders, accounts, contributions, necessity. */
public final class BudgetProjection implements Projection {

    @Override
    public String name() {
        return "budgets";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Page page = new Page();
        for (Posted event : events) {
            switch (event.event()) {
                case BudgetEvent own -> take(own, event, page);
                // Payments have a projection of their own; the rest is about no one budget.
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
                            "budgets do not know " + event.event().getClass());
            }
        }
        page.send(connection);
    }

    private static void take(BudgetEvent event, Posted posted, Page page) {
        switch (event) {
            case BudgetAllocated allocated -> page.add(allocated, posted);
            case AccountOpened opened -> page.add(opened, posted);
            case ContributionAssessed assessed -> page.add(assessed, posted);
            case NecessityDecided decided -> page.add(decided, posted);
            case AccountClosed closed -> page.close(closed, posted);
            case FundersChanged changed -> page.add(changed, posted);
            // Kept by projections of their own.
            case PlanProposed _, PlanEscalated _, PlanApproved _, PlanRejected _ -> {}
            case SourceOverdrawn _, LineOverspent _, FunderRecharged _, RechargePaid _ -> {}
            // The course of a budget and what was raised about it are kept by projections of their own.
            case ChangeEvent _, ContributionEvent _, FundingEvent _ -> {}
            case AccrualEvent _, JudgementEvent _, ReclaimEvent _, RecoveryEvent _, ReviewEvent _, TakeOnEvent _ -> {}
            case CustodyEvent _ -> {}
            // What keeps money from going out, the projection of runs tells.
            case PayoutEvent _ -> {}
            // What becomes of an invoice, the invoices' own projection tells.
            case InvoiceEvent _ -> {}
            case SpendRecorded _, SpendHeld _, SpendCleared _, InstalmentApproved _, ProviderPaymentHeld _ -> {}
            // Figures, which the journal has.
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _ -> {}
            case ContributionFellDue _, ContributionReceived _, AccountCredited _, AccountCreditReversed _ -> {}
            case ProviderPaymentAuthorised _, ProviderPaidFromAccount _, ProviderPaymentReturnedToAccount _ -> {}
        }
    }

    /** What one page adds. Nothing here is ever changed afterwards, but that an account is closed. */
    private static final class Page {

        private record Closing(AccountClosed event, Posted posted) {}

        private final Rows budgets =
                Rows.of("uuid", "int8", "timestamptz", "text", "text", "date", "int8", "int8", "text", "text");
        private final Rows funders = Rows.of("uuid", "int2", "text", "int4");
        private final Rows shares = Rows.of("uuid", "int8", "int2", "date", "timestamptz", "text", "int4");
        private final Rows accounts = Rows.of("uuid", "uuid", "int8", "timestamptz", "text", "text", "text", "date");
        private final Map<AccountId, Closing> closings = new LinkedHashMap<>();
        private final Rows accountLines = Rows.of("uuid", "int2", "text");
        private final Rows contributions = Rows.of("uuid", "int8", "timestamptz", "int8", "date", "text", "text");
        private final Rows necessities =
                Rows.of("uuid", "int8", "timestamptz", "text", "text", "text", "date", "date", "uuid", "text");

        void add(BudgetAllocated event, Posted posted) {
            var recordedAt = posted.recorded().recordedAt();
            budgets.add(
                    event.budget(),
                    posted.position(),
                    recordedAt,
                    event.person(),
                    event.careGroup(),
                    event.startsOn(),
                    event.weekly().pence(),
                    event.indicativeWeekly().pence(),
                    event.riskTier(),
                    event.proposer().value());
            int ordinal = 0;
            for (FunderShare share : event.funders()) {
                funders.add(event.budget(), ++ordinal, share.funder(), share.basisPoints());
            }
            addShares(event.budget(), event.startsOn(), event.funders(), posted);
        }

        void add(FundersChanged event, Posted posted) {
            addShares(event.budget(), event.from(), event.funders(), posted);
        }

        private void addShares(BudgetId budget, LocalDate from, List<FunderShare> funders, Posted posted) {
            int ordinal = 0;
            for (FunderShare share : funders) {
                shares.add(
                        budget,
                        posted.position(),
                        ++ordinal,
                        from,
                        posted.recorded().recordedAt(),
                        share.funder(),
                        share.basisPoints());
            }
        }

        void close(AccountClosed event, Posted posted) {
            closings.put(event.account(), new Closing(event, posted));
        }

        void add(AccountOpened event, Posted posted) {
            accounts.add(
                    event.account(),
                    event.budget(),
                    posted.position(),
                    posted.recorded().recordedAt(),
                    event.kind(),
                    event.method(),
                    event.holder(),
                    event.startsOn());
            int ordinal = 0;
            for (LineId line : event.lines()) accountLines.add(event.account(), ++ordinal, line);
        }

        void add(ContributionAssessed event, Posted posted) {
            contributions.add(
                    event.budget(),
                    posted.position(),
                    posted.recorded().recordedAt(),
                    event.weekly().pence(),
                    event.from(),
                    event.book(),
                    event.assessor().value());
        }

        void add(NecessityDecided event, Posted posted) {
            necessities.add(
                    event.budget(),
                    posted.position(),
                    posted.recorded().recordedAt(),
                    event.payee(),
                    event.relationship(),
                    event.purpose(),
                    event.dates().first(),
                    event.dates().last(),
                    ref(event.reason()),
                    event.decidedBy().value());
        }

        private static @Nullable Object ref(@Nullable Note note) {
            return note == null ? null : note.ref();
        }

        void send(Connection connection) throws SQLException {
            budgets.copy(connection, "budget");
            funders.copy(connection, "budget_funder");
            shares.copy(connection, "funder_share");
            accounts.copy(
                    connection, "account (account, budget, position, recorded_at, kind, method, holder, starts_on)");
            closed().send(connection, """
                    UPDATE account AS a SET last_day = c.last_day, successor = c.successor, closed_at = c.closed_at
                    FROM unnest(?, ?, ?, ?) AS c (account, last_day, successor, closed_at)
                    WHERE a.account = c.account
                    """);
            accountLines.copy(connection, "account_line");
            contributions.copy(connection, "contribution");
            necessities.copy(connection, "necessity");
        }

        private Rows closed() {
            Rows rows = Rows.of("uuid", "date", "uuid", "timestamptz");
            closings.forEach((account, closing) -> rows.add(
                    account,
                    closing.event.lastDay(),
                    closing.event.successor(),
                    closing.posted.recorded().recordedAt()));
            return rows;
        }
    }
}
