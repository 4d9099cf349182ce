package org.personalbudget.ops.http.payments;

import org.personalbudget.ledger.budget.BudgetRefusal.UnknownPayment;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;

/** Which budget a payment is paid from: the budget decides about it. */
public final class PaymentBudgets {

    private final EventReader log;

    public PaymentBudgets(EventReader log) {
        this.log = log;
    }

    BudgetId of(PaymentId payment) {
        return log.stream(payment.stream(), 1).stream()
                .findFirst()
                .map(first -> ((PaymentEvent) first.event()).budget())
                .orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownPayment(payment))));
    }
}
