package org.personalbudget.ledger.postings;

import java.util.List;
import org.personalbudget.ledger.budget.ChangeEvent;

/** What changes the course of a budget posts. */
final class ChangePostings {

    private ChangePostings() {}

    static List<JournalEntry> of(ChangeEvent event) {
        return List.of();
    }
}
