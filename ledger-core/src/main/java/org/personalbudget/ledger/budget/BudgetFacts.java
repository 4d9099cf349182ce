package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.payment.PaymentState;
import org.personalbudget.ledger.supplier.SupplierState;

/**
 * What a budget's decision needs beside its own state.
 *
 * @param at who, when, and under which policy
 * @param supplier the supplier that the command names, if it names one
 * @param payment the payment that the command is about or would make, if any
 */
public record BudgetFacts(Circumstances at, SupplierState supplier, PaymentState payment) {}
