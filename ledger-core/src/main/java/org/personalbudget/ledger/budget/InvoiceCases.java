package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.invoice.ReasonCode.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.DeliveredVisit;
import org.personalbudget.ledger.invoice.InvoiceCase;
import org.personalbudget.ledger.invoice.InvoiceCase.Other;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceTerms;
import org.personalbudget.ledger.invoice.LineCase;
import org.personalbudget.ledger.invoice.LineCase.Taken;
import org.personalbudget.ledger.invoice.ReasonCode;
import org.personalbudget.ledger.invoice.ServiceDay;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.supplier.SupplierEvent.SupplierRateSet;
import org.personalbudget.ledger.supplier.SupplierState.Supplier;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ledger.terms.VisitId;

/** Gathers what the rules judge an invoice by: from the plan, the course of the budget, its other invoices and actuals. */
final class InvoiceCases {

    private static final Units NONE = new Units(0);

    private final InvoiceId id;
    private final InvoiceTerms terms;
    private final Supplier supplier;
    private final SupplierId supplierId;
    private final Budget budget;
    private final Circumstances at;
    private final List<Invoice> others;

    InvoiceCases(
            InvoiceId id,
            SupplierId supplierId,
            InvoiceTerms terms,
            Supplier supplier,
            Budget budget,
            Circumstances at) {
        this.id = id;
        this.terms = terms;
        this.supplier = supplier;
        this.supplierId = supplierId;
        this.budget = budget;
        this.at = at;
        this.others = budget.invoices().standingOf(supplierId).stream()
                .filter(other -> !other.assessed().invoice().equals(id))
                .toList();
    }

    InvoiceCase of(boolean cleared) {
        List<Other> same = others.stream().map(Invoice::asOther).toList();
        List<LineCase> lines = terms.lines().stream().map(this::line).toList();
        return new InvoiceCase(
                terms,
                cleared,
                same,
                lines,
                funds(lines),
                earliest(),
                at.now().postingPeriod(),
                at.policy().lineTolerance(),
                at.policy().invoicing());
    }

    private PeriodId earliest() {
        return terms.lines().stream()
                .map(line ->
                        at.calendar().periodOf(terms.serviceOf(line).first()).id())
                .min(PeriodId::compareTo)
                .orElseThrow();
    }

    private Map<AccountId, Money> funds(List<LineCase> lines) {
        Map<AccountId, Money> funds = new HashMap<>();
        for (LineCase line : lines) {
            AccountId payer = line.payer();
            if (payer != null) funds.put(payer, budget.account(payer).pots().free());
        }
        return funds;
    }

    private LineCase line(InvoiceLine billed) {
        DateRange service = terms.serviceOf(billed);
        Ordered ordered = ordered(billed, service.first());
        PlanLine line = ordered.line();
        if (line == null) {
            return new LineCase(
                    billed,
                    service,
                    ordered.fault(),
                    null,
                    null,
                    false,
                    false,
                    List.of(),
                    false,
                    false,
                    List.of(),
                    null,
                    null);
        }
        Map<LocalDate, Units> delivered = delivered(billed, line.id());
        boolean counts = !delivered.isEmpty()
                || !billed.visits().isEmpty()
                || at.policy().invoicing().actualsRequired().contains(line.category());
        List<ServiceDay> days = service.first()
                .datesUntil(service.last().plusDays(1))
                .map(day -> day(day, line, delivered))
                .toList();
        boolean priced = supplier.pricesBy(line.category()) || days.stream().anyMatch(day -> day.rate() != null);
        return new LineCase(
                billed,
                service,
                ordered.fault(),
                line.id(),
                line.category(),
                line.supplier() != null,
                priced,
                days,
                counts,
                !billed.visits().isEmpty(),
                earlier(),
                headroom(line, service),
                payer(line, service.first(), budget));
    }

    /** Which plan line is meant, or why that cannot be told. */
    private record Ordered(
            @Nullable PlanLine line, @Nullable ReasonCode fault) {}

    private Ordered ordered(InvoiceLine billed, LocalDate day) {
        Optional<PlanProposed> plan = budget.plans().inForceOn(day);
        if (plan.isEmpty() || day.isBefore(budget.terms().startsOn())) return new Ordered(null, BEFORE_ORDER);
        LineId named = billed.planLine();
        List<PlanLine> found = plan.get().lines().stream()
                .filter(line -> named == null ? supplierId.equals(line.supplier()) : named.equals(line.id()))
                .toList();
        if (found.size() != 1) return new Ordered(null, named == null ? ORDER_NOT_CLEAR : NOT_IN_PLAN);
        PlanLine line = found.getFirst();
        boolean ofAnother = line.supplier() != null && !supplierId.equals(line.supplier());
        return new Ordered(line, ofAnother ? NOT_THE_SUPPLIER : null);
    }

    private ServiceDay day(LocalDate day, PlanLine ordered, Map<LocalDate, Units> delivered) {
        Optional<PlanLine> line = budget.plans().inForceOn(day).stream()
                .flatMap(plan -> plan.lines().stream())
                .filter(each -> each.id().equals(ordered.id()))
                .findFirst();
        Units weekly = line.map(PlanLine::unitsPerWeek).orElse(null);
        return new ServiceDay(
                day,
                fault(day, ordered, line),
                weekly,
                rate(day, line.orElse(ordered)),
                delivered.getOrDefault(day, NONE));
    }

    /** Why a day is not paid for. Debts that the policy lets be settled after the end are. */
    private @Nullable ReasonCode fault(LocalDate day, PlanLine ordered, Optional<PlanLine> line) {
        Lifecycle life = budget.lifecycle();
        if (day.isBefore(budget.terms().startsOn())) return BEFORE_ORDER;
        if (life.hasEndedBefore(day)
                && !at.policy().changing().finalLiabilities().contains(ordered.category())) {
            return life.died() ? AFTER_DEATH : AFTER_END;
        }
        if (life.withholds(ordered.id(), day)) return SUSPENDED;
        boolean same = line.isPresent() && java.util.Objects.equals(line.get().supplier(), ordered.supplier());
        return same ? null : NO_LONGER_ORDERED;
    }

    /** The supplier's rate; where it never agreed one for the category, the plan line's own. */
    private @Nullable Money rate(LocalDate day, PlanLine line) {
        if (!supplier.pricesBy(line.category())) return line.unitRate();
        return supplier.rateOn(line.category(), day).map(SupplierRateSet::rate).orElse(null);
    }

    /** By day, what is known to have been delivered: the visits that the line names, or all of the plan line. */
    private Map<LocalDate, Units> delivered(InvoiceLine billed, LineId line) {
        Set<VisitId> named = new HashSet<>(billed.visits());
        Set<VisitId> billedBefore = new HashSet<>();
        others.forEach(other -> {
            if (!other.payments().isEmpty()) billedBefore.addAll(other.asOther().visits());
        });
        DateRange service = terms.serviceOf(billed);
        Map<LocalDate, Units> days = new HashMap<>();
        for (DeliveredVisit visit : budget.invoices().deliveredBy(supplierId, line)) {
            boolean counts =
                    named.isEmpty() || (named.contains(visit.visit()) && !billedBefore.contains(visit.visit()));
            if (!counts || !service.contains(visit.on())) continue;
            days.merge(visit.on(), visit.units(), (one, more) -> new Units(one.hundredths() + more.hundredths()));
        }
        return days;
    }

    private List<Taken> earlier() {
        List<Taken> taken = new ArrayList<>();
        for (Invoice other : others) taken.addAll(other.taken());
        Invoice own = budget.invoices().find(id);
        if (own != null) taken.addAll(own.taken());
        return taken;
    }

    private Money headroom(PlanLine line, DateRange service) {
        PeriodId last = at.calendar().periodOf(service.last()).id();
        return ProviderPayments.headroom(line, last, budget, at);
    }

    /** The account that holds the money for the line, or (null) the council. */
    static @Nullable AccountId payer(PlanLine line, LocalDate day, Budget budget) {
        return budget.accountsInOrder().stream()
                .filter(account -> Accounts.paysFor(account, line.id(), line.supplier() != null, day, budget))
                .filter(account -> account.opened().kind().holdsMoney())
                .map(Account::id)
                .findFirst()
                .orElse(null);
    }
}
