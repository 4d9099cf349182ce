package org.personalbudget.ledger.payrun;

import org.personalbudget.ledger.money.Money;

/**
 * One payment in a file.
 *
 * @param endToEndId travels with the payment and comes back on statements and reports; at most 35 characters, made of
 *     the payment and the attempt
 * @param bacsReference the same for Bacs, which has 18 characters
 * @param amount more than nothing
 * @param payee the name of the account it goes to
 * @param sortCode six digits
 * @param accountNumber eight digits
 */
public record PaymentOrder(
        String endToEndId, String bacsReference, Money amount, String payee, String sortCode, String accountNumber) {}
