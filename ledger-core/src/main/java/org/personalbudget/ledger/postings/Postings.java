package org.personalbudget.ledger.postings;

import java.util.List;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent;
import org.personalbudget.ledger.intake.IntakeEvent;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.payrun.PaymentReportEvent;
import org.personalbudget.ledger.period.PeriodEvent;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;

/** The journal: what each event posts. A function of one event alone, so that it can be taken again at any time. */
public final class Postings {

    private Postings() {}

    /**
     * The balanced entries of one event, in a fixed order; none for an event that moves no money.
     *
     * @throws IllegalArgumentException for an event of a family that the journal does not know
     */
    public static List<JournalEntry> of(Event event) {
        return switch (event) {
            case BudgetEvent budget -> BudgetPostings.of(budget);
            case PaymentEvent payment -> PaymentPostings.of(payment);
            case ReceiptEvent receipt -> ReceiptPostings.of(receipt);
            case CardProgrammeEvent programme -> CardProgrammePostings.of(programme);
            // What a line does is posted where it is decided.
            case StatementEvent _, ChainEvent _ -> List.of();
            case PoolEvent pool -> PoolPostings.of(pool);
            // What an invoice costs is posted by the budget it is for.
            case DocumentEvent _ -> List.of();
            // What a batch does is posted budget by budget.
            case BulkChangeEvent _, TakeOnBatchEvent _, IntakeEvent _ -> List.of();
            // A supplier is somebody who may be paid; what is owed to them stands in the budgets.
            case SupplierEvent _ -> List.of();
            // Where somebody is paid, and what is paid together, moves no money: each payment does.
            case BankDetailsEvent _, PayRunEvent _, PaymentReportEvent _ -> List.of();
            // A period says when something may be posted, and posts nothing itself.
            case PeriodEvent _ -> List.of();
            // A policy is a rule; what is decided under it stands where it is decided.
            case PolicyEvent _ -> List.of();
            // A refusal changes nothing.
            case CommandRefused _ -> List.of();
            default -> throw new IllegalArgumentException("the journal does not know " + event.getClass());
        };
    }
}
