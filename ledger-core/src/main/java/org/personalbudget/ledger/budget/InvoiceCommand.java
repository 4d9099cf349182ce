package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.invoice.InvoiceTerms;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.VisitId;

/** What can be asked about invoices. A supplier hands in its own, and nothing else. */
public sealed interface InvoiceCommand extends BudgetCommand {

    /** A supplier asks to be paid for what this budget ordered. */
    record SubmitInvoice(BudgetId budget, SupplierId supplier, InvoiceNumber number, InvoiceTerms terms)
            implements InvoiceCommand {

        public InvoiceId invoice() {
            return InvoiceId.of(supplier, number);
        }

        @Override
        public Set<Role> permitted() {
            return Set.of(INVOICE_OFFICER, PROVIDER);
        }
    }

    /** Visits were delivered. One that was told before, told the same again, is not told twice. */
    record RecordActuals(BudgetId budget, SupplierId supplier, List<ToldVisit> visits) implements InvoiceCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(INVOICE_OFFICER, PROVIDER);
        }
    }

    /**
     * A visit as the supplier tells it.
     *
     * @param line the plan line it was ordered on; null for the only one ordered from that supplier
     */
    record ToldVisit(VisitId visit, @Nullable LineId line, LocalDate on, int minutes) {}

    /**
     * Pay what is disputed after all; not by whoever entered it.
     *
     * @param amount of what is disputed, with VAT; null for all of it
     */
    record ApproveInvoice(
            BudgetId budget,
            InvoiceId invoice,
            @Nullable Money amount,
            @Nullable Note reason) implements InvoiceCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(INVOICE_OFFICER);
        }
    }

    /**
     * Do not pay what was approved and not handed over yet.
     *
     * @param amount null for all of it
     */
    record DisputeInvoice(
            BudgetId budget,
            InvoiceId invoice,
            @Nullable Money amount,
            @Nullable Note reason) implements InvoiceCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(INVOICE_OFFICER);
        }
    }

    /** A second person has found that what is held is no duplicate: it goes through the other rules. */
    record ReleaseInvoice(
            BudgetId budget, InvoiceId invoice, @Nullable Note reason) implements InvoiceCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(INVOICE_OFFICER);
        }
    }

    /** What is held, or disputed, will not be paid; not by whoever entered it. */
    record RejectInvoice(
            BudgetId budget, InvoiceId invoice, @Nullable Note reason) implements InvoiceCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(INVOICE_OFFICER);
        }
    }

    /**
     * A supplier takes back some of an invoice: first what is disputed of it, then what is not paid yet, then what is.
     *
     * @param number of the credit note
     * @param invoice which it corrects
     * @param gross with VAT, positive
     */
    record RecordCreditNote(
            BudgetId budget,
            SupplierId supplier,
            InvoiceNumber number,
            InvoiceId invoice,
            LocalDate issuedOn,
            Money gross)
            implements InvoiceCommand {

        public InvoiceId creditNote() {
            return InvoiceId.of(supplier, number);
        }

        @Override
        public Set<Role> permitted() {
            return Set.of(INVOICE_OFFICER, PROVIDER);
        }
    }
}
