package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceAssessed;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.Assessment;
import org.personalbudget.ledger.invoice.InvoiceCase;
import org.personalbudget.ledger.invoice.InvoiceRules;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.InvoiceTerms;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.supplier.SupplierState.Supplier;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.SupplierId;

/** Takes an invoice through the rules, records what they say, and pays what is in order. */
record Assessing(
        InvoiceId invoice,
        SupplierId supplierId,
        InvoiceNumber number,
        InvoiceTerms terms,
        ActorId enteredBy,
        LocalDate dueOn,
        Supplier supplier,
        Circumstances at) {

    /** @param cleared whether a second person has found that it is no duplicate */
    InvoiceStanding assess(boolean cleared, Draft draft) {
        reach(draft);
        InvoiceCase its = new InvoiceCases(invoice, supplierId, terms, supplier, draft.budget(), at).of(cleared);
        Assessment found = InvoiceRules.assess(its);
        draft.add(assessed(found, draft));
        if (found.pays()) new InvoicePaying(invoice, supplierId, number, at).pay(its, found, draft);
        return found.standing();
    }

    /** Periods that were not allocated yet are. */
    private void reach(Draft draft) {
        if (draft.budget().plans().approvals().isEmpty()) return;
        terms.lines().stream()
                .map(line ->
                        at.calendar().periodOf(terms.serviceOf(line).last()).id())
                .max(PeriodId::compareTo)
                .ifPresent(last -> Allocation.reach(last, draft, at));
    }

    private InvoiceAssessed assessed(Assessment found, Draft draft) {
        boolean open = found.pays() || found.standing() == InvoiceStanding.DISPUTED;
        return new InvoiceAssessed(
                draft.budget().terms().budget(),
                at.now(),
                invoice,
                supplierId,
                number,
                terms.issuedOn(),
                terms.service(),
                found.lines(),
                terms.net(),
                terms.tax(),
                terms.gross(),
                found.standing(),
                found.reasons(),
                found.approved(),
                open ? terms.gross().minus(found.approved()) : Money.ZERO,
                dueOn,
                enteredBy);
    }
}
