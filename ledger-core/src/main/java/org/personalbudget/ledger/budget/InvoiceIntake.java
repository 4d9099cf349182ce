package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.notNegative;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ledger.budget.InvoiceRefusal.ExactDuplicate;
import org.personalbudget.ledger.budget.InvoiceRefusal.InvoiceWithoutLines;
import org.personalbudget.ledger.budget.InvoiceRefusal.NotTheSupplier;
import org.personalbudget.ledger.budget.InvoiceRefusal.QuantityNotPositive;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentEntered;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.DocumentState.Document;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.supplier.SupplierState.Supplier;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;

/** An invoice comes in: once, from its own supplier, and through all the rules. */
final class InvoiceIntake {

    /** No invoice is for longer: two years, far above any billing cycle. */
    private static final int LONGEST_SERVICE_DAYS = 731;

    private InvoiceIntake() {}

    static Decision submit(SubmitInvoice command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        Optional<BudgetRefusal> refusal = first(
                () -> ownOf(command.supplier(), at.actor()),
                () -> when(!(facts.supplier() instanceof Supplier), () -> new UnknownSupplier(command.supplier())),
                () -> duplicate(command, facts),
                () -> possible(command, at));
        if (refusal.isPresent()) return refuse(refusal.get());
        Draft draft = new Draft(budget);
        Assessing assessing = new Assessing(
                command.invoice(),
                command.supplier(),
                command.number(),
                command.terms(),
                at.actor().id(),
                at.today().plusDays(at.policy().invoicing().dueDays()),
                (Supplier) facts.supplier(),
                at);
        InvoiceStanding standing = assessing.assess(false, draft);
        draft.add(new DocumentEntered(
                command.invoice(),
                at.now(),
                DocumentKind.INVOICE,
                command.supplier(),
                command.number(),
                command.budget(),
                command.terms().gross(),
                standing,
                at.actor().id()));
        return draft.accepted();
    }

    /** A supplier speaks for itself only. */
    static Optional<BudgetRefusal> ownOf(SupplierId supplier, Actor actor) {
        boolean stranger = actor.role() == Role.PROVIDER
                && !supplier.equals(SupplierId.of(new SupplierRef(actor.id().value())));
        return when(stranger, () -> new NotTheSupplier(supplier));
    }

    /** It was handed in before, or was paid by hand under its number. */
    private static Optional<BudgetRefusal> duplicate(SubmitInvoice command, BudgetFacts facts) {
        if (facts.document() instanceof Document known && known.isTaken()) {
            return Optional.of(
                    new ExactDuplicate(command.invoice(), known.entered().number(), known.standing()));
        }
        return when(
                facts.payment() instanceof Payment,
                () -> new ExactDuplicate(command.invoice(), command.number(), InvoiceStanding.APPROVED));
    }

    private static Optional<BudgetRefusal> possible(SubmitInvoice command, Circumstances at) {
        List<InvoiceLine> lines = command.terms().lines();
        return first(
                () -> when(lines.isEmpty(), InvoiceWithoutLines::new),
                () -> inTable("issuedOn", command.terms().issuedOn(), at),
                () -> positive("gross", command.terms().gross()),
                () -> notNegative("net", command.terms().net()),
                () -> notNegative("tax", command.terms().tax()),
                () -> service(command.terms().service(), at),
                () -> lines.stream()
                        .map(line -> first(
                                () -> when(
                                        line.quantity().hundredths() <= 0,
                                        () -> new QuantityNotPositive(line.id(), line.quantity())),
                                () -> notNegative("net", line.net()),
                                () -> notNegative("rate", line.rate()),
                                () -> service(command.terms().serviceOf(line), at)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<BudgetRefusal> service(DateRange service, Circumstances at) {
        return first(
                () -> inTable("serviceFrom", service.first(), at),
                () -> inTable("serviceTo", service.last(), at),
                () -> when(
                        service.days() > LONGEST_SERVICE_DAYS,
                        () -> new ServiceTooLong(service, LONGEST_SERVICE_DAYS)));
    }
}
