package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.BudgetAllocated;
import org.personalbudget.ledger.budget.BudgetEvent.PlanApproved;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetEvent.SourceOverdrawn;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.model.LedgerBooks.Held;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReissued;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentSubmitted;
import org.personalbudget.ledger.pooledfund.MemberPart;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberOverdrawn;
import org.personalbudget.ledger.pooledfund.PoolEvent.PoolSpendRecorded;
import org.personalbudget.ledger.terms.AccountId;

/** Laws that can be read off the ledger's own events and postings, without any opinion about amounts. */
final class Laws {

    private final LedgerBooks books;
    private final Map<Object, Set<ActorId>> prepared = new HashMap<>();
    private final Map<Held, BigDecimal> raised = new HashMap<>();

    Laws(LedgerBooks books) {
        this.books = books;
    }

    /** The law that the events of one decision break, or null. */
    @Nullable
    String brokenBy(List<Event> made) {
        for (Event event : made) {
            String broken = seven(event);
            if (broken != null) return broken;
            if (event instanceof SourceOverdrawn e) {
                raised.merge(new Held(e.account(), e.source()), Sums.pounds(e.shortfall()), BigDecimal::add);
            }
        }
        for (Event event : made) if (event instanceof PoolSpendRecorded spent) overdrawn(spent, made);
        return twelve();
    }

    /** A pool tells whose it is that is missing; the source is that of who leads there. */
    private void overdrawn(PoolSpendRecorded spent, List<Event> made) {
        AccountId custody = new AccountId(spent.pool().value());
        for (Event event : made) {
            if (!(event instanceof MemberOverdrawn told)) continue;
            for (MemberPart part : spent.parts()) {
                if (!part.budget().equals(told.budget())) continue;
                Held source = new Held(custody, part.lead().source());
                raised.merge(source, Sums.pounds(told.shortfall()), BigDecimal::add);
                break;
            }
        }
    }

    private @Nullable String seven(Event event) {
        switch (event) {
            case BudgetAllocated e -> prepare(e.budget(), e.proposer());
            case PlanProposed e -> prepare(e.budget() + " " + e.version(), e.proposer());
            case PaymentInstructed e -> prepare(e.payment(), e.instructedBy());
            case PaymentReissued e -> {
                prepared.put(e.payment() + " again", new HashSet<>(Set.of(e.reissuedBy())));
            }
            case PlanApproved e -> {
                boolean own = has(e.budget(), e.approver()) || has(e.budget() + " " + e.version(), e.approver());
                if (own) return "law 7: approved by its proposer";
            }
            case PaymentSubmitted e -> {
                boolean own = has(e.payment(), e.submittedBy()) || has(e.payment() + " again", e.submittedBy());
                if (own) return "law 7: submitted by who prepared it";
            }
            default -> {}
        }
        return null;
    }

    private void prepare(Object what, ActorId by) {
        prepared.computeIfAbsent(what, _ -> new HashSet<>()).add(by);
    }

    private boolean has(Object what, ActorId actor) {
        return prepared.getOrDefault(what, Set.of()).contains(actor);
    }

    /** Law 12: what a custody source lacks has been called out, all of it. */
    private @Nullable String twelve() {
        for (Place place : books.touched()) {
            if (place.account() == null) continue;
            BigDecimal stands = books.held(place.account(), place.source());
            BigDecimal called = raised.getOrDefault(new Held(place.account(), place.source()), Sums.NIL);
            if (stands.add(called).signum() < 0) {
                return "law 12: " + place + " stands at " + stands + " and only " + called + " was called out";
            }
        }
        return null;
    }
}
