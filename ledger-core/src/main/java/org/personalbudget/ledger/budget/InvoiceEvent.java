package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.AssessedLine;
import org.personalbudget.ledger.invoice.DeliveredVisit;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.Reason;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRefundId;
import org.personalbudget.ledger.terms.Units;

/** What becomes of invoices. What they cost the budget is told by {@link BudgetEvent.ProviderPaymentAuthorised}. */
public sealed interface InvoiceEvent extends BudgetEvent {

    /**
     * An invoice went through the rules: when it was handed in, and again when it is released.
     *
     * @param service the days it is for
     * @param lines what is in order of each
     * @param approved what is paid; nothing while it is held
     * @param disputed what is not in order
     * @param dueOn when it is to be paid
     * @param enteredBy who handed it in
     */
    record InvoiceAssessed(
            BudgetId budget,
            When when,
            InvoiceId invoice,
            SupplierId supplier,
            InvoiceNumber number,
            LocalDate issuedOn,
            DateRange service,
            List<AssessedLine> lines,
            Money net,
            Money tax,
            Money gross,
            InvoiceStanding standing,
            List<Reason> reasons,
            Money approved,
            Money disputed,
            LocalDate dueOn,
            ActorId enteredBy)
            implements InvoiceEvent {}

    /**
     * Some of an invoice is paid, with this payment. The cost is posted beside it, line by line; here is what a budget
     * does not bear.
     *
     * @param lines what is paid for; together with tax and rounding all that the payment pays
     * @param tax VAT that the council recovers
     * @param rounding what is paid beside the exact price; may be negative
     * @param servicePeriod the last that it is for
     * @param settles how much of what was disputed is no more
     * @param reason why it is paid after all, if somebody said
     */
    record InvoiceApproved(
            BudgetId budget,
            When when,
            InvoiceId invoice,
            PaymentId payment,
            SupplierId supplier,
            List<ApprovedLine> lines,
            Split tax,
            Split rounding,
            PeriodId servicePeriod,
            @Nullable AccountId account,
            @Nullable AccountKind kind,
            Funder lead,
            Money settles,
            @Nullable Note reason,
            ActorId by)
            implements InvoiceEvent {

        /** What the supplier is paid. */
        public Money payable() {
            Money cost = lines.stream().map(ApprovedLine::cost).reduce(Money.ZERO, Money::plus);
            return cost.plus(tax.total()).plus(rounding.total());
        }
    }

    /** What is paid for of a line. */
    record ApprovedLine(InvoiceLineId line, LineId planLine, DateRange service, Units units, Money cost) {}

    /** What was approved is not paid, as far as it was not handed over: it is disputed now. */
    record InvoiceDisputed(
            BudgetId budget,
            When when,
            InvoiceId invoice,
            SupplierId supplier,
            List<Withdrawal> withdrawals,
            Funder lead,
            @Nullable Note reason,
            ActorId by)
            implements InvoiceEvent {

        /** What is not paid. */
        public Money amount() {
            return Withdrawal.total(withdrawals);
        }
    }

    /** A second person has found that what was held is no duplicate. */
    record InvoiceReleased(
            BudgetId budget,
            When when,
            InvoiceId invoice,
            @Nullable Note reason,
            ActorId by) implements InvoiceEvent {}

    /**
     * What was held or disputed will not be paid.
     *
     * @param declined how much was disputed; nothing of what was held
     * @param lapsed what is not ordered any more with that
     */
    record InvoiceRejected(
            BudgetId budget,
            When when,
            InvoiceId invoice,
            Money declined,
            List<LapsedOrder> lapsed,
            @Nullable Note reason,
            ActorId by)
            implements InvoiceEvent {}

    /** What was ordered for a service period and will not be paid. */
    record LapsedOrder(LineId line, PeriodId period, Money amount) {}

    /**
     * The supplier took some of an invoice back.
     *
     * @param againstDispute what of it was disputed: it moves no money
     * @param withdrawals what of it was approved and not handed over
     * @param refund under which the supplier owes back the rest, which was paid
     * @param refunds by payment, what that is
     * @param lapsed what is not ordered any more with that
     */
    record CreditNoteRecorded(
            BudgetId budget,
            When when,
            InvoiceId creditNote,
            InvoiceNumber number,
            InvoiceId invoice,
            SupplierId supplier,
            LocalDate issuedOn,
            Money gross,
            Money againstDispute,
            List<Withdrawal> withdrawals,
            @Nullable SupplierRefundId refund,
            List<Refunded> refunds,
            List<LapsedOrder> lapsed,
            Funder lead,
            ActorId enteredBy)
            implements InvoiceEvent {

        /**
         * What is owed back of a payment.
         *
         * @param cost what the budget had borne of it, as {@link RecoveryEvent.SupplierRefundDue} has it line by line
         * @param tax what of it is VAT that the council had recovered
         */
        public record Refunded(PaymentId payment, Money cost, Split tax) {}

        /** How much the supplier owes back. */
        public Money refunded() {
            return refunds.stream()
                    .map(each -> each.cost().plus(each.tax().total()))
                    .reduce(Money.ZERO, Money::plus);
        }

        /** What of that is VAT that the council had recovered. */
        public Split refundedTax() {
            return refunds.stream().map(Refunded::tax).reduce(Split.NOTHING, Split::plus);
        }
    }

    /** Visits were delivered, at most 500 in one event; none of them had been told before. */
    record ActualsRecorded(BudgetId budget, When when, SupplierId supplier, List<DeliveredVisit> visits, ActorId by)
            implements InvoiceEvent {}
}
