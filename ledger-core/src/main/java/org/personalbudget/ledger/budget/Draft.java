package org.personalbudget.ledger.budget;

import java.util.ArrayList;
import java.util.List;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent;

/** The facts of one decision while they gather: each is taken into the budget before the next is decided. */
final class Draft {

    private final List<Event> events = new ArrayList<>();
    private Budget budget;

    Draft(Budget budget) {
        this.budget = budget;
    }

    /** The budget as it will be with the facts gathered so far. */
    Budget budget() {
        return budget;
    }

    Draft add(BudgetEvent event) {
        budget = BudgetFold.evolve(budget, event);
        events.add(event);
        return this;
    }

    Draft add(PaymentEvent event) {
        events.add(event);
        return this;
    }

    Draft add(DocumentEvent event) {
        events.add(event);
        return this;
    }

    Draft add(PoolEvent event) {
        events.add(event);
        return this;
    }

    Draft add(BankDetailsEvent event) {
        events.add(event);
        return this;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    Decision accepted() {
        return Decision.accept(events);
    }
}
