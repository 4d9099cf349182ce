package org.personalbudget.ledger.payment;

import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReissued;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReturned;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentSettled;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentSubmitted;
import org.personalbudget.ledger.payment.PaymentEvent.SettlementUndone;
import org.personalbudget.ledger.payment.PaymentState.NoPayment;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.payment.PaymentState.Step;

/** The stream of a payment. The budget that pays decides; this stream makes sure that there is only one. */
public final class PaymentFold implements Fold<PaymentState, PaymentEvent> {

    @Override
    public String category() {
        return "payment";
    }

    @Override
    public Class<PaymentEvent> events() {
        return PaymentEvent.class;
    }

    @Override
    public PaymentState initial() {
        return new NoPayment();
    }

    @Override
    public PaymentState evolve(PaymentState state, PaymentEvent event) {
        return switch (state) {
            case NoPayment none ->
                event instanceof PaymentInstructed first
                        ? new Payment(
                                first, 1, Step.INSTRUCTED, ReturnStage.BEFORE_SETTLEMENT, first.instructedBy(), null)
                        : none;
            case Payment payment -> evolve(payment, event);
        };
    }

    private static Payment evolve(Payment payment, PaymentEvent event) {
        return switch (event) {
            case PaymentSubmitted e -> payment.submittedTo(e.details());
            case PaymentSettled e -> payment.at(Step.SETTLED);
            case SettlementUndone e -> payment.at(Step.SUBMITTED);
            case PaymentReturned e ->
                new Payment(
                        payment.instructed(),
                        payment.attempt(),
                        Step.RETURNED,
                        e.stage(),
                        payment.preparedBy(),
                        payment.details());
            case PaymentReissued e ->
                new Payment(
                        payment.instructed(), e.attempt(), Step.INSTRUCTED, payment.lastReturn(), e.reissuedBy(), null);
            case PaymentReduced e -> payment.reducedTo(e.remaining());
            // A payment is instructed once.
            case PaymentInstructed e -> payment;
        };
    }
}
