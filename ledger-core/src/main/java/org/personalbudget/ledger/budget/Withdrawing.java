package org.personalbudget.ledger.budget;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.Invoice.Paying;
import org.personalbudget.ledger.budget.InvoiceEvent.CreditNoteRecorded.Refunded;
import org.personalbudget.ledger.budget.Withdrawal.WithdrawnLine;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.payment.PaymentState;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.payment.PaymentState.Step;
import org.personalbudget.ledger.terms.PaymentId;

/** What of an invoice's payments can still be kept back, and what has to come back from the supplier. */
final class Withdrawing {

    private final Invoice invoice;
    private final Budget budget;
    private final Map<PaymentId, PaymentState> payments;

    Withdrawing(Invoice invoice, Budget budget, Map<PaymentId, PaymentState> payments) {
        this.invoice = invoice;
        this.budget = budget;
        this.payments = payments;
    }

    /** How an amount is made up of what the budget bears, VAT that the council recovers, and rounding. */
    private record Made(Money cost, Money tax, Money rounding) {}

    /** What is not handed over: it waits, or came back. */
    Money unpaid() {
        return total(false);
    }

    /** What was handed over, and can only come back. */
    Money paid() {
        return total(true);
    }

    private Money total(boolean handedOver) {
        return invoice.payments().stream()
                .filter(paying -> isHandedOver(paying) == handedOver)
                .map(Paying::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private boolean isHandedOver(Paying paying) {
        Payment payment = payment(paying);
        return payment != null && payment.step() != Step.INSTRUCTED && payment.step() != Step.RETURNED;
    }

    private @Nullable Payment payment(Paying paying) {
        return payments.get(paying.payment()) instanceof Payment there ? there : null;
    }

    /** This much of what was not handed over, payment by payment. */
    List<Withdrawal> keepBack(Money amount) {
        List<Withdrawal> withdrawals = new ArrayList<>();
        Money left = amount;
        for (Paying paying : invoice.payments()) {
            if (isHandedOver(paying) || !left.isPositive() || !paying.amount().isPositive()) continue;
            Money part = left.min(paying.amount());
            withdrawals.add(withdrawal(paying, made(paying, part)));
            left = left.minus(part);
        }
        return withdrawals;
    }

    /** Makes the payments that much lower; with nothing left, they are called off. */
    void reduce(List<Withdrawal> withdrawals, Draft draft, Circumstances at) {
        for (Withdrawal each : withdrawals) {
            Payment payment = (Payment) payments.get(each.payment());
            if (payment == null) throw new IllegalStateException("an invoice is paid by payments that are there");
            Split remaining = payment.instructed().split().minus(each.split());
            draft.add(new PaymentReduced(
                    each.payment(),
                    at.now(),
                    budget.terms().budget(),
                    remaining,
                    at.actor().id()));
        }
    }

    /** This much of what was handed over, payment by payment. */
    List<Refunded> askBack(Money amount) {
        List<Refunded> refunds = new ArrayList<>();
        Money left = amount;
        for (Paying paying : invoice.payments()) {
            if (!isHandedOver(paying) || !left.isPositive() || !paying.amount().isPositive()) continue;
            Money part = left.min(paying.amount());
            Made made = made(paying, part);
            // What was rounded in the supplier's favour comes back as what it was paid for.
            refunds.add(new Refunded(
                    paying.payment(),
                    made.cost().plus(made.rounding()).min(budget.recoveries().left(paying.payment())),
                    paying.tax().part(made.tax(), budget.lead())));
            left = left.minus(part);
        }
        return refunds;
    }

    private Made made(Paying paying, Money part) {
        Money rounding = paying.rounding().total();
        Money tax = paying.tax().total();
        if (part.equals(paying.amount())) {
            return new Made(part.minus(tax).minus(rounding), tax, rounding);
        }
        Money bare = paying.amount().minus(rounding);
        Money within = part.min(bare);
        Money itsTax = within.timesRatio(tax.pence(), bare.pence(), RoundingMode.HALF_UP);
        return new Made(within.minus(itsTax), itsTax, part.minus(within));
    }

    private Withdrawal withdrawal(Paying paying, Made made) {
        List<Recoveries.Paid> parts = budget.recoveries().part(paying.payment(), made.cost(), budget.lead());
        Recoveries.Paid first = budget.recoveries().of(paying.payment()).getFirst();
        return new Withdrawal(
                paying.payment(),
                parts.stream().map(Withdrawing::line).toList(),
                paying.tax().part(made.tax(), budget.lead()),
                made.rounding().equals(paying.rounding().total())
                        ? paying.rounding()
                        : paying.rounding().part(made.rounding(), budget.lead()),
                first.account(),
                first.kind());
    }

    private static WithdrawnLine line(Recoveries.Paid part) {
        return new WithdrawnLine(part.line(), part.outcome(), part.category(), part.portions());
    }
}
