package org.personalbudget.ledger.receipt;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.ReceiptId;

/** Everything that can happen to a receipt. */
public sealed interface ReceiptEvent extends Event {

    ReceiptId receipt();

    @Override
    default StreamId stream() {
        return receipt().stream();
    }

    /**
     * Money came to the council's bank.
     *
     * @param book whose bank it came to
     */
    record ReceiptRecorded(
            ReceiptId receipt,
            When when,
            Funder book,
            Money amount,
            @Nullable Note reference,
            ActorId by) implements ReceiptEvent {}

    /** It was no receipt: the exact mirror, on the same day. */
    record ReceiptWithdrawn(ReceiptId receipt, When when, Funder book, Money amount, ActorId by)
            implements ReceiptEvent {}

    /** Some of it was for this budget, which posts it. */
    record ReceiptAllocated(ReceiptId receipt, When when, BudgetId budget, Money amount, ActorId by)
            implements ReceiptEvent {}
}
