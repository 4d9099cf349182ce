package org.personalbudget.ledger.money;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/**
 * A part of an amount: in whose book, from which source, and from which ring-fence if any.
 *
 * @param book the funder whose book it is in
 * @param source whose money it is
 * @param ringFence the one-off payment that set the money aside, or null for money that is free
 * @param amount in pence
 */
public record Part(Funder book, Source source, @Nullable PaymentId ringFence, Money amount) {

    public static Part of(Funder funder, Money amount) {
        return new Part(funder, funder.source(), null, amount);
    }

    public static Part client(Funder book, Money amount) {
        return new Part(book, Source.CLIENT, null, amount);
    }

    public Part withAmount(Money other) {
        return new Part(book, source, ringFence, other);
    }
}
