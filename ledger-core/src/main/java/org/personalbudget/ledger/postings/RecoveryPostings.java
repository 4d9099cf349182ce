package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.*;

import java.util.List;
import java.util.Objects;
import org.personalbudget.ledger.budget.RecoveryEvent;
import org.personalbudget.ledger.budget.RecoveryEvent.ReceiptApplied;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundDue;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundReceived;
import org.personalbudget.ledger.budget.RefundPortion;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.Source;

/** What comes back from suppliers posts, and what receipts turned out to be for. */
final class RecoveryPostings {

    private RecoveryPostings() {}

    static List<JournalEntry> of(RecoveryEvent event) {
        return switch (event) {
            case SupplierRefundDue due -> due(due);
            case SupplierRefundReceived received -> received(received);
            case ReceiptApplied applied -> applied(applied);
        };
    }

    /** One entry for each service period. */
    private static List<JournalEntry> due(SupplierRefundDue event) {
        return event.portions().stream()
                .flatMap(portion -> due(event, portion).stream())
                .toList();
    }

    private static List<JournalEntry> due(SupplierRefundDue event, RefundPortion portion) {
        Subject about = new Subject(event.line(), event.outcome(), event.supplier(), event.account());
        Draft draft = new Draft(event.budget(), event.when(), portion.servicePeriod())
                .post(SUPPLIER_RECOVERY, expenditure(event.category()), portion.split(), about);
        if (event.account() != null) {
            draft.postCoFunders(CO_FUNDER_INCOME, CO_FUNDER_ADVANCES, portion.split(), event.lead(), about);
        }
        return draft.post(CONSUMED, UNCOMMITTED, portion.consumed(), about).entries();
    }

    private static List<JournalEntry> received(SupplierRefundReceived event) {
        Subject about = new Subject(null, null, event.supplier(), event.account());
        Account into = event.account() == null ? BANK : custody(Objects.requireNonNull(event.kind()));
        return new Draft(event.budget(), event.when(), null)
                .post(into, SUPPLIER_RECOVERY, event.split(), about)
                .post(CO_FUNDER_ADVANCES, DUE_FROM_CO_FUNDER, event.settled(), about)
                .entries();
    }

    /** The receipt lies in one book; where it settles what another waits for, the bank's money goes there with it. */
    private static List<JournalEntry> applied(ReceiptApplied event) {
        Subject about = new Subject(null, null, event.supplier(), null);
        Draft draft = new Draft(event.budget(), event.when(), null);
        for (Part part : event.split().parts()) {
            Part unknown = new Part(event.receiptBook(), Source.UNKNOWN, null, part.amount());
            draft.debit(UNALLOCATED_RECEIPTS, unknown, Subject.NONE).credit(settled(event.to()), part, about);
            if (part.book() != event.receiptBook()) {
                draft.debit(BANK, part, Subject.NONE).credit(BANK, unknown, Subject.NONE);
            }
        }
        return draft.post(CO_FUNDER_ADVANCES, DUE_FROM_CO_FUNDER, event.settled(), about)
                .entries();
    }

    private static Account settled(ReceiptTarget to) {
        return switch (to) {
            case CONTRIBUTION -> CONTRIBUTION_RECEIVABLE;
            case RECLAIM -> RECLAIM_RECEIVABLE;
            case SUPPLIER_REFUND -> SUPPLIER_RECOVERY;
            case RECHARGE -> DUE_FROM_CO_FUNDER;
        };
    }
}
