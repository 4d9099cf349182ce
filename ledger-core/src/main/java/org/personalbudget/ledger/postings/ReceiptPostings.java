package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.BANK;
import static org.personalbudget.ledger.postings.Account.UNALLOCATED_RECEIPTS;

import java.util.List;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptAllocated;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptRecorded;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptWithdrawn;
import org.personalbudget.ledger.terms.Source;

/** What receipts post. They belong to no budget until somebody knows what they are for. */
final class ReceiptPostings {

    private ReceiptPostings() {}

    static List<JournalEntry> of(ReceiptEvent event) {
        return switch (event) {
            case ReceiptRecorded recorded -> recorded(recorded);
            case ReceiptWithdrawn withdrawn -> withdrawn(withdrawn);
            // What it is for is posted by the budget it is for.
            case ReceiptAllocated _ -> List.of();
        };
    }

    private static List<JournalEntry> recorded(ReceiptRecorded event) {
        Part unknown = new Part(event.book(), Source.UNKNOWN, null, event.amount());
        return new Draft(null, event.when(), null)
                .post(BANK, UNALLOCATED_RECEIPTS, Split.of(unknown), Subject.NONE)
                .entries();
    }

    private static List<JournalEntry> withdrawn(ReceiptWithdrawn event) {
        Part unknown = new Part(event.book(), Source.UNKNOWN, null, event.amount());
        return new Draft(null, event.when(), null)
                .post(UNALLOCATED_RECEIPTS, BANK, Split.of(unknown), Subject.NONE)
                .entries();
    }
}
