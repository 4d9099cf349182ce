package org.personalbudget.ledger.budget;

import java.util.Map;
import org.personalbudget.ledger.bankdetails.BankDetails;
import org.personalbudget.ledger.invoice.DocumentState;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.payment.PaymentState;
import org.personalbudget.ledger.pooledfund.PoolState;
import org.personalbudget.ledger.receipt.ReceiptState;
import org.personalbudget.ledger.supplier.SupplierState;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * What a budget's decision needs beside its own state.
 *
 * @param at who, when, and under which policy
 * @param supplier the supplier that the command names, if it names one
 * @param payment the payment that the command is about or would make, if any
 * @param instalments where the command may change what has been instructed: every instalment not yet in an account
 * @param payments where the command is about an invoice: what it is paid by
 * @param document what the command hands in, or the invoice it is about, if any
 * @param pool the pool that the command names, if it names one
 * @param receipt the receipt that the command names, if it names one
 * @param details where the payee of that payment is paid, if the command asks
 */
public record BudgetFacts(
        Circumstances at,
        SupplierState supplier,
        PaymentState payment,
        Map<PaymentId, PaymentState> instalments,
        Map<PaymentId, PaymentState> payments,
        DocumentState document,
        PoolState pool,
        ReceiptState receipt,
        BankDetails details) {}
