package org.personalbudget.payments.bankcsv;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;

/** The balances of a table, each of which follows from the one before and what was booked since. */
final class BalanceChain {

    private Money booked = Money.ZERO;
    private @Nullable Money opening;

    /** @param balance after the line, if the row has one; what has not been booked has no part in it */
    void add(BankLine line, @Nullable Money balance) throws FileUnreadable {
        if (line.status() != LineStatus.BOOKED) return;
        booked = booked.plus(line.amount());
        if (balance == null) return;
        if (opening == null) opening = balance.minus(booked);
        Money expected = opening.plus(booked);
        if (expected.equals(balance)) return;
        throw new FileUnreadable(
                Fault.OUT_OF_BALANCE,
                line.place(),
                "The balance is " + balance + "; by the rows before it is " + expected + ".");
    }

    @Nullable
    Money opening() {
        return opening;
    }

    @Nullable
    Money closing() {
        return opening == null ? null : opening.plus(booked);
    }
}
