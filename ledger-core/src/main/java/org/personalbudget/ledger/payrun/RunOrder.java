package org.personalbudget.ledger.payrun;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.PayRunId;

/**
 * What was approved for one payment in a run: this attempt, to these details, this amount, and nothing else.
 *
 * @param details the version of the payee's bank details; null for a card
 */
public record RunOrder(PayRunId run, int attempt, @Nullable Integer details, Money amount) {}
