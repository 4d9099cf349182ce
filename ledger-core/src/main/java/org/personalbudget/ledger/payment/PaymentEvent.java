package org.personalbudget.ledger.payment;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;

/** Everything that can happen to one instruction to pay. The budget decides it; the payment remembers it. */
public sealed interface PaymentEvent extends Event {

    PaymentId payment();

    /** The budget that pays. */
    BudgetId budget();

    @Override
    default StreamId stream() {
        return payment().stream();
    }

    /** Somebody is to be paid. Posts nothing: what is owed was posted when it was decided. */
    record PaymentInstructed(
            PaymentId payment,
            When when,
            BudgetId budget,
            PaymentPurpose purpose,
            Channel channel,
            @Nullable AccountId account,
            @Nullable AccountKind kind,
            @Nullable SupplierId supplier,
            @Nullable InvoiceNumber invoice,
            @Nullable LineId line,
            PeriodId servicePeriod,
            Split split,
            Funder lead,
            ActorId instructedBy)
            implements PaymentEvent {

        /** Whose bank details it is paid to; null if no bank of the council pays it. */
        public @Nullable BankPayee bankPayee() {
            if (channel != Channel.BANK) return null;
            return switch (purpose) {
                case INSTALMENT -> account == null ? null : BankPayee.of(account);
                case PROVIDER -> supplier == null ? null : BankPayee.of(supplier);
                case REFUND -> BankPayee.of(budget);
            };
        }
    }

    /**
     * Handed to the bank or the card programme.
     *
     * @param run the run it went out with, or null by hand
     * @param details the version of the payee's bank details it went to, or null if none is known
     */
    record PaymentSubmitted(
            PaymentId payment,
            When when,
            BudgetId budget,
            int attempt,
            PaymentPurpose purpose,
            Channel channel,
            Split split,
            @Nullable PayRunId run,
            @Nullable Integer details,
            ActorId submittedBy)
            implements PaymentEvent {}

    /** It left the council's bank (or the card programme took it). */
    record PaymentSettled(
            PaymentId payment,
            When when,
            BudgetId budget,
            int attempt,
            PaymentPurpose purpose,
            Channel channel,
            Split split)
            implements PaymentEvent {}

    /** It had not left after all: the exact mirror of its settlement. */
    record SettlementUndone(
            PaymentId payment,
            When when,
            BudgetId budget,
            int attempt,
            PaymentPurpose purpose,
            Channel channel,
            Split split)
            implements PaymentEvent {}

    /** It came back, or was rejected before it left. */
    record PaymentReturned(
            PaymentId payment,
            When when,
            BudgetId budget,
            int attempt,
            PaymentPurpose purpose,
            Channel channel,
            ReturnCode code,
            ReturnStage stage,
            Split split)
            implements PaymentEvent {}

    /**
     * It is to be tried again.
     *
     * @param attempt the number of the new attempt
     * @param after how far the last attempt had got: only money that came back from beyond the bank is owed anew
     */
    record PaymentReissued(
            PaymentId payment,
            When when,
            BudgetId budget,
            int attempt,
            PaymentPurpose purpose,
            Channel channel,
            ReturnStage after,
            Split split,
            ActorId reissuedBy)
            implements PaymentEvent {}

    /**
     * Less of it is to be paid, before it was handed over.
     *
     * @param remaining what is still to be paid, by source; nothing if it is called off
     */
    record PaymentReduced(PaymentId payment, When when, BudgetId budget, Split remaining, ActorId by)
            implements PaymentEvent {}
}
