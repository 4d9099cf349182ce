package org.personalbudget.ledger.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.ChainEvent.StatementChained;

/**
 * The statements of one account, by the day they end on.
 *
 * @param owner the account as its files name it, or null before the first
 */
public record Chain(@Nullable LineDigest owner, PVector<Link> links) {

    public static final Chain NONE = new Chain(null, TreePVector.empty());

    /** One statement: the balances before and after the lines that were taken from it. */
    public record Link(StatementId statement, LocalDate from, LocalDate to, Money opening, Money closing) {}

    /** The statements that tell of some of these days. */
    List<Link> overlapping(DateRange days) {
        return links.stream()
                .filter(link ->
                        new DateRange(link.from(), link.to()).overlap(days).isPresent())
                .toList();
    }

    /** The last that ends no later than this day. */
    Optional<Link> before(LocalDate to) {
        int place = place(to);
        return place == 0 ? Optional.empty() : Optional.of(links.get(place - 1));
    }

    /** The first that ends later than this day. */
    Optional<Link> after(LocalDate to) {
        int place = place(to);
        return place == links.size() ? Optional.empty() : Optional.of(links.get(place));
    }

    private int place(LocalDate to) {
        int place = links.size();
        while (place > 0 && links.get(place - 1).to().isAfter(to)) place--;
        return place;
    }

    Chain join(StatementChained event) {
        Link link = new Link(event.statement(), event.from(), event.to(), event.opening(), event.closing());
        return new Chain(event.owner(), links.plus(place(event.to()), link));
    }
}
