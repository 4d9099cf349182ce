package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordCreditNote;
import org.personalbudget.ledger.budget.InvoiceEvent.CreditNoteRecorded;
import org.personalbudget.ledger.budget.InvoiceEvent.CreditNoteRecorded.Refunded;
import org.personalbudget.ledger.budget.InvoiceEvent.LapsedOrder;
import org.personalbudget.ledger.budget.InvoiceRefusal.ExactDuplicate;
import org.personalbudget.ledger.budget.InvoiceRefusal.ExceedsInvoice;
import org.personalbudget.ledger.budget.InvoiceRefusal.UnknownInvoice;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentEntered;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.DocumentState.Document;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** A supplier takes back some of an invoice: what is disputed first, then what is not paid yet, then what was paid. */
final class CreditNotes {

    private CreditNotes() {}

    static Decision record(RecordCreditNote command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        Optional<BudgetRefusal> refusal = first(
                () -> InvoiceIntake.ownOf(command.supplier(), at.actor()),
                () -> duplicate(command, facts),
                () -> positive("gross", command.gross()),
                () -> inTable("issuedOn", command.issuedOn(), at));
        if (refusal.isPresent()) return refuse(refusal.get());
        Invoice invoice = budget.invoices().find(command.invoice());
        if (invoice == null || !invoice.assessed().supplier().equals(command.supplier())) {
            return refuse(new UnknownInvoice(command.invoice()));
        }
        boolean open = invoice.standing() != InvoiceStanding.HELD && invoice.stands();
        Optional<BudgetRefusal> too = first(
                () -> InvoiceSettling.open(invoice, open),
                () -> when(
                        command.gross().exceeds(invoice.left()),
                        () -> new ExceedsInvoice(command.invoice(), command.gross(), invoice.left())));
        if (too.isPresent()) return refuse(too.get());
        return record(command, invoice, budget, facts);
    }

    private static Optional<BudgetRefusal> duplicate(RecordCreditNote command, BudgetFacts facts) {
        if (!(facts.document() instanceof Document known) || !known.isTaken()) return Optional.empty();
        return Optional.of(
                new ExactDuplicate(command.creditNote(), known.entered().number(), known.standing()));
    }

    private static Decision record(RecordCreditNote command, Invoice invoice, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        Withdrawing withdrawing = new Withdrawing(invoice, budget, facts.payments());
        Money againstDispute = command.gross().min(invoice.disputed());
        Money rest = command.gross().minus(againstDispute);
        Money unpaid = rest.min(withdrawing.unpaid());
        List<Withdrawal> withdrawals = withdrawing.keepBack(unpaid);
        List<Refunded> refunds = withdrawing.askBack(rest.minus(unpaid));
        List<LapsedOrder> released = new Orders(budget, at).lapsing(invoice, invoice.partOfOpen(againstDispute));
        List<LapsedOrder> lapsed = new ArrayList<>(released);
        lapsed.addAll(Orders.lapsing(withdrawals));
        SupplierRefundId refund = refunds.isEmpty() ? null : new SupplierRefundId(at.newId("supplier-refund"));
        Draft draft = new Draft(budget);
        draft.add(new CreditNoteRecorded(
                command.budget(),
                at.now(),
                command.creditNote(),
                command.number(),
                command.invoice(),
                command.supplier(),
                command.issuedOn(),
                command.gross(),
                againstDispute,
                withdrawals,
                refund,
                refunds,
                lapsed,
                budget.lead(),
                at.actor().id()));
        withdrawing.reduce(withdrawals, draft, at);
        if (refund != null) {
            for (Refunded each : refunds) SupplierRefunds.due(refund, each.payment(), each.cost(), draft, at);
        }
        Orders.release(released, draft, at);
        InvoiceSettling.follow(withdrawals, draft, at);
        draft.add(new DocumentEntered(
                command.creditNote(),
                at.now(),
                DocumentKind.CREDIT_NOTE,
                command.supplier(),
                command.number(),
                command.budget(),
                command.gross(),
                InvoiceStanding.CREDITED,
                at.actor().id()));
        return InvoiceSettling.moved(command.invoice(), draft, at);
    }
}
