package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.*;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.budget.InvoiceEvent.*;
import org.personalbudget.ledger.budget.RefundPortion;
import org.personalbudget.ledger.budget.Withdrawal;
import org.personalbudget.ledger.budget.Withdrawal.WithdrawnLine;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.SupplierId;

/** What invoices post beside what their lines cost, which {@code ProviderPaymentAuthorised} posts. */
final class InvoicePostings {

    private InvoicePostings() {}

    static List<JournalEntry> of(InvoiceEvent event) {
        return switch (event) {
            case InvoiceApproved approved -> approved(approved);
            case InvoiceDisputed disputed ->
                withdrawn(disputed, disputed.withdrawals(), disputed.supplier(), disputed.lead());
            case CreditNoteRecorded credited -> credited(credited);
            // What an invoice asks for is nobody's expenditure before it is approved, and what was never paid moves
            // nothing.
            case InvoiceAssessed _, InvoiceReleased _, InvoiceRejected _ -> List.of();
            // What was delivered is owed when it is billed.
            case ActualsRecorded _ -> List.of();
        };
    }

    private static List<JournalEntry> approved(InvoiceApproved event) {
        Subject about = about(event.supplier(), event.account());
        Draft draft = new Draft(event.budget(), event.when(), event.servicePeriod())
                .post(VAT_RECOVERABLE, SUPPLIER_PAYABLE, event.tax(), about)
                .post(ROUNDING, SUPPLIER_PAYABLE, event.rounding(), about);
        if (event.account() != null) {
            draft.postCoFunders(CO_FUNDER_ADVANCES, CO_FUNDER_INCOME, event.rounding(), event.lead(), about);
        }
        return draft.entries();
    }

    private static List<JournalEntry> credited(CreditNoteRecorded event) {
        List<JournalEntry> entries =
                new ArrayList<>(withdrawn(event, event.withdrawals(), event.supplier(), event.lead()));
        // What the budget had borne of what was paid is posted by SupplierRefundDue.
        entries.addAll(new Draft(event.budget(), event.when(), null)
                .post(SUPPLIER_RECOVERY, VAT_RECOVERABLE, event.refundedTax(), about(event.supplier(), null))
                .entries());
        return entries;
    }

    private static List<JournalEntry> withdrawn(
            InvoiceEvent event, List<Withdrawal> withdrawals, SupplierId supplier, Funder lead) {
        List<JournalEntry> entries = new ArrayList<>();
        for (Withdrawal each : withdrawals) {
            for (WithdrawnLine line : each.lines()) entries.addAll(withdrawn(event, each, line, supplier, lead));
            entries.addAll(beside(event, each, supplier, lead));
        }
        return entries;
    }

    /** One entry for each service period. */
    private static List<JournalEntry> withdrawn(
            InvoiceEvent event, Withdrawal of, WithdrawnLine line, SupplierId supplier, Funder lead) {
        Subject about = new Subject(line.line(), line.outcome(), supplier, of.account());
        List<JournalEntry> entries = new ArrayList<>();
        for (RefundPortion portion : line.portions()) {
            Draft draft = draft(event, portion.servicePeriod())
                    .post(SUPPLIER_PAYABLE, expenditure(line.category()), portion.split(), about);
            if (of.account() != null) {
                draft.postCoFunders(CO_FUNDER_INCOME, CO_FUNDER_ADVANCES, portion.split(), lead, about);
            }
            entries.addAll(
                    draft.post(CONSUMED, UNCOMMITTED, portion.consumed(), about).entries());
        }
        return entries;
    }

    private static List<JournalEntry> beside(InvoiceEvent event, Withdrawal of, SupplierId supplier, Funder lead) {
        Subject about = about(supplier, of.account());
        Draft draft = draft(event, null)
                .post(SUPPLIER_PAYABLE, VAT_RECOVERABLE, of.tax(), about)
                .post(SUPPLIER_PAYABLE, ROUNDING, of.rounding(), about);
        if (of.account() != null) {
            draft.postCoFunders(CO_FUNDER_INCOME, CO_FUNDER_ADVANCES, of.rounding(), lead, about);
        }
        return draft.entries();
    }

    private static Draft draft(InvoiceEvent event, @Nullable PeriodId period) {
        return new Draft(event.budget(), event.when(), period);
    }

    private static Subject about(SupplierId supplier, @Nullable AccountId account) {
        return new Subject(null, null, supplier, account);
    }
}
