package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownSupplier;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordActuals;
import org.personalbudget.ledger.budget.InvoiceCommand.ToldVisit;
import org.personalbudget.ledger.budget.InvoiceEvent.ActualsRecorded;
import org.personalbudget.ledger.budget.InvoiceRefusal.VisitNotOrdered;
import org.personalbudget.ledger.budget.InvoiceRefusal.VisitOfNoLength;
import org.personalbudget.ledger.budget.InvoiceRefusal.VisitToldOtherwise;
import org.personalbudget.ledger.invoice.DeliveredVisit;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.supplier.SupplierState.Supplier;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.VisitId;

/** What was delivered becomes known, visit by visit, each once. */
final class Actuals {

    private static final int A_DAY = 24 * 60;
    private static final int MOST_VISITS = 500;

    private final RecordActuals command;
    private final Budget budget;
    private final Circumstances at;

    private Actuals(RecordActuals command, Budget budget, Circumstances at) {
        this.command = command;
        this.budget = budget;
        this.at = at;
    }

    static Decision record(RecordActuals command, Budget budget, BudgetFacts facts) {
        Optional<BudgetRefusal> refusal = first(
                () -> InvoiceIntake.ownOf(command.supplier(), facts.at().actor()),
                () -> when(!(facts.supplier() instanceof Supplier), () -> new UnknownSupplier(command.supplier())));
        return refusal.<Decision>map(Decision::refuse)
                .orElseGet(() -> new Actuals(command, budget, facts.at()).record());
    }

    private Decision record() {
        Map<VisitId, DeliveredVisit> fresh = new HashMap<>();
        List<DeliveredVisit> recorded = new ArrayList<>();
        for (ToldVisit told : command.visits()) {
            LineId line = line(told);
            DeliveredVisit known = known(told.visit(), fresh);
            Optional<BudgetRefusal> refusal = first(
                    () -> when(
                            told.minutes() < 1 || told.minutes() > A_DAY,
                            () -> new VisitOfNoLength(told.visit(), told.minutes())),
                    () -> happened("on", told.on(), at),
                    () -> when(line == null, () -> new VisitNotOrdered(told.visit(), told.line(), command.supplier())),
                    () -> otherwise(told, known));
            if (refusal.isPresent()) return refuse(refusal.get());
            if (known != null) continue;
            var visit = new DeliveredVisit(told.visit(), Objects.requireNonNull(line), told.on(), told.minutes());
            fresh.put(told.visit(), visit);
            recorded.add(visit);
        }
        return Decision.accept(told(recorded));
    }

    /** However many they are, no event holds more than so many; all of them are recorded together or not at all. */
    private List<ActualsRecorded> told(List<DeliveredVisit> visits) {
        List<ActualsRecorded> events = new ArrayList<>();
        for (int first = 0; first < visits.size(); first += MOST_VISITS) {
            events.add(new ActualsRecorded(
                    command.budget(),
                    at.now(),
                    command.supplier(),
                    List.copyOf(visits.subList(first, Math.min(first + MOST_VISITS, visits.size()))),
                    at.actor().id()));
        }
        return events;
    }

    private @Nullable DeliveredVisit known(VisitId visit, Map<VisitId, DeliveredVisit> fresh) {
        DeliveredVisit told = fresh.get(visit);
        return told != null ? told : budget.invoices().visits().get(new Invoices.Visit(command.supplier(), visit));
    }

    private static Optional<BudgetRefusal> otherwise(ToldVisit told, @Nullable DeliveredVisit known) {
        if (known == null) return Optional.empty();
        boolean same = known.minutes() == told.minutes()
                && known.on().equals(told.on())
                && (told.line() == null || told.line().equals(known.line()));
        return when(!same, () -> new VisitToldOtherwise(told.visit(), told.minutes(), known.minutes()));
    }

    /** The line that is named, or the only one ordered from the supplier on that day. */
    private @Nullable LineId line(ToldVisit told) {
        SupplierId supplier = command.supplier();
        List<LineId> lines = budget.plans().inForceOn(told.on()).stream()
                .flatMap(plan -> plan.lines().stream())
                .filter(line -> told.line() == null
                        ? supplier.equals(line.supplier())
                        : told.line().equals(line.id())
                                && (line.supplier() == null || supplier.equals(line.supplier())))
                .map(PlanLine::id)
                .toList();
        return lines.size() == 1 ? lines.getFirst() : null;
    }
}
