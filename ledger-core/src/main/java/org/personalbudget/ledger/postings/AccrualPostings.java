package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.ACCRUED_CARE;
import static org.personalbudget.ledger.postings.Account.expenditure;

import java.util.List;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.AccrualEvent.*;
import org.personalbudget.ledger.budget.AccruedLine;

/** What accruals post, and what takes them back. The order itself stands: the memorandum accounts do not move. */
final class AccrualPostings {

    private AccrualPostings() {}

    static List<JournalEntry> of(AccrualEvent event) {
        return switch (event) {
            case CareAccrued accrued -> accrued(accrued);
            case AccrualReversed reversed -> reversed(reversed);
        };
    }

    private static List<JournalEntry> accrued(CareAccrued event) {
        Draft draft = new Draft(event.budget(), event.when(), event.servicePeriod());
        for (AccruedLine line : event.lines()) {
            Subject about = new Subject(line.line(), line.outcome(), line.supplier(), null);
            draft.post(expenditure(line.category()), ACCRUED_CARE, line.split(), about);
        }
        return draft.entries();
    }

    private static List<JournalEntry> reversed(AccrualReversed event) {
        Subject about = new Subject(event.line(), event.outcome(), event.supplier(), null);
        return new Draft(event.budget(), event.when(), event.servicePeriod())
                .post(ACCRUED_CARE, expenditure(event.category()), event.split(), about)
                .entries();
    }
}
