package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.*;

import java.util.List;
import java.util.Objects;
import org.personalbudget.ledger.budget.CustodyEvent;
import org.personalbudget.ledger.budget.CustodyEvent.*;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;

/** What statements show of money in custody posts, and what is taken back of that: the exact mirror. */
final class CustodyPostings {

    private CustodyPostings() {}

    static List<JournalEntry> of(CustodyEvent event) {
        return switch (event) {
            case UnknownCreditReceived received ->
                draft(received)
                        .post(
                                custody(received.kind()),
                                UNALLOCATED_RECEIPTS,
                                Split.of(received.received()),
                                Subject.of(received.account()))
                        .entries();
            case UnknownCreditWithdrawn withdrawn ->
                draft(withdrawn)
                        .post(
                                UNALLOCATED_RECEIPTS,
                                custody(withdrawn.kind()),
                                Split.of(withdrawn.withdrawn()),
                                Subject.of(withdrawn.account()))
                        .entries();
            case AccountCreditUndone undone -> undone(undone);
            case ContributionPaymentUndone undone -> undone(undone);
            // No money moved.
            case CardDeclined _ -> List.of();
        };
    }

    private static List<JournalEntry> undone(AccountCreditUndone event) {
        Subject about = Subject.of(event.account());
        return new Draft(event.budget(), event.when(), event.servicePeriod())
                .post(IN_TRANSIT, custody(event.kind()), event.undone(), about)
                .postCoFunders(CO_FUNDER_ADVANCES, DUE_FROM_CO_FUNDER, event.undone(), event.lead(), about)
                .entries();
    }

    private static List<JournalEntry> undone(ContributionPaymentUndone event) {
        Subject about = new Subject(null, null, null, event.account());
        Account from = event.account() == null ? BANK : custody(Objects.requireNonNull(event.kind()));
        Part owed = Part.client(event.book(), event.undone().amount());
        return draft(event)
                .debit(CONTRIBUTION_RECEIVABLE, owed, about)
                .credit(from, event.undone(), about)
                .entries();
    }

    private static Draft draft(CustodyEvent event) {
        return new Draft(event.budget(), event.when(), null);
    }
}
