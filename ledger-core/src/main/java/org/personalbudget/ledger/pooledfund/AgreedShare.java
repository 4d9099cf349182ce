package org.personalbudget.ledger.pooledfund;

import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;

/**
 * What one member bears, as agreed.
 *
 * @param basisPoints in hundredths of a percent
 * @param lead of the member's budget, which takes what exceeds the member's money
 */
public record AgreedShare(BudgetId budget, int basisPoints, Funder lead) {}
