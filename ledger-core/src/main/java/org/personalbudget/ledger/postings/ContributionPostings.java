package org.personalbudget.ledger.postings;

import java.util.List;
import org.personalbudget.ledger.budget.ContributionEvent;

/** What happens to a contribution after it has fallen due posts. */
final class ContributionPostings {

    private ContributionPostings() {}

    static List<JournalEntry> of(ContributionEvent event) {
        return List.of();
    }
}
