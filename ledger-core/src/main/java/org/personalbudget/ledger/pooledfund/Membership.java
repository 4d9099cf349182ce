package org.personalbudget.ledger.pooledfund;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Pots;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;

/**
 * What one budget has in a pool.
 *
 * @param line the plan line that it last paid in for
 * @param committed what is committed of it on that line and not yet consumed
 */
public record Membership(@Nullable LineId line, @Nullable OutcomeId outcome, Pots pots, Money committed, Funder lead) {}
