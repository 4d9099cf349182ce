package org.personalbudget.projections.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.personalbudget.ledger.money.Money;

/**
 * Every account with what was debited and credited to it.
 *
 * @param accounts in the order of their codes; accounts without any line are left out
 * @param difference debits − credits of all accounts together; law 1 says that it is 0.00
 */
public record TrialBalance(LocalDate effective, Instant known, List<Row> accounts, Money difference) {

    /**
     * One account.
     *
     * @param code four digits of the chart of accounts
     * @param balance debit − credit: negative for what is owed
     */
    public record Row(int code, String name, Money debit, Money credit, Money balance) {}
}
