package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.*;

import java.util.List;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payment.PaymentEvent.*;
import org.personalbudget.ledger.payment.PaymentPurpose;

/**
 * What the life of a payment posts: between what is owed and the council's bank or card programme. What arrives in a
 * custody account, or is paid from one, is posted by the budget.
 */
final class PaymentPostings {

    private PaymentPostings() {}

    static List<JournalEntry> of(PaymentEvent event) {
        return switch (event) {
            // What is owed was posted when it was decided.
            case PaymentInstructed _ -> List.of();
            case PaymentSubmitted submitted -> submitted(submitted);
            case PaymentSettled settled -> settled(settled);
            case SettlementUndone undone -> undone(undone);
            case PaymentReturned returned -> returned(returned);
            case PaymentReissued reissued -> reissued(reissued);
            // What is owed less was posted by the budget: InstalmentReduced.
            case PaymentReduced _ -> List.of();
        };
    }

    private static List<JournalEntry> submitted(PaymentSubmitted event) {
        return switch (event.channel()) {
            case BANK -> entry(event, owed(event.purpose()), PAYMENT_CLEARING, event.split());
            case CARD -> entry(event, owed(event.purpose()), CARD_PROGRAMME, event.split());
            // The account pays; nothing leaves the council.
            case ACCOUNT -> List.of();
        };
    }

    private static List<JournalEntry> settled(PaymentSettled event) {
        return switch (event.channel()) {
            case BANK -> entry(event, PAYMENT_CLEARING, BANK, event.split());
            // The programme's balance fell when the load was submitted; an account's payment is posted by the budget.
            case CARD, ACCOUNT -> List.of();
        };
    }

    private static List<JournalEntry> undone(SettlementUndone event) {
        return switch (event.channel()) {
            case BANK -> entry(event, BANK, PAYMENT_CLEARING, event.split());
            // Its settlement had posted nothing, or the budget posts it: ProviderPaymentReturnedToAccount.
            case CARD, ACCOUNT -> List.of();
        };
    }

    private static List<JournalEntry> returned(PaymentReturned event) {
        return switch (event.stage()) {
            case BEFORE_SETTLEMENT -> rejected(event);
            case AFTER_SETTLEMENT -> cameBack(event);
            // Posted by the budget, since the money leaves the account: AccountCreditReversed.
            case AFTER_CREDIT -> List.of();
        };
    }

    private static List<JournalEntry> rejected(PaymentReturned event) {
        return switch (event.channel()) {
            case BANK -> entry(event, PAYMENT_CLEARING, owed(event.purpose()), event.split());
            case CARD -> entry(event, CARD_PROGRAMME, owed(event.purpose()), event.split());
            case ACCOUNT -> List.of();
        };
    }

    private static List<JournalEntry> cameBack(PaymentReturned event) {
        Account waiting = switch (event.purpose()) {
            case INSTALMENT -> IN_TRANSIT;
            case PROVIDER -> SUPPLIER_PAYABLE;
            case REFUND -> CONTRIBUTION_REFUNDS;
        };
        return switch (event.channel()) {
            case BANK -> entry(event, BANK, waiting, event.split());
            case CARD -> entry(event, CARD_PROGRAMME, waiting, event.split());
            // Posted by the budget, since the money is back in the account: ProviderPaymentReturnedToAccount.
            case ACCOUNT -> List.of();
        };
    }

    /** An instalment that had left the bank waits in transit; what was rejected before, and a supplier's, is still owed. */
    private static List<JournalEntry> reissued(PaymentReissued event) {
        return switch (event.purpose()) {
            case PROVIDER, REFUND -> List.of();
            case INSTALMENT ->
                switch (event.after()) {
                    case BEFORE_SETTLEMENT -> List.of();
                    case AFTER_SETTLEMENT, AFTER_CREDIT ->
                        entry(event, IN_TRANSIT, DIRECT_PAYMENT_PAYABLE, event.split());
                };
        };
    }

    private static Account owed(PaymentPurpose purpose) {
        return switch (purpose) {
            case INSTALMENT -> DIRECT_PAYMENT_PAYABLE;
            case PROVIDER -> SUPPLIER_PAYABLE;
            case REFUND -> CONTRIBUTION_REFUNDS;
        };
    }

    private static List<JournalEntry> entry(PaymentEvent event, Account debit, Account credit, Split split) {
        return new Draft(event.budget(), event.when(), null)
                .post(debit, credit, split, Subject.NONE)
                .entries();
    }
}
