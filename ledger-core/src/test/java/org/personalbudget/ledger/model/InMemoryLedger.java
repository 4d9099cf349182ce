package org.personalbudget.ledger.model;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.BudgetFeature;
import org.personalbudget.ledger.calendar.ClosedPeriods;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.invoice.DocumentFold;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommonRefusal.RoleMayNot;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.payment.PaymentFold;
import org.personalbudget.ledger.policy.PolicyCommand;
import org.personalbudget.ledger.policy.PolicyFeature;
import org.personalbudget.ledger.pooledfund.PoolCommand;
import org.personalbudget.ledger.pooledfund.PoolFeature;
import org.personalbudget.ledger.receipt.ReceiptCommand;
import org.personalbudget.ledger.receipt.ReceiptFeature;
import org.personalbudget.ledger.supplier.SupplierCommand;
import org.personalbudget.ledger.supplier.SupplierFeature;

/** The smallest thing that can carry the ledger's deciders: streams are lists, and nothing is kept. */
final class InMemoryLedger implements Feature.Reads {

    private final PolicyFeature policies = new PolicyFeature();
    private final SupplierFeature suppliers = new SupplierFeature();
    private final PaymentFold payments = new PaymentFold();
    private final ReceiptFeature receipts = new ReceiptFeature();
    private final DocumentFold documents = new DocumentFold();
    private final BudgetFeature budgets = new BudgetFeature(suppliers, payments, receipts, documents);
    private final PoolFeature pools = new PoolFeature(budgets);
    private final Map<String, Fold<?, ?>> folds = Map.of(
            "policy",
            policies,
            "supplier",
            suppliers,
            "payment",
            payments,
            "receipt",
            receipts,
            "budget",
            budgets,
            "pool",
            pools,
            "invoice",
            documents);
    private final Map<StreamId, List<Event>> streams = new HashMap<>();
    private final Map<StreamId, Object> states = new HashMap<>();
    private final PeriodCalendar calendar;

    InMemoryLedger(PeriodCalendar calendar) {
        this.calendar = calendar;
    }

    /** Decides, and records what was decided. */
    Decision handle(Step step) {
        Command command = step.command();
        if (!command.permitted().contains(step.actor().role())) {
            return Decision.refuse(new RoleMayNot(
                    command.getClass().getSimpleName(), step.actor().role()));
        }
        Circumstances at = new Circumstances(
                step.id(),
                step.actor(),
                step.today().atTime(9, 0).toInstant(ZoneOffset.UTC),
                step.today(),
                policies.inForceOn(step.today(), this),
                calendar,
                closedBy(step.today()));
        Decision decision = switch (command) {
            case BudgetCommand c -> decide(budgets, c, at);
            case SupplierCommand c -> decide(suppliers, c, at);
            case PolicyCommand c -> decide(policies, c, at);
            case ReceiptCommand c -> decide(receipts, c, at);
            case PoolCommand c -> decide(pools, c, at);
            default -> throw new IllegalArgumentException("nobody decides " + command);
        };
        if (decision instanceof Decision.Accepted accepted) accepted.events().forEach(this::record);
        return decision;
    }

    /** Somebody closes every period six weeks after its end, at the latest. */
    static final int CLOSES_AFTER_DAYS = 42;

    private ClosedPeriods closedBy(LocalDate today) {
        Period open = calendar.periodOf(today.minusDays(CLOSES_AFTER_DAYS));
        return new ClosedPeriods(calendar.periodOf(open.first().minusDays(1)).id());
    }

    private <C extends Command, S, E extends Event, F> Decision decide(
            Feature<C, S, E, F> feature, C command, Circumstances at) {
        S state = state(command.stream(), feature);
        return feature.decide(command, state, feature.gather(command, state, at, this));
    }

    private void record(Event event) {
        StreamId stream = event.stream();
        streams.computeIfAbsent(stream, _ -> new ArrayList<>()).add(event);
        Fold<?, ?> fold = folds.get(stream.category());
        states.put(stream, evolved(fold, states.get(stream), List.of(event)));
    }

    private static <S, E extends Event> S evolved(Fold<S, E> fold, Object state, List<Event> events) {
        @SuppressWarnings("unchecked")
        S now = state == null ? fold.initial() : (S) state;
        for (Event event : events) now = fold.evolve(now, fold.events().cast(event));
        return now;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T, X extends Event> T state(StreamId stream, Fold<T, X> fold) {
        return (T) states.getOrDefault(stream, fold.initial());
    }

    /** Law 3 on states: what was kept up event by event equals what all events add up to. */
    void checkThatReplayIsTheSame() {
        streams.forEach((stream, events) -> {
            Object replayed = evolved(folds.get(stream.category()), null, events);
            if (!replayed.equals(states.get(stream))) {
                throw new AssertionError("replaying " + stream + " gives another state: " + replayed);
            }
        });
    }

    Map<StreamId, List<Event>> streams() {
        return streams;
    }
}
