package org.personalbudget.ledger.statement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;

/**
 * A statement of one account as a file holds it. It may name people, so it is never part of an event. Where it has both
 * balances, the opening balance and the booked lines together make the closing one.
 *
 * @param account sort code and account number, also where the file names an IBAN of the United Kingdom, or what else the
 *     file calls it; letters and digits only; empty if it does not name it
 * @param number the bank's number or id of the statement
 * @param from the first day it tells of
 * @param to the last day it tells of
 * @param opening the booked balance before the first line; negative if overdrawn
 * @param closing the booked balance after the last line; negative if overdrawn
 * @param lines in the order of the file; a table that begins with the newest line is turned round
 */
public record BankStatement(
        String account,
        @Nullable String number,
        LocalDate from,
        LocalDate to,
        @Nullable Money opening,
        @Nullable Money closing,
        List<BankLine> lines) {

    public BankStatement {
        lines = List.copyOf(lines);
    }
}
