package org.personalbudget.ledger.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.personalbudget.ledger.budget.InvoiceCommand;
import org.personalbudget.ledger.budget.InvoiceCommand.ApproveInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordActuals;
import org.personalbudget.ledger.budget.InvoiceCommand.RejectInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.ReleaseInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.ToldVisit;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.model.Bill.VisitKey;
import org.personalbudget.ledger.model.Bill.Visited;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;

/** What suppliers hand in: what they delivered, and what they want to be paid for it. */
final class InvoicingRules {

    private final Map<SupplierId, ProviderRules.Prices> suppliers;
    private final Set<PaymentId> instructed;
    /** What was handed in under each number last. */
    private final Map<InvoiceId, Bill> numbers = new HashMap<>();

    InvoicingRules(Map<SupplierId, ProviderRules.Prices> suppliers, Set<PaymentId> instructed) {
        this.suppliers = suppliers;
        this.instructed = instructed;
    }

    /** Whether a number is taken; one that was rejected may be handed in again. */
    boolean isTaken(InvoiceId id) {
        Bill known = numbers.get(id);
        return known != null && known.standing() != InvoiceStanding.REJECTED;
    }

    Opinion on(InvoiceCommand command, Dossier dossier, Setting setting) {
        return switch (command) {
            case SubmitInvoice c -> submit(c, dossier, setting);
            case RecordActuals c -> record(c, dossier, setting);
            case ReleaseInvoice c -> release(c, dossier, setting);
            case RejectInvoice c -> BillRules.reject(c, dossier, setting);
            case ApproveInvoice c -> BillRules.approve(c, dossier, setting);
            case InvoiceCommand.DisputeInvoice _, InvoiceCommand.RecordCreditNote _ ->
                throw new IllegalArgumentException("no opinion on " + command);
        };
    }

    private void ownOf(SupplierId supplier, Setting setting, Answer.Doubts doubts) {
        Actor actor = setting.step().actor();
        boolean stranger = actor.role() == Role.PROVIDER
                && !supplier.equals(SupplierId.of(new SupplierRef(actor.id().value())));
        doubts.when(stranger, "not-the-supplier");
        doubts.when(!suppliers.containsKey(supplier), "unknown-supplier");
    }

    private Opinion record(RecordActuals command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        ownOf(command.supplier(), setting, doubts);
        Map<VisitKey, Visited> fresh = new LinkedHashMap<>();
        for (ToldVisit told : command.visits()) {
            doubts.when(told.minutes() < 1 || told.minutes() > 24 * 60, "visit-of-no-length");
            setting.hasHappened(told.on(), doubts);
            List<LineId> ordered = dossier.planOn(told.on()).stream()
                    .flatMap(plan -> plan.plan.lines().stream())
                    .filter(line -> told.line() == null
                            ? command.supplier().equals(line.supplier())
                            : line.id().equals(told.line())
                                    && (line.supplier() == null
                                            || line.supplier().equals(command.supplier())))
                    .map(PlanLine::id)
                    .toList();
            if (doubts.when(ordered.size() != 1, "visit-not-ordered")) continue;
            VisitKey key = new VisitKey(command.supplier(), told.visit());
            Visited visit = new Visited(ordered.getFirst(), told.on(), told.minutes());
            Visited known = fresh.getOrDefault(key, dossier.visits.get(key));
            if (known == null) fresh.put(key, visit);
            else doubts.when(isOtherwise(told, known), "visit-told-otherwise");
        }
        if (doubts.any()) return Opinion.no(doubts);
        Answer.Figures figures = new Answer.Figures();
        fresh.forEach((key, visit) ->
                figures.note("visit " + key.visit() + " " + visit.line() + " " + visit.on() + " " + visit.minutes()));
        return Opinion.yes(figures, _ -> dossier.visits.putAll(fresh));
    }

    private static boolean isOtherwise(ToldVisit told, Visited known) {
        boolean line = told.line() == null || told.line().equals(known.line());
        return !line || told.minutes() != known.minutes() || !told.on().equals(known.on());
    }

    private Opinion submit(SubmitInvoice command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        ownOf(command.supplier(), setting, doubts);
        boolean byHand = instructed.contains(PaymentId.invoice(command.supplier(), command.number()));
        doubts.when(isTaken(command.invoice()) || byHand, "exact-duplicate");
        List<InvoiceLine> lines = command.terms().lines();
        doubts.when(lines.isEmpty(), "invoice-without-lines");
        setting.dateInTable(command.terms().issuedOn(), doubts);
        setting.positive(command.terms().gross(), doubts);
        setting.notNegative(command.terms().net(), doubts);
        setting.notNegative(command.terms().tax(), doubts);
        service(command.terms().service(), setting, doubts);
        for (InvoiceLine line : lines) {
            doubts.when(line.quantity().hundredths() <= 0, "quantity-not-positive");
            setting.notNegative(line.net(), doubts);
            setting.notNegative(line.rate(), doubts);
            if (line.service() != null) service(line.service(), setting, doubts);
        }
        if (doubts.any()) return Opinion.no(doubts);
        Bill bill = new Bill(
                command.supplier(),
                command.number(),
                command.terms(),
                setting.step().actor().id(),
                setting.today().plusDays(setting.policy().invoicing().dueDays()));
        Answer.Figures figures = new Answer.Figures();
        return assessed(bill, false, figures, dossier, setting);
    }

    private Opinion release(ReleaseInvoice command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Bill bill = dossier.bills.get(command.invoice());
        if (doubts.when(bill == null, "unknown-invoice") || bill == null) return Opinion.no(doubts);
        doubts.when(bill.standing() != InvoiceStanding.HELD, "invoice-not-open");
        BillRules.another(bill, setting, doubts);
        if (doubts.any()) return Opinion.no(doubts);
        return assessed(bill, true, new Answer.Figures().note("invoice released"), dossier, setting);
    }

    private static void service(DateRange service, Setting setting, Answer.Doubts doubts) {
        setting.dateInTable(service.first(), doubts);
        setting.dateInTable(service.last(), doubts);
        doubts.when(service.days() > 731, "service-too-long");
    }

    private Opinion assessed(Bill bill, boolean cleared, Answer.Figures figures, Dossier dossier, Setting setting) {
        PeriodId last = bill.terms.lines().stream()
                .map(each -> each.service() == null ? bill.terms.service() : each.service())
                .map(each -> setting.calendar().periodOf(each.last()).id())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Allocating.Change> changes = Allocating.reaching(dossier, last, setting.calendar());
        Allocating.name(changes, figures);
        Headroom look = Headroom.after(changes, dossier);
        Assessed rules = new Assessed(
                bill, cleared, dossier, setting, Objects.requireNonNull(suppliers.get(bill.supplier)), look);
        rules.name(figures);
        figures.note((cleared ? "document now " : "document ") + rules.standing);
        BillPaying payments = new BillPaying(bill, dossier, setting, new Charging(dossier, setting, look));
        if (rules.pays()) payments.of(rules.found, rules.payers, rules.beside, figures);
        return Opinion.yes(figures, _ -> {
            Allocating.take(dossier, changes);
            bill.held = rules.standing == InvoiceStanding.HELD;
            bill.refused = rules.standing == InvoiceStanding.REJECTED;
            bill.found = rules.found;
            bill.dispute(rules.disputed());
            dossier.bills.put(bill.id(), bill);
            numbers.put(bill.id(), bill);
            payments.take();
        });
    }
}
