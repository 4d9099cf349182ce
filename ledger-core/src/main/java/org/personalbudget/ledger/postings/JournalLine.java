package org.personalbudget.ledger.postings;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/**
 * One line of a journal entry: a debit or a credit, never both and never negative.
 *
 * @param source whose money it is
 * @param book the funder in whose book it lies
 * @param ringFence the one-off payment that set the money aside, or null for money that is free
 * @param debit in pence, zero for a credit
 * @param credit in pence, zero for a debit
 */
public record JournalLine(
        Account account,
        Source source,
        Funder book,
        @Nullable PaymentId ringFence,
        Money debit,
        Money credit,
        Subject about) {}
