package org.personalbudget.ledger.pooledfund;

import java.util.Map;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;

/**
 * What a pool's decision needs beside its own state.
 *
 * @param leads who leads each budget that is to be a member; a budget that does not exist is not there
 */
public record PoolFacts(Circumstances at, Map<BudgetId, Funder> leads) {}
