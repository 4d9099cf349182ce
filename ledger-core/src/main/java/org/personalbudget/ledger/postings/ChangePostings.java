package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.DIRECT_PAYMENT_PAYABLE;
import static org.personalbudget.ledger.postings.Account.IN_TRANSIT;
import static org.personalbudget.ledger.postings.Account.custody;

import java.util.List;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ChangeEvent.*;
import org.personalbudget.ledger.money.Part;

/** What changes the course of a budget posts. */
final class ChangePostings {

    private ChangePostings() {}

    static List<JournalEntry> of(ChangeEvent event) {
        return switch (event) {
            case MoneyTransferred transferred -> transferred(transferred);
            case InstalmentReduced reduced -> reduced(reduced);
            // What they change is posted by the facts beside them: allocations, contributions, instalments.
            case BudgetSuspended _, BudgetResumed _, BudgetEnded _, DeathRecorded _ -> List.of();
            // What an account holds stays in it.
            case AccountClosed _ -> List.of();
            // It is public money in the account, and comes back by a reclaim.
            case OverAdvanced _ -> List.of();
            // A proposal changes nothing.
            case UpliftProposed _, CutProposed _ -> List.of();
        };
    }

    private static List<JournalEntry> transferred(MoneyTransferred event) {
        Draft draft = new Draft(event.budget(), event.when(), null);
        for (Part part : event.moved().parts()) {
            draft.debit(custody(event.toKind()), part, Subject.of(event.to()));
            draft.credit(custody(event.fromKind()), part, Subject.of(event.from()));
        }
        return draft.entries();
    }

    private static List<JournalEntry> reduced(InstalmentReduced event) {
        return new Draft(event.budget(), event.when(), event.servicePeriod())
                .post(DIRECT_PAYMENT_PAYABLE, IN_TRANSIT, event.by(), Subject.of(event.account()))
                .entries();
    }
}
