package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.axon.LedgerNodes.NODES;
import static org.personalbudget.ledger.testing.BudgetWords.HOME;
import static org.personalbudget.ledger.testing.BudgetWords.LIFE;
import static org.personalbudget.ledger.testing.BudgetWords.aNote;
import static org.personalbudget.ledger.testing.BudgetWords.careOrderedFrom;
import static org.personalbudget.ledger.testing.BudgetWords.flexibleLine;
import static org.personalbudget.ledger.testing.BudgetWords.outcome;
import static org.personalbudget.ledger.testing.BudgetWords.period;
import static org.personalbudget.ledger.testing.BudgetWords.pounds;
import static org.personalbudget.ledger.testing.BudgetWords.share;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.AccrualCommand.AccrueCare;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.BudgetCommand.RecordContributionPayment;
import org.personalbudget.ledger.calendar.ClosedPeriods;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommonRefusal.PeriodClosed;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.period.PeriodCommand.ApproveReopening;
import org.personalbudget.ledger.period.PeriodCommand.BeginClosing;
import org.personalbudget.ledger.period.PeriodCommand.ClosePeriod;
import org.personalbudget.ledger.period.PeriodCommand.RequestReopening;
import org.personalbudget.ledger.period.PeriodEvent;
import org.personalbudget.ledger.period.PeriodFeature;
import org.personalbudget.ledger.period.Periods;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.Postings;
import org.personalbudget.ledger.supplier.SupplierCommand.RegisterSupplier;
import org.personalbudget.ledger.supplier.SupplierKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;

/**
 * One node closes and reopens a period again and again while callers of both nodes post facts that are dated in it. The
 * log is then read once: no entry lies in a period that was closed when it was recorded, and none was put off to a later
 * period while its own was open. A decision taken on the periods as another node has just changed them would break
 * either; what prevents it is that the periods are read like any other stream.
 */
class PeriodRaceTest {

    private static final int CALLERS = 4;
    private static final int ROUNDS = 12;
    private static final LocalDate TODAY = LocalDate.of(2025, 9, 1);
    private static final LocalDate LATE = LocalDate.of(2025, 8, 20);
    private static final PeriodId P05 = period("2025-P05");
    private static final SupplierRef AGENCY = new SupplierRef("AG-17");

    private final LedgerNodes nodes = new LedgerNodes(TODAY);
    private final AtomicBoolean closing = new AtomicBoolean(true);

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void noEntryEverLiesInAPeriodThatWasClosed() throws InterruptedException {
        ask(0, Role.INVOICE_OFFICER, "ivy", new RegisterSupplier(AGENCY, SupplierKind.AGENCY));
        IntStream.range(0, NODES * CALLERS).forEach(this::orderCare);
        List<Thread> callers = IntStream.range(0, NODES * CALLERS)
                .mapToObj(caller -> Thread.ofPlatform().start(() -> post(caller)))
                .toList();
        closeAndReopen();
        closing.set(false);
        for (Thread caller : callers) caller.join();
        check(nodes.log());
    }

    private static BudgetId budget(int caller) {
        return new BudgetId(new UUID(7, caller));
    }

    private void orderCare(int caller) {
        Money weekly = pounds("310.00");
        ask(
                0,
                Role.PRACTITIONER,
                "alice",
                new AllocateBudget(
                        budget(caller),
                        new PersonRef("P-" + caller),
                        CareGroup.ADULT,
                        LocalDate.of(2025, 4, 7),
                        weekly,
                        weekly,
                        List.of(share(Funder.LA, 100)),
                        RiskTier.LOW,
                        false));
        ask(
                0,
                Role.PRACTITIONER,
                "alice",
                new ProposePlan(
                        budget(caller),
                        LocalDate.of(2025, 4, 7),
                        List.of(outcome(HOME), outcome(LIFE)),
                        List.of(careOrderedFrom(SupplierId.of(AGENCY)), flexibleLine())));
        ask(0, Role.APPROVER, "bob", new ApprovePlan(budget(caller), 1));
    }

    /** The second person sits at the other node. */
    private void closeAndReopen() {
        for (int i = 0; i < ROUNDS; i++) {
            ask(0, Role.FINANCE_CONTROLLER, "fay", new BeginClosing(P05));
            ask(0, Role.FINANCE_CONTROLLER, "fay", new ClosePeriod(P05));
            ask(0, Role.FINANCE_CONTROLLER, "fay", new RequestReopening(P05, aNote("why")));
            ask(1, Role.FINANCE_CONTROLLER, "fern", new ApproveReopening(P05));
        }
    }

    /** A contribution finds another period when its own is closed; an accrual belongs into its own or nowhere. */
    private void post(int caller) {
        var accrual = new AccrueCare(budget(caller), P05);
        while (closing.get()) {
            ask(
                    caller,
                    Role.RECONCILER,
                    "rita",
                    new RecordContributionPayment(budget(caller), null, pounds("0.01"), LATE));
            Answer answer = send(caller, Role.FINANCE_CONTROLLER, "fay", accrual);
            if (answer instanceof Answer.Refused refused) {
                assertThat(refused.refused().refusal()).isEqualTo(new PeriodClosed(P05));
            }
        }
    }

    private void ask(int node, Role role, String who, Command command) {
        assertThat(send(node, role, who, command)).as(command.toString()).isInstanceOf(Answer.Accepted.class);
    }

    private Answer send(int node, Role role, String who, Command command) {
        return nodes.send(node, Request.once(command, new ActorId(who), Set.of(role)));
    }

    private static void check(List<RecordedEvent> log) {
        var feature = new PeriodFeature();
        Periods periods = Periods.NONE;
        int inItsOwn = 0;
        int putOff = 0;
        for (RecordedEvent recorded : log) {
            ClosedPeriods closed = periods.closed();
            for (JournalEntry entry : Postings.of(recorded.event())) {
                PeriodId posted = entry.postingPeriod();
                assertThat(closed.contains(posted)).as("%s", recorded).isFalse();
                if (!entry.effectiveOn().equals(LATE)) continue;
                assertThat(posted).as("%s", recorded).isEqualTo(closed.contains(P05) ? period("2025-P06") : P05);
                if (posted.equals(P05)) inItsOwn++;
                else putOff++;
            }
            if (recorded.event() instanceof PeriodEvent event) periods = feature.evolve(periods, event);
        }
        assertThat(inItsOwn).as("posted while P05 was open").isPositive();
        assertThat(putOff).as("posted while P05 was closed").isPositive();
        assertThat(periods.closings()).isEqualTo(ROUNDS);
    }
}
