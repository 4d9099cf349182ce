package org.personalbudget.ledger.bankdetails;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;

/** Everything that can happen to where somebody is paid. The details themselves are in the register. */
public sealed interface BankDetailsEvent extends Event {

    BankPayee payee();

    /** Of the custody account or the person; null for a supplier. */
    @Nullable
    BudgetId budget();

    @Override
    default StreamId stream() {
        return payee().stream();
    }

    /** They were laid before a second person. */
    record BankDetailsProposed(
            BankPayee payee,
            When when,
            int version,
            @Nullable BudgetId budget,
            Note details,
            ModulusOutcome modulus,
            PayeeCheck check,
            ActorId by)
            implements BankDetailsEvent {}

    /**
     * A second person agreed.
     *
     * @param inForceFrom from when on they are paid to: at once for a first set, else after the cooling-off
     */
    record BankDetailsApproved(
            BankPayee payee,
            When when,
            int version,
            @Nullable BudgetId budget,
            @Nullable Note evidence,
            Instant inForceFrom,
            ActorId by)
            implements BankDetailsEvent {}

    /**
     * Nothing is paid there any more.
     *
     * @param code why the bank sent a payment back, or null if somebody had another reason
     * @param payment the one that came back, or null
     */
    record BankDetailsBlocked(
            BankPayee payee,
            When when,
            int version,
            @Nullable BudgetId budget,
            @Nullable ReturnCode code,
            @Nullable PaymentId payment,
            @Nullable Note reason,
            ActorId by)
            implements BankDetailsEvent {}
}
