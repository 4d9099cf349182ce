package org.personalbudget.ledger.statement;

import java.util.Set;
import org.personalbudget.ledger.kernel.Circumstances;

/**
 * What a decision about a statement needs to know beside it.
 *
 * @param chain the statements of the same account
 * @param known the lines that other statements have brought about the same days
 */
public record StatementFacts(Circumstances at, Chain chain, Set<LineDigest> known) {}
