package org.personalbudget.ledger.statement.ladder;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.LineEffect;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * Something that a line of an account may be.
 *
 * @param key its name among all candidates of the account
 * @param amount as the bank would show it: positive for what comes in
 * @param on the day it is expected, or has effect
 * @param references by which it may be quoted: end-to-end ids, and what is printed on notices
 * @param file the file it was paid from, where it was
 * @param counterparties accounts from which, or to which, the like of it was paid before
 * @param payers names of who may pay it
 * @param effect what matching it does
 */
public record Candidate(
        String key,
        CandidateKind kind,
        Money amount,
        LocalDate on,
        @Nullable BudgetId budget,
        Set<LineDigest> references,
        @Nullable LineDigest file,
        Set<LineDigest> counterparties,
        Set<LineDigest> payers,
        LineEffect effect) {

    public Candidate {
        references = Set.copyOf(references);
        counterparties = Set.copyOf(counterparties);
        payers = Set.copyOf(payers);
    }
}
