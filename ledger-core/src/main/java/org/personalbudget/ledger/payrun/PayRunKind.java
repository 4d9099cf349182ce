package org.personalbudget.ledger.payrun;

import java.util.Set;
import org.personalbudget.ledger.payment.PaymentPurpose;

/** What a run is for. */
public enum PayRunKind {
    /** The instalments of a period: every open account gets its regular instalment first. */
    MAIN,
    /** What fell due between two main runs, and what is tried again. */
    CATCH_UP,
    /** What cannot wait. */
    EMERGENCY,
    /** What suppliers are owed. */
    SUPPLIERS;

    /** What is paid by runs of this kind. */
    public Set<PaymentPurpose> purposes() {
        return this == SUPPLIERS
                ? Set.of(PaymentPurpose.PROVIDER)
                : Set.of(PaymentPurpose.INSTALMENT, PaymentPurpose.REFUND);
    }
}
