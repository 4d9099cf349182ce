package org.personalbudget.ledger.payrun;

/**
 * The account that pays.
 *
 * @param name as the bank knows it
 * @param sortCode six digits
 * @param accountNumber eight digits
 * @param serviceUserNumber the six digits under which Bacs knows the payer
 */
public record Payer(String name, String sortCode, String accountNumber, String serviceUserNumber) {}
