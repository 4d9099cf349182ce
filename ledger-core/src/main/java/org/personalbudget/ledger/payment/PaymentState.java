package org.personalbudget.ledger.payment;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;

/** What a payment has become. */
public sealed interface PaymentState {

    /** Nothing has been instructed. */
    record NoPayment() implements PaymentState {}

    /**
     * A payment that exists.
     *
     * @param instructed what is to be paid
     * @param attempt 1 for the first
     * @param step how far this attempt has got
     * @param lastReturn how far the last attempt that came back had got, meaningful from the second attempt on
     * @param preparedBy who instructed this attempt: whoever instructed the payment, or reissued it
     * @param details the version of the payee's bank details that this attempt went to, or null
     */
    record Payment(
            PaymentInstructed instructed,
            int attempt,
            Step step,
            ReturnStage lastReturn,
            ActorId preparedBy,
            @Nullable Integer details)
            implements PaymentState {

        /** Law 7: neither who instructed the payment nor who reissued it hands it over. */
        public boolean mayBeSubmittedBy(ActorId actor) {
            return !actor.equals(instructed.instructedBy()) && !actor.equals(preparedBy);
        }

        /** With less to pay; with nothing left, called off. */
        Payment reducedTo(Split remaining) {
            var lower = new PaymentInstructed(
                    instructed.payment(),
                    instructed.when(),
                    instructed.budget(),
                    instructed.purpose(),
                    instructed.channel(),
                    instructed.account(),
                    instructed.kind(),
                    instructed.supplier(),
                    instructed.invoice(),
                    instructed.line(),
                    instructed.servicePeriod(),
                    remaining,
                    instructed.lead(),
                    instructed.instructedBy());
            return new Payment(
                    lower,
                    attempt,
                    remaining.parts().isEmpty() ? Step.CANCELLED : step,
                    lastReturn,
                    preparedBy,
                    details);
        }

        Payment at(Step next) {
            return new Payment(instructed, attempt, next, lastReturn, preparedBy, details);
        }

        /** Handed over, to be paid to these details if they are known. */
        Payment submittedTo(@Nullable Integer version) {
            return new Payment(instructed, attempt, Step.SUBMITTED, lastReturn, preparedBy, version);
        }
    }

    /** How far one attempt has got at the bank. */
    enum Step {
        INSTRUCTED,
        SUBMITTED,
        SETTLED,
        RETURNED,
        /** Called off before it was handed over. */
        CANCELLED
    }
}
