package org.personalbudget.projections.reclaims;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.CustodyEvent;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.JudgementEvent.SpendReclaimed;
import org.personalbudget.ledger.budget.OpenItem;
import org.personalbudget.ledger.budget.PayoutEvent;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.RecoveryEvent;
import org.personalbudget.ledger.budget.RecoveryEvent.ReceiptApplied;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.budget.TakeOnEvent.ItemTakenOn;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;

/** Keeps what is to be paid back and what came of it, and what is let go. */
public final class ReclaimProjection implements Projection {

    @Override
    public String name() {
        return "reclaims";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        ReclaimRows reclaims = new ReclaimRows();
        ReliefRows reliefs = new ReliefRows();
        for (Posted event : events) {
            // Only a budget asks for money back.
            if (event.event() instanceof BudgetEvent own) take(own, event, reclaims, reliefs);
        }
        reclaims.store(connection);
        reliefs.store(connection);
    }

    private static void take(BudgetEvent event, Posted posted, ReclaimRows reclaims, ReliefRows reliefs) {
        switch (event) {
            case ReclaimEvent e -> take(e, posted, reclaims, reliefs);
            case SpendReclaimed e -> reclaims.misuse(e, posted);
            case ReceiptApplied e -> reclaims.receipt(e);
            case ItemTakenOn e -> {
                if (e.item().kind() == OpenItem.Kind.RECLAIM && e.reference() != null) reclaims.takenOn(e, posted);
            }
            // All else asks for nothing back.
            case BudgetAllocated _, PlanProposed _, PlanEscalated _, PlanApproved _, PlanRejected _ -> {}
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _, AccountOpened _, NecessityDecided _ -> {}
            case ContributionAssessed _, ContributionFellDue _, ContributionReceived _, InstalmentApproved _ -> {}
            case SpendRecorded _, SpendHeld _, SpendCleared _, AccountCredited _, AccountCreditReversed _ -> {}
            case ProviderPaymentAuthorised _, ProviderPaymentHeld _, ProviderPaidFromAccount _ -> {}
            case ProviderPaymentReturnedToAccount _, SourceOverdrawn _, LineOverspent _ -> {}
            case FunderRecharged _, RechargePaid _ -> {}
            case AccrualEvent _,
                    ChangeEvent _,
                    ContributionEvent _,
                    FundingEvent _,
                    JudgementEvent _,
                    InvoiceEvent _,
                    PayoutEvent _,
                    RecoveryEvent _,
                    CustodyEvent _,
                    ReviewEvent _,
                    TakeOnEvent _ -> {}
        }
    }

    private static void take(ReclaimEvent event, Posted posted, ReclaimRows reclaims, ReliefRows reliefs) {
        switch (event) {
            case ReclaimEvent.ReclaimNoticeGiven e -> reclaims.notice(e, posted);
            case ReclaimEvent.ReconsiderationAsked e -> reclaims.asked(e);
            case ReclaimEvent.ReconsiderationDecided e -> reclaims.reconsidered(e);
            case ReclaimEvent.ReclaimNoticeWithdrawn e -> reclaims.withdrawn(e);
            case ReclaimEvent.ReclaimDecided e -> reclaims.decided(e);
            case ReclaimEvent.ReclaimReceived e -> reclaims.received(e);
            case ReclaimEvent.ReliefProposed e -> reliefs.proposed(e, posted);
            case ReclaimEvent.ReliefApproved e -> {
                reclaims.relieved(e);
                reliefs.decided(e.relief(), "APPROVED", e, e.approver());
            }
            case ReclaimEvent.ReliefRejected e -> reliefs.decided(e.relief(), "REJECTED", e, e.by());
        }
    }
}
