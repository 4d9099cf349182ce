package org.personalbudget.ledger.statement;

import org.personalbudget.ledger.money.Money;

/**
 * One thing that a line, or a part of it, is.
 *
 * @param amount with the sign of the line
 */
public record MatchedItem(Money amount, LineEffect effect) {}
