package org.personalbudget.projections.budget;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.RecoveryEvent;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps what was decided about a budget, beside its plans: funders, weekly amounts, accounts, contributions, necessity. */
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
                case PaymentEvent _, SupplierEvent _, PolicyEvent _, CommandRefused _ -> {}
                // Many budgets at once are shown where they are asked for.
                case PoolEvent _, BulkChangeEvent _, TakeOnBatchEvent _, ReceiptEvent _ -> {}
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
            // Kept by projections of their own.
            case PlanProposed _, PlanEscalated _, PlanApproved _, PlanRejected _ -> {}
            case SourceOverdrawn _, LineOverspent _, FunderRecharged _, RechargePaid _ -> {}
            // Not shown here yet.
            case ChangeEvent _,
                    ContributionEvent _,
                    FundingEvent _,
                    JudgementEvent _,
                    ReclaimEvent _,
                    RecoveryEvent _,
                    ReviewEvent _,
                    TakeOnEvent _ -> {}
            case SpendRecorded _, SpendHeld _, SpendCleared _, InstalmentApproved _, ProviderPaymentHeld _ -> {}
            // Figures, which the journal has.
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _ -> {}
            case ContributionFellDue _, ContributionReceived _, AccountCredited _, AccountCreditReversed _ -> {}
            case ProviderPaymentAuthorised _, ProviderPaidFromAccount _, ProviderPaymentReturnedToAccount _ -> {}
        }
    }

    /** What one page adds. Nothing here is ever changed afterwards. */
    private static final class Page {

        private final Rows budgets =
                Rows.of("uuid", "int8", "timestamptz", "text", "text", "date", "int8", "int8", "text", "text");
        private final Rows funders = Rows.of("uuid", "int2", "text", "int4");
        private final Rows weekly = Rows.of("uuid", "int8", "date", "timestamptz", "int8");
        private final Rows accounts = Rows.of("uuid", "uuid", "int8", "timestamptz", "text", "text", "text", "date");
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
            weekly.add(
                    event.budget(),
                    posted.position(),
                    event.startsOn(),
                    recordedAt,
                    event.weekly().pence());
            int ordinal = 0;
            for (FunderShare share : event.funders()) {
                funders.add(event.budget(), ++ordinal, share.funder(), share.basisPoints());
            }
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
            weekly.copy(connection, "budget_weekly");
            accounts.copy(connection, "account");
            accountLines.copy(connection, "account_line");
            contributions.copy(connection, "contribution");
            necessities.copy(connection, "necessity");
        }
    }
}
