package org.personalbudget.ledger.payrun;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.RefusalCode;

/**
 * What a run leaves out, and why.
 *
 * @param payee the account or supplier; null where a budget has none
 * @param payment what would have been paid; null where the instalment itself was refused
 * @param amount nothing where the instalment was refused
 * @param code the refusal that is behind it, or null
 */
public record ExcludedPayment(
        BudgetId budget,
        @Nullable BankPayee payee,
        @Nullable PaymentId payment,
        Money amount,
        ExclusionReason reason,
        @Nullable RefusalCode code) {}
