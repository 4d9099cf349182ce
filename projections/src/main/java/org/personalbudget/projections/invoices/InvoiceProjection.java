package org.personalbudget.projections.invoices;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.budget.InvoiceEvent.*;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentEntered;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentMoved;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;

/** Keeps every invoice and credit note as it stands, with what the rules said about it. */
public final class InvoiceProjection implements Projection {

    @Override
    public String name() {
        return "invoices";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        InvoiceRows rows = new InvoiceRows();
        for (Posted event : events) {
            // A number that is handed in again is another document: what was said of the first one comes before it.
            if (begins(event.event(), rows)) {
                rows.send(connection);
                rows = new InvoiceRows();
            }
            // What else happens to a budget changes no invoice.
            if (event.event() instanceof InvoiceEvent own) take(own, event, rows);
            if (event.event() instanceof DocumentEvent document) take(document, rows);
        }
        rows.send(connection);
    }

    private static boolean begins(Event event, InvoiceRows rows) {
        return (event instanceof InvoiceAssessed assessed && rows.mention(assessed.invoice()))
                || (event instanceof CreditNoteRecorded credited && rows.mention(credited.creditNote()));
    }

    private static void take(InvoiceEvent event, Posted posted, InvoiceRows rows) {
        switch (event) {
            case InvoiceAssessed assessed -> rows.assess(assessed, posted);
            case InvoiceApproved approved -> rows.approve(approved, posted);
            case InvoiceDisputed disputed -> rows.dispute(disputed);
            case InvoiceRejected rejected -> rows.reject(rejected);
            case CreditNoteRecorded credited -> rows.credit(credited, posted);
            // What it leads to is told by the assessment beside it.
            case InvoiceReleased _ -> {}
            // What was delivered shows where it is billed.
            case ActualsRecorded _ -> {}
        }
    }

    private static void take(DocumentEvent event, InvoiceRows rows) {
        switch (event) {
            case DocumentEntered entered -> rows.stand(entered.document(), entered.standing());
            case DocumentMoved moved -> rows.stand(moved.document(), moved.standing());
        }
    }
}
