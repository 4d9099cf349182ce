package org.personalbudget.ledger.pooledfund;

import org.personalbudget.ledger.terms.BudgetId;

/**
 * What one budget is to bear of what a pool spends.
 *
 * @param basisPoints in hundredths of a percent
 */
public record MemberShare(BudgetId budget, int basisPoints) {}
