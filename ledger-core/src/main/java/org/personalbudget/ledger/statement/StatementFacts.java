package org.personalbudget.ledger.statement;

import java.util.List;
import java.util.Set;
import org.personalbudget.ledger.kernel.Circumstances;

/**
 * What a decision about a statement needs to know beside it.
 *
 * @param beside for each statement that is to be imported, in the order of the file
 */
public record StatementFacts(Circumstances at, List<Beside> beside) {

    public StatementFacts {
        beside = List.copyOf(beside);
    }

    /**
     * What one import needs to know.
     *
     * @param there what has become of the statement, if it has come before
     * @param chain the statements of the same account
     * @param known the lines that other statements have brought about the same days
     */
    record Beside(StatementState there, Chain chain, Set<LineDigest> known) {}
}
