package org.personalbudget.ledger.postings;

import java.util.List;
import org.personalbudget.ledger.pooledfund.PoolEvent;

/** What a pooled fund posts, in the books of its members. */
final class PoolPostings {

    private PoolPostings() {}

    static List<JournalEntry> of(PoolEvent event) {
        return List.of();
    }
}
