package org.personalbudget.projections.payables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;

/**
 * One payment, as far as it has got.
 *
 * @param position where it was first recorded; lists are in this order
 * @param channel null while it is held
 * @param servicePeriod the (first) period it is for; null while it is held
 * @param amount what is to be paid, or was
 * @param instructed what was to be paid at first; what the amount falls short of it was called off before submission
 * @param standing HELD, or how far it has got
 * @param standingOn the date that standing took effect
 * @param attempt counts from 1; 0 while it is held
 * @param returnCode why the last attempt came back, if it did
 * @param reasons why it is held
 */
public record PaymentView(
        PaymentId paymentId,
        BudgetId budgetId,
        long position,
        Instant recordedAt,
        PaymentPurpose purpose,
        @Nullable Channel channel,
        @Nullable AccountId accountId,
        @Nullable SupplierId supplierId,
        @Nullable InvoiceNumber invoice,
        @Nullable LineId lineId,
        @Nullable PeriodId servicePeriod,
        Money amount,
        Money instructed,
        Standing standing,
        LocalDate standingOn,
        int attempt,
        @Nullable ReturnCode returnCode,
        List<SpendReason> reasons,
        @Nullable Instalment instalment) {

    /** How far a payment has got. */
    public enum Standing {
        HELD,
        INSTRUCTED,
        SUBMITTED,
        LEFT_BANK,
        CREDITED,
        SETTLED,
        RETURNED,
        /** Called off before it was submitted. */
        CANCELLED
    }

    /** What an instalment was worked out from: payable = gross − contribution. */
    public record Instalment(String kind, Money gross, Money contribution, Money payable) {}
}
