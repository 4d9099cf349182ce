package org.personalbudget.projections.testing;

import java.time.Instant;
import java.time.LocalDate;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.audit.HistoryQuery;
import org.personalbudget.projections.balance.BalanceQuery;
import org.personalbudget.projections.budget.BudgetQuery;
import org.personalbudget.projections.flexiblespend.FlexibleSpendQuery;
import org.personalbudget.projections.flexiblespend.SpendQuery;
import org.personalbudget.projections.journal.JournalQuery;
import org.personalbudget.projections.journal.TrialBalanceQuery;
import org.personalbudget.projections.payables.PaymentQuery;
import org.personalbudget.projections.payables.RechargeQuery;
import org.personalbudget.projections.payables.SupplierQuery;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was decided in a ledger in memory, as people read it from a real PostgreSQL. */
public final class LedgerViews {

    private final MemoryLog log = new MemoryLog();
    private final ReadTables tables = ReadTables.fresh();

    /** Projects what is new in the ledger, as recorded at this instant. */
    public LedgerViews see(DeciderFixture ledger, String recordedAt) {
        log.at(Instant.parse(recordedAt));
        log.record(ledger.events().subList((int) log.head(), ledger.events().size()));
        tables.project(log);
        return this;
    }

    /** What took effect by a day, as known at an instant. */
    public static AsOf asOf(String effective, String known) {
        return new AsOf(LocalDate.parse(effective), Instant.parse(known));
    }

    public ReadTables tables() {
        return tables;
    }

    public BalanceQuery balances() {
        return new BalanceQuery(tables.client(), PeriodCalendar.standard());
    }

    public FlexibleSpendQuery flexibleSpend() {
        return new FlexibleSpendQuery(tables.client());
    }

    public TrialBalanceQuery trialBalances() {
        return new TrialBalanceQuery(tables.client());
    }

    public JournalQuery journal() {
        return new JournalQuery(tables.client());
    }

    public BudgetQuery budgets() {
        return new BudgetQuery(tables.client());
    }

    public PaymentQuery payments() {
        return new PaymentQuery(tables.client());
    }

    public SpendQuery spends() {
        return new SpendQuery(tables.client());
    }

    public RechargeQuery recharges() {
        return new RechargeQuery(tables.client());
    }

    public SupplierQuery suppliers() {
        return new SupplierQuery(tables.client());
    }

    public HistoryQuery history() {
        return new HistoryQuery(tables.client(), log, LedgerViews::json);
    }

    private static ObjectNode json(Event event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event", event.getClass().getSimpleName());
    }
}
