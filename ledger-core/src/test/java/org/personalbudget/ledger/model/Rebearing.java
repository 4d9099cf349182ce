package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Dossier.Whereabouts;
import org.personalbudget.ledger.model.Outgoings.Outgoing;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * What was paid for a period is borne by the shares as they are known now: by how much more or less than it was borne,
 * and than has been said before.
 */
final class Rebearing {

    final Outgoings outgoings;
    private final Dossier dossier;
    private final Course now;
    private final Setting setting;
    private final Set<PaymentId> there = new HashSet<>();
    private final Map<PeriodId, Amounts> moved = new TreeMap<>();

    Rebearing(Dossier dossier, Course now, Setting setting) {
        this.dossier = dossier;
        this.now = now;
        this.setting = setting;
        this.outgoings = dossier.outgoings.copy();
        dossier.payments.forEach((id, payment) -> {
            if (payment.where == Whereabouts.IN_ACCOUNT) there.add(id);
        });
    }

    Rebearing arrived(PaymentId payment) {
        there.add(payment);
        return this;
    }

    Rebearing gone(PaymentId payment) {
        there.remove(payment);
        return this;
    }

    Rebearing name(Iterable<PeriodId> periods, Answer.Figures figures) {
        for (PeriodId period : periods) {
            Amounts more = due(period).takeAll(outgoings.restated.getOrDefault(period, new Amounts()));
            moved.put(period, more);
            figures.add("restated " + period, more);
        }
        return this;
    }

    void take() {
        moved.forEach((period, more) -> {
            dossier.outgoings
                    .restated
                    .computeIfAbsent(period, _ -> new Amounts())
                    .addAll(more);
            more.byBook().forEach((book, part) -> dossier.rechargeable.merge(book, part, BigDecimal::add));
        });
    }

    private Amounts due(PeriodId period) {
        DateRange dates = setting.calendar().period(period).dates();
        List<Outgoing> counting = outgoings.paid.getOrDefault(period, List.of()).stream()
                .filter(each -> !each.instalment() || there.contains(each.payment()))
                .toList();
        if (counting.stream().noneMatch(each -> isSharedOtherwise(each, dates))) return new Amounts();
        Amounts gross = new Amounts();
        Amounts borne = new Amounts();
        BigDecimal persons = NIL;
        for (Outgoing each : counting) {
            days(each, dates)
                    .ifPresent(days -> gross.addAll(Bearing.byDays(now, days).share(each.gross())));
            each.borne().each((pot, part) -> borne.add(Outgoings.pot(pot.book()), part));
            persons = persons.add(each.gross()).subtract(each.borne().total());
        }
        return withoutThePersons(gross, persons).takeAll(borne);
    }

    private static Optional<DateRange> days(Outgoing outgoing, DateRange period) {
        return outgoing.service() == null
                ? Optional.empty()
                : outgoing.service().overlap(period);
    }

    private boolean isSharedOtherwise(Outgoing outgoing, DateRange period) {
        DateRange days = days(outgoing, period).orElse(null);
        if (days == null) return false;
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            if (!now.fundersOn(day, outgoing.decided()).equals(now.fundersOn(day))) return true;
        }
        return false;
    }

    /** The person's part is out of the council's, and what is more than that out of everybody's. */
    private Amounts withoutThePersons(Amounts gross, BigDecimal persons) {
        Amounts left = gross.copy();
        BigDecimal rest = persons;
        Funder council = now.council().orElse(null);
        if (council != null) {
            BigDecimal councils = persons.min(gross.at(Outgoings.pot(council)));
            left.add(Outgoings.pot(council), councils.negate());
            rest = rest.subtract(councils);
        }
        if (rest.signum() == 0 || left.total().signum() <= 0) return left;
        List<Pot> pots = new ArrayList<>();
        left.each((pot, _) -> pots.add(pot));
        pots.sort(
                Comparator.comparing((Pot pot) -> pot.book() != dossier.lead()).thenComparing(pot -> pot));
        List<BigDecimal> parts =
                Sums.apportion(rest, pots.stream().map(left::at).toList());
        for (int i = 0; i < parts.size(); i++)
            left.add(pots.get(i), parts.get(i).negate());
        return left;
    }
}
