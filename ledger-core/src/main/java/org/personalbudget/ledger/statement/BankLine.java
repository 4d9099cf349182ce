package org.personalbudget.ledger.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.MerchantCode;

/**
 * One line of a statement as a file holds it. It may name people, so it is never part of an event.
 *
 * @param number its place among the lines of the statement, from 1
 * @param place where it stands in the file, such as {@code line 12} or {@code Stmt[1]/Ntry[3]/TxDtls[2]}
 * @param bankReference what the bank calls it; unique in the account where a bank gives one
 * @param bookedOn the day the bank booked it, or took note of it
 * @param valueOn the day from which it counts for interest
 * @param amount what came in; negative for what went out
 * @param endToEndId the payer's reference that travels with a payment, at most 35 characters
 * @param fileReference the file or batch it was paid from: payment information id, message id or Bacs file serial
 * @param text the bank's and the payer's words; empty if there are none
 * @param counterparty the name of who paid or was paid
 * @param counterpartyAccount sort code and account number, or a foreign IBAN; letters and digits only
 * @param merchant the kind of merchant, for a card payment
 * @param returnReason the code with which a payment came back, if this line is a return
 */
public record BankLine(
        int number,
        String place,
        @Nullable String bankReference,
        LocalDate bookedOn,
        @Nullable LocalDate valueOn,
        Money amount,
        LineStatus status,
        @Nullable String endToEndId,
        @Nullable String fileReference,
        String text,
        @Nullable String counterparty,
        @Nullable String counterpartyAccount,
        @Nullable MerchantCode merchant,
        @Nullable String returnReason) {}
