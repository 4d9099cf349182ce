package org.personalbudget.ledger.model;

import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.invoice.AssessedLine;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.invoice.Reason;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.Units;

/** Puts what the ledger decided about invoices into the words in which the model answers. */
final class InvoiceAnswer {

    private InvoiceAnswer() {}

    static void add(InvoiceEvent event, Answer.Figures figures) {
        switch (event) {
            case InvoiceEvent.InvoiceAssessed e -> add(e, figures);
            case InvoiceEvent.InvoiceApproved e -> {
                figures.add("vat", LedgerAnswer.amounts(e.tax()))
                        .add("rounded", LedgerAnswer.amounts(e.rounding()))
                        .note("paid by " + e.payment());
                e.lines()
                        .forEach(each -> figures.add(
                                "units of line " + each.line(), each.units().quantity()));
            }
            case InvoiceEvent.InvoiceReleased _ -> figures.note("invoice released");
            case InvoiceEvent.InvoiceRejected e ->
                figures.note("invoice rejected").add("declined", Sums.pounds(e.declined()));
            case InvoiceEvent.ActualsRecorded e ->
                e.visits()
                        .forEach(each -> figures.note(
                                "visit " + each.visit() + " " + each.line() + " " + each.on() + " " + each.minutes()));
            case InvoiceEvent.InvoiceDisputed _, InvoiceEvent.CreditNoteRecorded _ ->
                figures.note(event.getClass().getSimpleName());
        }
    }

    private static void add(InvoiceEvent.InvoiceAssessed event, Answer.Figures figures) {
        figures.note("invoice " + event.standing());
        for (Reason each : event.reasons()) {
            InvoiceLineId line = each.line();
            figures.note("found " + each.code() + " " + (line == null ? "-" : line) + " " + each.effect());
        }
        for (AssessedLine each : event.lines()) {
            String line = " of line " + each.billed().id();
            Units units = each.units();
            figures.add("in order" + line, units.quantity()).add("costs" + line, Sums.pounds(each.cost()));
            figures.add("recovered" + line, Sums.pounds(each.tax()));
            figures.add("rounded" + line, Sums.pounds(each.rounding()));
            figures.add("not in order" + line, Sums.pounds(each.disputed()));
        }
        figures.add("to pay", Sums.pounds(event.approved()));
        figures.add("not to pay", Sums.pounds(event.disputed())).note("due on " + event.dueOn());
    }

    static void add(DocumentEvent event, Answer.Figures figures) {
        switch (event) {
            case DocumentEvent.DocumentEntered e -> figures.note("document " + e.standing());
            case DocumentEvent.DocumentMoved e -> figures.note("document now " + e.standing());
        }
    }
}
