package org.personalbudget.projections.payables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.CustodyEvent;
import org.personalbudget.ledger.budget.FundingEvent.FunderAdvanceReceived;
import org.personalbudget.ledger.budget.FundingEvent.FunderAdvanceUsed;
import org.personalbudget.ledger.budget.FundingEvent.FundersChanged;
import org.personalbudget.ledger.budget.FundingEvent.FundingRestated;
import org.personalbudget.ledger.budget.FundingEvent.PaidBackFromPool;
import org.personalbudget.ledger.budget.FundingEvent.PaidIntoPool;
import org.personalbudget.ledger.budget.FundingEvent.RechargeReduced;
import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.PayoutEvent;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.RecoveryEvent.ReceiptApplied;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundDue;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundReceived;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
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
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps what co-funders were asked for, and what of it they have paid. */
public final class RechargeProjection implements Projection {

    @Override
    public String name() {
        return "recharges";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Page page = new Page();
        for (Posted event : events) {
            switch (event.event()) {
                case BudgetEvent own -> take(own, event, page);
                // Co-funders owe a budget, and pay one.
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
                            "recharges do not know " + event.event().getClass());
            }
        }
        page.send(connection);
    }

    private static void take(BudgetEvent event, Posted posted, Page page) {
        switch (event) {
            case FunderRecharged e -> page.ask(e, posted);
            case RechargePaid e -> page.settle(e.recharge(), new Settled(e.amount(), Money.ZERO, Money.ZERO));
            case RechargeReduced e -> page.settle(e.recharge(), new Settled(Money.ZERO, e.amount(), Money.ZERO));
            case FunderAdvanceReceived e -> page.advance(e.budget(), e.funder(), e.amount(), posted);
            case FunderAdvanceUsed e -> {
                page.settle(e.recharge(), new Settled(Money.ZERO, Money.ZERO, e.amount()));
                page.advance(e.budget(), e.funder(), e.amount().negated(), posted);
            }
            // Nothing else is between funders, but for what the journal has on 1500 and 2500.
            case BudgetAllocated _, PlanProposed _, PlanEscalated _, PlanApproved _, PlanRejected _ -> {}
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _, AccountOpened _, NecessityDecided _ -> {}
            case ContributionAssessed _, ContributionFellDue _, ContributionReceived _, InstalmentApproved _ -> {}
            case SpendRecorded _, SpendHeld _, SpendCleared _, AccountCredited _, AccountCreditReversed _ -> {}
            case ProviderPaymentAuthorised _, ProviderPaymentHeld _, ProviderPaidFromAccount _ -> {}
            case ProviderPaymentReturnedToAccount _, SourceOverdrawn _, LineOverspent _ -> {}
            // Other shares and a pool change what can be asked for, not what was.
            case FundersChanged _, FundingRestated _, PaidIntoPool _, PaidBackFromPool _ -> {}
            case AccrualEvent _, ChangeEvent _, ContributionEvent _ -> {}
            case JudgementEvent _, ReclaimEvent _, ReviewEvent _ -> {}
            case PayoutEvent _ -> {}
            case CustodyEvent _ -> {}
            // What becomes of an invoice, the invoices' own projection tells.
            case InvoiceEvent _ -> {}
            case ReceiptApplied e -> page.receive(e);
            case SupplierRefundDue _, SupplierRefundReceived _ -> {}
            // What an old system was owed by a co-funder stands in the journal.
            case TakeOnEvent _ -> {}
        }
    }

    /** What settles a recharge, in three ways. */
    private record Settled(Money paid, Money reduced, Money byAdvance) {
        Settled plus(Settled other) {
            return new Settled(paid.plus(other.paid), reduced.plus(other.reduced), byAdvance.plus(other.byAdvance));
        }
    }

    /** What one page adds and changes. */
    private static final class Page {

        private final Rows recharges =
                Rows.of("uuid", "uuid", "int8", "timestamptz", "text", "int8", "int8", "text", "int8");
        private final Rows advances = Rows.of("int8", "uuid", "timestamptz", "text", "int8");
        private final Map<RechargeId, Settled> settled = new LinkedHashMap<>();

        void ask(FunderRecharged event, Posted posted) {
            recharges.add(
                    event.recharge(),
                    event.budget(),
                    posted.position(),
                    posted.recorded().recordedAt(),
                    event.funder(),
                    event.amount().pence(),
                    0,
                    event.by().value(),
                    event.advanced().pence());
        }

        void settle(RechargeId recharge, Settled by) {
            settled.merge(recharge, by, Settled::plus);
        }

        /** Of what a receipt can be for, only a recharge is between funders. */
        void receive(ReceiptApplied event) {
            if (event.to() != ReceiptTarget.RECHARGE) return;
            RechargeId recharge = new RechargeId(Objects.requireNonNull(event.reference()));
            settle(recharge, new Settled(event.split().total(), Money.ZERO, Money.ZERO));
        }

        void advance(BudgetId budget, Funder funder, Money amount, Posted posted) {
            advances.add(posted.position(), budget, posted.recorded().recordedAt(), funder, amount.pence());
        }

        void send(Connection connection) throws SQLException {
            recharges.copy(
                    connection,
                    "recharge (recharge, budget, position, recorded_at, funder, amount, paid, recharged_by, advanced)");
            advances.copy(connection, "funder_advance");
            Rows rows = Rows.of("uuid", "int8", "int8", "int8");
            settled.forEach(
                    (recharge, by) -> rows.add(recharge, by.paid.pence(), by.reduced.pence(), by.byAdvance.pence()));
            rows.send(connection, """
                    UPDATE recharge AS r
                    SET paid = r.paid + s.paid, reduced = r.reduced + s.reduced,
                        settled_by_advance = r.settled_by_advance + s.by_advance
                    FROM unnest(?, ?, ?, ?) AS s (recharge, paid, reduced, by_advance)
                    WHERE r.recharge = s.recharge
                    """);
        }
    }
}
