package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownSupplier;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.InvoiceCommand.DisputeInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.RejectInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.ReleaseInvoice;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceAssessed;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceDisputed;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceRejected;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceReleased;
import org.personalbudget.ledger.budget.InvoiceEvent.LapsedOrder;
import org.personalbudget.ledger.budget.InvoiceRefusal.*;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentMoved;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.supplier.SupplierState.Supplier;
import org.personalbudget.ledger.terms.InvoiceId;

/** What people decide about an invoice: release or reject what is held, keep back what was approved, end a dispute. */
final class InvoiceSettling {

    private InvoiceSettling() {}

    static Decision release(ReleaseInvoice command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        Invoice invoice = budget.invoices().find(command.invoice());
        if (invoice == null) return refuse(new UnknownInvoice(command.invoice()));
        Optional<BudgetRefusal> refusal = first(
                () -> open(invoice, invoice.standing() == InvoiceStanding.HELD),
                () -> anotherPerson(invoice, at),
                () -> when(
                        !(facts.supplier() instanceof Supplier),
                        () -> new UnknownSupplier(invoice.assessed().supplier())));
        if (refusal.isPresent()) return refuse(refusal.get());
        Draft draft = new Draft(budget);
        draft.add(new InvoiceReleased(
                command.budget(),
                at.now(),
                command.invoice(),
                command.reason(),
                at.actor().id()));
        InvoiceAssessed before = invoice.assessed();
        new Assessing(
                        before.invoice(),
                        before.supplier(),
                        before.number(),
                        invoice.terms(),
                        before.enteredBy(),
                        before.dueOn(),
                        (Supplier) facts.supplier(),
                        at)
                .assess(true, draft);
        return moved(command.invoice(), draft, at);
    }

    static Decision reject(RejectInvoice command, Budget budget, Circumstances at) {
        Invoice invoice = budget.invoices().find(command.invoice());
        if (invoice == null) return refuse(new UnknownInvoice(command.invoice()));
        boolean held = invoice.standing() == InvoiceStanding.HELD;
        Optional<BudgetRefusal> refusal =
                first(() -> open(invoice, held || invoice.disputed().isPositive()), () -> anotherPerson(invoice, at));
        if (refusal.isPresent()) return refuse(refusal.get());
        List<LapsedOrder> lapsed = new Orders(budget, at).lapsing(invoice, invoice.open());
        Draft draft = new Draft(budget);
        draft.add(new InvoiceRejected(
                command.budget(),
                at.now(),
                command.invoice(),
                invoice.disputed(),
                lapsed,
                command.reason(),
                at.actor().id()));
        Orders.release(lapsed, draft, at);
        return moved(command.invoice(), draft, at);
    }

    static Decision dispute(DisputeInvoice command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        Invoice invoice = budget.invoices().find(command.invoice());
        if (invoice == null) return refuse(new UnknownInvoice(command.invoice()));
        Withdrawing withdrawing = new Withdrawing(invoice, budget, facts.payments());
        Money unpaid = withdrawing.unpaid();
        Money amount = command.amount() == null ? unpaid : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> open(invoice, invoice.approved().isPositive()),
                () -> when(
                        !unpaid.isPositive() || amount.exceeds(unpaid),
                        () -> new ExceedsUnpaid(command.invoice(), amount.max(invoice.approved()), unpaid)),
                () -> positive("amount", amount));
        if (refusal.isPresent()) return refuse(refusal.get());
        List<Withdrawal> withdrawals = withdrawing.keepBack(amount);
        Draft draft = new Draft(budget);
        draft.add(new InvoiceDisputed(
                command.budget(),
                at.now(),
                command.invoice(),
                invoice.assessed().supplier(),
                withdrawals,
                budget.lead(),
                command.reason(),
                at.actor().id()));
        withdrawing.reduce(withdrawals, draft, at);
        Orders.renew(withdrawals, draft, at);
        follow(withdrawals, draft, at);
        return moved(command.invoice(), draft, at);
    }

    /** What co-funders bear follows what was paid. */
    static void follow(List<Withdrawal> withdrawals, Draft draft, Circumstances at) {
        withdrawals.stream()
                .filter(each -> each.account() == null)
                .flatMap(each -> each.lines().stream())
                .flatMap(line -> line.portions().stream())
                .map(RefundPortion::servicePeriod)
                .distinct()
                .forEach(period -> Refunding.follow(period, draft, at));
    }

    static Optional<BudgetRefusal> open(Invoice invoice, boolean isOpen) {
        return when(!isOpen, () -> new InvoiceNotOpen(invoice.assessed().invoice(), invoice.standing()));
    }

    static Optional<BudgetRefusal> anotherPerson(Invoice invoice, Circumstances at) {
        boolean same = invoice.assessed().enteredBy().equals(at.actor().id());
        return when(
                same,
                () -> new EnteredBySamePerson(
                        at.actor().id(), invoice.assessed().invoice()));
    }

    /** The number's own stream is told what the invoice is now. */
    static Decision moved(InvoiceId id, Draft draft, Circumstances at) {
        Invoice now = java.util.Objects.requireNonNull(draft.budget().invoices().find(id));
        return draft.add(new DocumentMoved(id, at.now(), draft.budget().terms().budget(), now.standing()))
                .accepted();
    }
}
