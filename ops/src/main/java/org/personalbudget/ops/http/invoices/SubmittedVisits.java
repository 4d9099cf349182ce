package org.personalbudget.ops.http.invoices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordActuals;
import org.personalbudget.ledger.budget.InvoiceCommand.ToldVisit;
import org.personalbudget.ledger.budget.InvoiceEvent.ActualsRecorded;
import org.personalbudget.ledger.invoice.SubmittedActuals;
import org.personalbudget.ledger.invoice.SubmittedActuals.Visit;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.VisitId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Facts;

/**
 * Tells the ledger of delivered visits, whatever the format they came in: in one request for each supplier and order. If
 * one of those is refused, its visits are told one by one, so that the good ones are kept.
 */
public final class SubmittedVisits {

    private static final Pattern UUID_FORMAT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final LedgerGateway ledger;

    public SubmittedVisits(LedgerGateway ledger) {
        this.ledger = ledger;
    }

    /** A visit that is not recorded, and why. */
    public record Rejected(String place, String visitId, String code, String detail) {}

    /**
     * What was made of them.
     *
     * @param recorded how many are known from now on
     * @param known how many had been told before
     * @param position where in the ledger the last answer lies, 0 if none was recorded
     */
    public record Outcome(int recorded, int known, List<Rejected> rejected, long position) {

        private Outcome plus(Outcome other) {
            List<Rejected> all = new ArrayList<>(rejected);
            all.addAll(other.rejected);
            return new Outcome(recorded + other.recorded, known + other.known, all, Math.max(position, other.position));
        }
    }

    private record Order(SupplierId supplier, String budget) {}

    /** @throws ProblemException if somebody outside tells of what is another's, or the call's key was used for another */
    public Outcome submit(SubmittedActuals actuals, Call call) {
        Map<Order, List<Visit>> orders = new LinkedHashMap<>();
        for (Visit visit : actuals.visits()) {
            SupplierId supplier = SubmittedInvoices.supplierOf(visit.supplier());
            SubmittedInvoices.requireOwn(supplier, call.caller());
            orders.computeIfAbsent(new Order(supplier, visit.order()), _ -> new ArrayList<>())
                    .add(visit);
        }
        Outcome all = new Outcome(0, 0, List.of(), 0);
        int number = 0;
        for (Map.Entry<Order, List<Visit>> each : orders.entrySet()) {
            all = all.plus(tell(each.getKey(), each.getValue(), "visits/" + number++, call));
        }
        return all;
    }

    private Outcome tell(Order order, List<Visit> visits, String name, Call call) {
        if (!UUID_FORMAT.matcher(order.budget()).matches()) {
            List<Rejected> rejected = visits.stream()
                    .map(visit ->
                            new Rejected(visit.place(), visit.visitId(), "UNKNOWN_ORDER", "There is no such order."))
                    .toList();
            return new Outcome(0, 0, rejected, 0);
        }
        return switch (ask(order, visits, name, call)) {
            case Answer.Accepted accepted -> accepted(accepted, visits.size());
            case Answer.Refused refused
            when visits.size() == 1 ->
                new Outcome(
                        0,
                        0,
                        List.of(rejected(visits.getFirst(), refused.refused().refusal())),
                        refused.position());
            case Answer.Refused _ -> oneByOne(order, visits, name, call);
            case Answer.KeyReused _ -> throw call.keyReused();
        };
    }

    private Outcome oneByOne(Order order, List<Visit> visits, String name, Call call) {
        Outcome all = new Outcome(0, 0, List.of(), 0);
        for (int i = 0; i < visits.size(); i++) {
            all = all.plus(tell(order, List.of(visits.get(i)), name + "/" + i, call));
        }
        return all;
    }

    private static Outcome accepted(Answer.Accepted accepted, int told) {
        int recorded = Facts.of(accepted).all(ActualsRecorded.class).stream()
                .mapToInt(event -> event.visits().size())
                .sum();
        return new Outcome(recorded, told - recorded, List.of(), accepted.position());
    }

    private static Rejected rejected(Visit visit, Refusal refusal) {
        String code = refusal.code().toUpperCase(Locale.ROOT).replace('-', '_');
        return new Rejected(
                visit.place(),
                visit.visitId(),
                code,
                Refusals.problemOf(refusal).detail());
    }

    private Answer ask(Order order, List<Visit> visits, String name, Call call) {
        List<ToldVisit> told = visits.stream()
                .map(visit -> new ToldVisit(
                        new VisitId(visit.visitId()),
                        visit.planLine() == null ? null : new LineId(visit.planLine()),
                        visit.on(),
                        visit.minutes()))
                .toList();
        var recorded = new RecordActuals(new BudgetId(UUID.fromString(order.budget())), order.supplier(), told);
        return ledger.send(call.part(name, recorded)).join();
    }
}
