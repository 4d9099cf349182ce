package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.FundingEvent.FundingRestated;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Funder;

/**
 * What was paid for a period is borne as its shares are now. Only what differs from what was said before is recorded,
 * so that it may be asked at any time; sources of money in accounts stay as they are.
 */
final class Refunding {

    private Refunding() {}

    /** Restates every period that anything was paid for. */
    static void follow(Draft draft, Circumstances at) {
        for (PeriodId period : draft.budget().funding().outlays().periods()) follow(period, draft, at);
    }

    /** Restates one period. */
    static void follow(PeriodId period, Draft draft, Circumstances at) {
        Budget budget = draft.budget();
        DateRange days = at.calendar().period(period).dates();
        List<Outlay> paid = counting(budget.funding().outlays().in(period), budget);
        Split due = paid.stream().anyMatch(outlay -> sharedOtherwise(outlay, days, budget))
                ? moved(paid, days, budget)
                : Split.NOTHING;
        Split moved = due.plus(budget.funding().outlays().restatedIn(period).negated());
        if (moved.parts().isEmpty()) return;
        draft.add(new FundingRestated(
                budget.terms().budget(), at.now(), period, service(paid, days), leadFirst(moved, budget.lead())));
    }

    private static Split leadFirst(Split moved, Funder lead) {
        return new Split(moved.parts().stream()
                .sorted(Comparator.comparing((Part part) -> part.book() != lead).thenComparing(Part::book))
                .toList());
    }

    /** An instalment counts while it is in an account. */
    private static List<Outlay> counting(Collection<Outlay> outlays, Budget budget) {
        return outlays.stream()
                .filter(outlay -> !outlay.onceCredited() || budget.credited().contains(outlay.payment()))
                .toList();
    }

    /** Whether any of its days has other shares now than when it was decided. */
    private static boolean sharedOtherwise(Outlay outlay, DateRange period, Budget budget) {
        return days(outlay, period)
                .filter(days -> days.first()
                        .datesUntil(days.last().plusDays(1))
                        .anyMatch(day -> !budget.funding()
                                .on(day, budget.terms().funders(), outlay.decided())
                                .equals(budget.fundersOn(day))))
                .isPresent();
    }

    private static Optional<DateRange> days(Outlay outlay, DateRange period) {
        return Optional.ofNullable(outlay.service()).flatMap(service -> service.overlap(period));
    }

    /** By funder, what they bear now less what they bore. */
    private static Split moved(List<Outlay> paid, DateRange period, Budget budget) {
        Split gross = Split.NOTHING;
        Split borne = Split.NOTHING;
        Money kept = Money.ZERO;
        for (Outlay outlay : paid) {
            gross = gross.plus(days(outlay, period)
                    .map(days -> Sharing.over(days, budget).split(outlay.gross()))
                    .orElse(Split.NOTHING));
            borne = borne.plus(byFunder(outlay.borne()));
            kept = kept.plus(outlay.kept());
        }
        return lessThePersons(kept, gross, budget).plus(borne.negated());
    }

    private static Split byFunder(Split split) {
        return new Split(split.byBook().entrySet().stream()
                .map(book -> Part.of(book.getKey(), book.getValue()))
                .toList());
    }

    /** What the person bears comes out of the charging council's part, and out of all parts only beyond that. */
    private static Split lessThePersons(Money kept, Split gross, Budget budget) {
        Optional<Funder> council = budget.chargingCouncil();
        Money part =
                council.map(it -> gross.byBook().getOrDefault(it, Money.ZERO)).orElse(Money.ZERO);
        Money fromCouncil = kept.min(part);
        Split left = council.map(it -> gross.plus(Split.of(Part.of(it, fromCouncil.negated()))))
                .orElse(gross);
        Money rest = kept.minus(fromCouncil);
        if (rest.isZero() || !left.total().isPositive()) return left;
        List<Money> amounts = Shares.split(
                rest, left.parts().stream().map(each -> each.amount().pence()).toList());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            Part each = left.parts().get(i);
            parts.add(each.withAmount(each.amount().minus(amounts.get(i))));
        }
        return new Split(parts);
    }

    private static DateRange service(List<Outlay> paid, DateRange period) {
        List<DateRange> all =
                paid.stream().flatMap(outlay -> days(outlay, period).stream()).toList();
        if (all.isEmpty()) return period;
        LocalDate first =
                all.stream().map(DateRange::first).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                all.stream().map(DateRange::last).max(LocalDate::compareTo).orElseThrow();
        return new DateRange(first, last);
    }
}
