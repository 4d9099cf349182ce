package org.personalbudget.projections.payables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
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
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.supplier.SupplierEvent.SupplierRateSet;
import org.personalbudget.ledger.supplier.SupplierEvent.SupplierRegistered;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps suppliers and their rates. */
public final class SupplierProjection implements Projection {

    @Override
    public String name() {
        return "suppliers";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Rows suppliers = Rows.of("uuid", "int8", "timestamptz", "text", "text");
        Rows rates = Rows.of("uuid", "int8", "timestamptz", "text", "int8", "date", "date");
        for (Posted event : events) {
            switch (event.event()) {
                case SupplierEvent supplier -> take(supplier, event, suppliers, rates);
                // What a supplier is paid is read from payments and the journal.
                case BudgetEvent _, PaymentEvent _, PolicyEvent _, PeriodEvent _, CommandRefused _ -> {}
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
                            "suppliers do not know " + event.event().getClass());
            }
        }
        suppliers.copy(connection, "supplier");
        rates.copy(connection, "supplier_rate");
    }

    private static void take(SupplierEvent event, Posted posted, Rows suppliers, Rows rates) {
        switch (event) {
            case SupplierRegistered registered ->
                suppliers.add(
                        registered.supplier(),
                        posted.position(),
                        posted.recorded().recordedAt(),
                        registered.ref(),
                        registered.kind());
            case SupplierRateSet rate ->
                rates.add(
                        rate.supplier(),
                        posted.position(),
                        posted.recorded().recordedAt(),
                        rate.category(),
                        rate.rate().pence(),
                        rate.from(),
                        rate.to());
        }
    }
}
