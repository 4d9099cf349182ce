package org.personalbudget.projections.budget;

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
import org.personalbudget.ledger.budget.BudgetRefusal.PlanStanding;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.CustodyEvent;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PayoutEvent;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.RecoveryEvent;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent;
import org.personalbudget.ledger.intake.IntakeEvent;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.kernel.ActorId;
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
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps every version of every plan, what was decided about it, and the weekly amounts that follow from it. */
public final class PlanProjection implements Projection {

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Page page = new Page();
        for (Posted event : events) {
            switch (event.event()) {
                case BudgetEvent own -> take(own, event, page);
                // A plan is the budget's alone.
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
                            "plans do not know " + event.event().getClass());
            }
        }
        page.send(connection);
    }

    private static void take(BudgetEvent event, Posted posted, Page page) {
        switch (event) {
            case BudgetAllocated allocated -> page.allocate(allocated, posted);
            case PlanProposed plan -> page.propose(plan, posted);
            case PlanEscalated plan ->
                page.decide(event, plan.version(), PlanStanding.ESCALATED, plan.approver(), null, posted);
            case PlanApproved plan -> page.approve(plan, posted);
            case PlanRejected plan ->
                page.decide(event, plan.version(), PlanStanding.REJECTED, plan.approver(), plan.reason(), posted);
            // What follows from a plan, and what does not.
            case PeriodsAllocated _, OneOffAllocated _, CommitmentsPlaced _, AccountOpened _ -> {}
            case ContributionAssessed _, ContributionFellDue _, ContributionReceived _, InstalmentApproved _ -> {}
            case NecessityDecided _, SpendRecorded _, SpendHeld _, SpendCleared _, SourceOverdrawn _ -> {}
            case LineOverspent _, ProviderPaymentAuthorised _, ProviderPaymentHeld _, AccountCredited _ -> {}
            case AccountCreditReversed _, ProviderPaidFromAccount _, ProviderPaymentReturnedToAccount _ -> {}
            case FunderRecharged _, RechargePaid _ -> {}
            // An uplift is a plan version of its own, and a proposed cut changes nothing; the rest leaves plans alone.
            case AccrualEvent _,
                    ChangeEvent _,
                    ContributionEvent _,
                    FundingEvent _,
                    JudgementEvent _,
                    PayoutEvent _,
                    ReclaimEvent _,
                    InvoiceEvent _,
                    RecoveryEvent _,
                    CustodyEvent _,
                    ReviewEvent _,
                    TakeOnEvent _ -> {}
        }
    }

    /** What one page changes: plans proposed, then decided; a plan decided twice ends as it was decided last. */
    private static final class Page {

        private record Key(BudgetId budget, int version) {}

        private record Decision(
                PlanStanding standing, ActorId by, @Nullable Note reason, Posted posted) {}

        private final Rows plans =
                Rows.of("uuid", "int4", "int8", "timestamptz", "date", "text", "int8", "uuid", "text");
        private final Rows outcomes = Rows.of("uuid", "int4", "int2", "text", "uuid");
        private final Rows lines =
                Rows.of("uuid", "int4", "int2", "text", "text", "text", "text", "int8", "int8", "int8", "uuid");
        private final Rows proposed = Rows.of("uuid", "int4");
        private final Rows allocated = Rows.of("uuid", "int8", "date", "timestamptz", "int8");
        private final Rows approved = Rows.of("uuid", "int4", "int8", "timestamptz");
        private final Map<Key, Decision> decisions = new LinkedHashMap<>();

        void allocate(BudgetAllocated event, Posted posted) {
            allocated.add(
                    event.budget(),
                    posted.position(),
                    event.startsOn(),
                    posted.recorded().recordedAt(),
                    event.weekly().pence());
        }

        void approve(PlanApproved plan, Posted posted) {
            decide(plan, plan.version(), PlanStanding.APPROVED, plan.approver(), null, posted);
            approved.add(
                    plan.budget(),
                    plan.version(),
                    posted.position(),
                    posted.recorded().recordedAt());
        }

        void propose(PlanProposed plan, Posted posted) {
            plans.add(
                    plan.budget(),
                    plan.version(),
                    posted.position(),
                    posted.recorded().recordedAt(),
                    plan.effectiveFrom(),
                    plan.proposer().value(),
                    plan.weekly() == null ? null : plan.weekly().pence(),
                    plan.reassessment(),
                    plan.cut());
            proposed.add(plan.budget(), plan.version());
            int ordinal = 0;
            for (Outcome outcome : plan.outcomes()) {
                outcomes.add(
                        plan.budget(),
                        plan.version(),
                        ++ordinal,
                        outcome.id(),
                        outcome.statement().ref());
            }
            ordinal = 0;
            for (PlanLine line : plan.lines()) addLine(plan, ++ordinal, line);
        }

        private void addLine(PlanProposed plan, int ordinal, PlanLine line) {
            lines.add(
                    plan.budget(),
                    plan.version(),
                    ordinal,
                    line.id(),
                    line.kind(),
                    line.category(),
                    line.outcome(),
                    line.weekly().pence(),
                    line.unitsPerWeek() == null ? null : line.unitsPerWeek().hundredths(),
                    line.unitRate() == null ? null : line.unitRate().pence(),
                    line.supplier());
        }

        void decide(
                BudgetEvent event,
                int version,
                PlanStanding standing,
                ActorId by,
                @Nullable Note reason,
                Posted posted) {
            decisions.put(new Key(event.budget(), version), new Decision(standing, by, reason, posted));
        }

        void send(Connection connection) throws SQLException {
            plans.send(connection, """
                    INSERT INTO plan (budget, version, position, recorded_at, effective_from, standing, proposer,
                                      weekly, reassessment, cut)
                    SELECT budget, version, position, recorded_at, effective_from, 'PROPOSED', proposer,
                           weekly, reassessment, cut
                    FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                         AS plan (budget, version, position, recorded_at, effective_from, proposer,
                                  weekly, reassessment, cut)
                    """);
            outcomes.copy(connection, "plan_outcome");
            lines.copy(connection, "plan_line");
            decided().send(connection, """
                    UPDATE plan AS p
                    SET standing = d.standing, decided_by = d.decided_by, decided_at = d.decided_at, reason = d.reason
                    FROM unnest(?, ?, ?, ?, ?, ?) AS d (budget, version, standing, decided_by, decided_at, reason)
                    WHERE p.budget = d.budget AND p.version = d.version
                    """);
            proposed.send(connection, """
                    UPDATE plan AS p SET standing = 'SUPERSEDED'
                    FROM unnest(?, ?) AS later (budget, version)
                    WHERE p.budget = later.budget AND p.version < later.version
                      AND p.standing IN ('PROPOSED', 'ESCALATED')
                    """);
            allocated.copy(connection, "budget_weekly");
            approved.send(connection, """
                    INSERT INTO budget_weekly (budget, position, effective_from, recorded_at, weekly)
                    SELECT p.budget, a.position, p.effective_from, a.recorded_at, p.weekly
                    FROM unnest(?, ?, ?, ?) AS a (budget, version, position, recorded_at)
                    JOIN plan AS p ON p.budget = a.budget AND p.version = a.version
                    WHERE p.weekly IS NOT NULL
                    """);
        }

        private Rows decided() {
            Rows rows = Rows.of("uuid", "int4", "text", "text", "timestamptz", "uuid");
            decisions.forEach((plan, decision) -> rows.add(
                    plan.budget,
                    plan.version,
                    decision.standing,
                    decision.by.value(),
                    decision.posted.recorded().recordedAt(),
                    decision.reason == null ? null : decision.reason.ref()));
            return rows;
        }
    }
}
