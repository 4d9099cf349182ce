package org.personalbudget.ledger.payrun;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * One payment in a run.
 *
 * @param number its place in the run, from 1
 * @param attempt of the payment, from 1
 * @param channel BANK goes into the files; CARD is loaded by the card programme
 * @param details the version of the payee's bank details it goes to; null for a card
 * @param awaited a version that is proposed or cools off while the old one is still paid: an alert; else null
 * @param dueOn when it was to be paid at the latest
 */
public record PayRunItem(
        int number,
        PaymentId payment,
        int attempt,
        BudgetId budget,
        BankPayee payee,
        PaymentPurpose purpose,
        Channel channel,
        @Nullable Integer details,
        @Nullable Integer awaited,
        LocalDate dueOn,
        Money amount) {

    /** The 35 characters by which the bank speaks of this attempt: the payment without hyphens, and two digits. */
    public String endToEndId() {
        return EndToEnd.idOf(payment, attempt);
    }

    /** The same in 18 characters, for Bacs. */
    public String bacsReference() {
        return EndToEnd.bacsReferenceOf(payment, attempt);
    }
}
