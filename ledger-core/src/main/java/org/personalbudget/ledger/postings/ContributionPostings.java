package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.CONTRIBUTION_INCOME;
import static org.personalbudget.ledger.postings.Account.CONTRIBUTION_RECEIVABLE;
import static org.personalbudget.ledger.postings.Account.CONTRIBUTION_REFUNDS;
import static org.personalbudget.ledger.postings.Account.custody;

import java.util.List;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.ContributionEvent.*;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;

/** What happens to a contribution after it has fallen due posts. */
final class ContributionPostings {

    private ContributionPostings() {}

    static List<JournalEntry> of(ContributionEvent event) {
        return switch (event) {
            case ContributionAdjusted adjusted -> adjusted(adjusted);
            case ClientMoneyReleased released -> released(released);
            case ContributionRefunded refunded -> refunded(refunded);
            // They say what other facts of the same decision have posted.
            case ArrearsAlertRaised _, ArrearsReviewRaised _ -> List.of();
        };
    }

    /** Income changes by the difference; a decrease lowers what is owed, and what was paid of it is owed back. */
    private static List<JournalEntry> adjusted(ContributionAdjusted event) {
        Subject about = new Subject(null, null, null, event.account());
        Money change = event.after().minus(event.before());
        Money receivable = change.plus(event.toRefund());
        return new Draft(event.budget(), event.when(), event.servicePeriod())
                .debit(CONTRIBUTION_RECEIVABLE, Part.client(event.book(), receivable), about)
                .credit(CONTRIBUTION_INCOME, Part.client(event.book(), change), about)
                .credit(CONTRIBUTION_REFUNDS, Part.client(event.book(), event.toRefund()), about)
                .entries();
    }

    private static List<JournalEntry> released(ClientMoneyReleased event) {
        Subject about = Subject.of(event.account());
        return new Draft(event.budget(), event.when(), event.servicePeriod())
                .debit(custody(event.kind()), Part.of(event.book(), event.amount()), about)
                .credit(custody(event.kind()), Part.client(event.book(), event.amount()), about)
                .entries();
    }

    /** What was owed back already waits in 2300; what was only overpaid joins it there. */
    private static List<JournalEntry> refunded(ContributionRefunded event) {
        return new Draft(event.budget(), event.when(), null)
                .post(
                        CONTRIBUTION_RECEIVABLE,
                        CONTRIBUTION_REFUNDS,
                        Split.of(Part.client(event.book(), event.fromCredit())),
                        Subject.NONE)
                .entries();
    }
}
