package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.PersonRef;

/**
 * An account as the old system has it.
 *
 * @param balances what it holds, by source
 */
public record TakenAccount(
        AccountKind kind,
        ContributionMethod method,
        @Nullable PersonRef holder,
        Split balances) {}
