package org.personalbudget.ledger.budget;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.payment.PaymentState.Payment;

/** What is taken off an instalment that has not been handed to the bank, and from whose part of it. */
final class Takings {

    private Takings() {}

    /** Takes off an instalment what is owed no more. */
    static void reduce(
            Payment payment,
            InstalmentKind kind,
            Money gross,
            Money contribution,
            Split by,
            Draft draft,
            Circumstances at) {
        reduce(payment, kind, gross, contribution, by, false, draft, at);
    }

    /** @param calledOff whether somebody asked for it, though it may be owed */
    static void reduce(
            Payment payment,
            InstalmentKind kind,
            Money gross,
            Money contribution,
            Split by,
            boolean calledOff,
            Draft draft,
            Circumstances at) {
        PaymentInstructed instructed = payment.instructed();
        Split remaining = instructed.split().plus(by.negated());
        draft.add(new InstalmentReduced(
                instructed.budget(),
                at.now(),
                instructed.payment(),
                requireNonNull(instructed.account()),
                requireNonNull(instructed.kind()),
                kind,
                instructed.servicePeriod(),
                gross,
                contribution,
                by,
                remaining.parts().isEmpty(),
                calledOff,
                at.actor().id()));
        draft.add(new PaymentReduced(
                instructed.payment(),
                at.now(),
                instructed.budget(),
                remaining,
                at.actor().id()));
    }

    /** Spreads an amount in proportion to parts of its own sign, by largest remainder. */
    static Split spread(Money amount, List<Part> parts) {
        List<Money> amounts = Shares.split(
                amount,
                parts.stream().map(part -> Math.abs(part.amount().pence())).toList());
        List<Part> spread = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) spread.add(parts.get(i).withAmount(amounts.get(i)));
        return new Split(spread);
    }

    /** Takes an amount out of what there is: from whom it should come as far as their part reaches, then from all. */
    static Split take(Money amount, Split wanted, Split available) {
        Split ideal = wanted.parts().isEmpty() ? Split.NOTHING : spread(amount, wanted.parts());
        List<Part> taken = new ArrayList<>();
        List<Part> left = new ArrayList<>();
        for (Part part : available.parts()) {
            Money first = amountOf(part, ideal).min(part.amount());
            taken.add(part.withAmount(first));
            left.add(part.withAmount(part.amount().minus(first)));
        }
        Split direct = new Split(taken);
        return direct.plus(spread(amount.minus(direct.total()), left));
    }

    private static Money amountOf(Part part, Split split) {
        return split.parts().stream()
                .filter(other -> other.withAmount(Money.ZERO).equals(part.withAmount(Money.ZERO)))
                .map(Part::amount)
                .findFirst()
                .orElse(Money.ZERO);
    }
}
