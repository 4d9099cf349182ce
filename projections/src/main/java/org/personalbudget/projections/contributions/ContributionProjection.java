package org.personalbudget.projections.contributions;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.ContributionEvent.*;
import org.personalbudget.ledger.budget.CustodyEvent;
import org.personalbudget.ledger.budget.CustodyEvent.*;
import org.personalbudget.ledger.budget.CustodyEvent.ContributionPaymentUndone;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.OpenItem;
import org.personalbudget.ledger.budget.PayoutEvent;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.ReclaimEvent.*;
import org.personalbudget.ledger.budget.RecoveryEvent;
import org.personalbudget.ledger.budget.RecoveryEvent.*;
import org.personalbudget.ledger.budget.ReliefOf;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.budget.TakeOnEvent.*;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps what fell due of contributions, what settled it, and what unpaid ones led to. */
public final class ContributionProjection implements Projection {

    @Override
    public String name() {
        return "contributions";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Items items = new Items();
        Rows notices = Rows.of("int8", "uuid", "text", "date", "timestamptz", "int4", "int8");
        for (Posted event : events) {
            // Everything else is not about what a person contributes.
            if (event.event() instanceof BudgetEvent own) take(own, items.of(event, own.budget()), notices);
        }
        items.rows.copy(connection, "contribution_item");
        notices.copy(connection, "arrears_notice");
    }

    private static void take(BudgetEvent event, Items.Of items, Rows notices) {
        switch (event) {
            case ContributionFellDue e -> items.due(e.servicePeriod(), e.effectiveOn(), e.amount());
            case ContributionReceived e ->
                items.add(ItemKind.RECEIVED, e.received().amount());
            case ContributionPaymentUndone e ->
                items.add(ItemKind.RECEIVED, e.undone().amount().negated());
            case ContributionEvent e -> take(e, items, notices);
            case ReclaimEvent e -> take(e, items);
            case RecoveryEvent e -> take(e, items);
            case TakeOnEvent e -> take(e, items);
            // What is assessed is said again when it falls due.
            case ContributionAssessed _ -> {}
            // Plans, instalments and spend are not what the person contributes.
            case BudgetAllocated _, PlanProposed _, PlanEscalated _, PlanApproved _, PlanRejected _ -> {}
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _, AccountOpened _, NecessityDecided _ -> {}
            case InstalmentApproved _, SpendRecorded _, SpendHeld _, SpendCleared _ -> {}
            case AccountCredited _, AccountCreditReversed _, SourceOverdrawn _, LineOverspent _ -> {}
            case ProviderPaymentAuthorised _, ProviderPaymentHeld _, ProviderPaidFromAccount _ -> {}
            case ProviderPaymentReturnedToAccount _, FunderRecharged _, RechargePaid _ -> {}
            // What a change does to a contribution is said by ContributionAdjusted beside it.
            case ChangeEvent _, FundingEvent _ -> {}
            case JudgementEvent _, ReviewEvent _ -> {}
            case CustodyEvent e -> take(e, items);
            // Neither are invoices, accruals, and what keeps a payment from going out.
            case AccrualEvent _, InvoiceEvent _, PayoutEvent _ -> {}
        }
    }

    private static void take(CustodyEvent event, Items.Of items) {
        switch (event) {
            case ContributionPaymentUndone e ->
                items.add(ItemKind.RECEIVED, e.undone().amount().negated());
            // Nobody has said that it is the person's contribution.
            case UnknownCreditReceived _, UnknownCreditWithdrawn _ -> {}
            case CardDeclined _, AccountCreditUndone _ -> {}
        }
    }

    private static void take(ReclaimEvent event, Items.Of items) {
        switch (event) {
            case ReclaimDecided e -> items.add(ItemKind.CLIENT_PART, e.clientPart());
            case ReliefApproved e -> {
                if (e.of() == ReliefOf.CONTRIBUTION)
                    items.add(ItemKind.RELIEVED, e.split().total());
            }
            // Before it is decided nobody is owed anything, and what comes of it is the council's.
            case ReclaimNoticeGiven _, ReconsiderationAsked _, ReconsiderationDecided _ -> {}
            case ReclaimNoticeWithdrawn _, ReclaimReceived _ -> {}
            case ReliefProposed _, ReliefRejected _ -> {}
        }
    }

    private static void take(RecoveryEvent event, Items.Of items) {
        switch (event) {
            case ReceiptApplied e -> {
                if (e.to() == ReceiptTarget.CONTRIBUTION)
                    items.add(ItemKind.RECEIVED, e.split().total());
            }
            // A supplier's money.
            case SupplierRefundDue _, SupplierRefundReceived _ -> {}
        }
    }

    private static void take(TakeOnEvent event, Items.Of items) {
        switch (event) {
            case ItemTakenOn e -> {
                if (e.item().kind() == OpenItem.Kind.CONTRIBUTION) {
                    items.due(null, e.item().dueOn(), e.item().part().amount());
                }
            }
            // What an account held is not owed.
            case AccountTakenOn _ -> {}
        }
    }

    private static void take(ContributionEvent event, Items.Of items, Rows notices) {
        switch (event) {
            case ContributionAdjusted e -> {
                items.due(e.servicePeriod(), e.service().first(), e.after().minus(e.before()));
                items.add(ItemKind.GIVEN_UP, e.toRefund());
            }
            case ContributionRefunded e -> {
                items.add(ItemKind.GIVEN_UP, e.fromCredit());
                items.add(ItemKind.REFUNDED, e.amount());
            }
            case ArrearsAlertRaised e -> items.notice(notices, ArrearsKind.ALERT, e.unpaidPeriods(), e.outstanding());
            case ArrearsReviewRaised e -> items.notice(notices, ArrearsKind.REVIEW, e.unpaidPeriods(), e.outstanding());
            // The money stays in the account; what the person is owed back is said beside it.
            case ClientMoneyReleased _ -> {}
        }
    }

    /** Rows of what happened, in the order in which it did. */
    private static final class Items {

        private final Rows rows = Rows.of("int8", "text", "uuid", "text", "date", "date", "timestamptz", "int8");

        Of of(Posted posted, BudgetId budget) {
            return new Of(posted, budget);
        }

        final class Of {
            private final Posted posted;
            private final BudgetId budget;

            private Of(Posted posted, BudgetId budget) {
                this.posted = posted;
                this.budget = budget;
            }

            void due(@Nullable PeriodId period, LocalDate dueOn, Money amount) {
                row(ItemKind.DUE, period, dueOn, amount);
            }

            void add(ItemKind kind, Money amount) {
                row(kind, null, null, amount);
            }

            private void row(ItemKind kind, @Nullable PeriodId period, @Nullable LocalDate dueOn, Money amount) {
                if (amount.isZero()) return;
                rows.add(
                        posted.position(),
                        kind,
                        budget,
                        period,
                        dueOn,
                        posted.event().effectiveOn(),
                        posted.recorded().recordedAt(),
                        amount.pence());
            }

            void notice(Rows notices, ArrearsKind kind, int unpaidPeriods, Money outstanding) {
                notices.add(
                        posted.position(),
                        budget,
                        kind,
                        posted.event().effectiveOn(),
                        posted.recorded().recordedAt(),
                        unpaidPeriods,
                        outstanding.pence());
            }
        }
    }
}
