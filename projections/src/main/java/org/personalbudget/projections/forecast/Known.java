package org.personalbudget.projections.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.projections.balance.LineFigures;

/**
 * What a forecast starts from.
 *
 * @param ordered the lines that the plans order from a supplier
 * @param assessed in the order of assessment
 * @param lastDay the last day that costs anything, if it is known
 * @param due what has fallen due from the person, by service period
 * @param received what the person has paid
 */
record Known(
        List<LineFigures> figures,
        List<AccountKnown> accounts,
        Set<LineId> ordered,
        List<Assessed> assessed,
        @Nullable LocalDate lastDay,
        InForce inForce,
        Map<PeriodId, Money> due,
        Money received) {

    /** The same, with what is to be allocated for those of the periods for which nothing is yet. */
    Known through(List<Period> periods) {
        List<LineFigures> complete = inForce.complete(figures, periods);
        return new Known(complete, accounts, ordered, assessed, lastDay, inForce, due, received);
    }

    /** A weekly contribution from a day on. */
    record Assessed(Money weekly, LocalDate from) {}

    /**
     * An account that holds money.
     *
     * @param available its balance less what is promised to providers
     * @param instalments by period
     */
    record AccountKnown(
            AccountId id,
            AccountKind kind,
            ContributionMethod method,
            LocalDate startsOn,
            @Nullable LocalDate lastDay,
            Set<LineId> lines,
            Money available,
            Map<PeriodId, Instalments> instalments) {

        boolean isOpenOn(LocalDate day) {
            return !day.isBefore(startsOn) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    /** What was approved for an account and a period, one-offs not counted, and what of it was credited. */
    record Instalments(Money approved, Money credited) {
        static final Instalments NONE = new Instalments(Money.ZERO, Money.ZERO);
    }

    /** The weekly contribution on a day: the latest assessment in force, the last decided among equals. */
    Money contributionOn(LocalDate day) {
        Assessed inForce = null;
        for (Assessed next : assessed) {
            boolean started = !next.from.isAfter(day);
            if (started && (inForce == null || !next.from.isBefore(inForce.from))) inForce = next;
        }
        return inForce == null ? Money.ZERO : inForce.weekly;
    }

    /**
     * The account that pays for a line on a day, or null if the council does: the one that names it; else, if it is
     * ordered, the council-managed deployment if there is one; else the first that holds money and names no lines.
     */
    @Nullable
    AccountKnown payerOf(@Nullable LineId line, LocalDate day) {
        List<AccountKnown> open =
                accounts.stream().filter(account -> account.isOpenOn(day)).toList();
        for (AccountKnown account : open) {
            if (line != null && account.lines.contains(line)) return account.kind.holdsMoney() ? account : null;
        }
        boolean managed = open.stream()
                .anyMatch(account -> account.kind == AccountKind.COUNCIL_MANAGED && account.lines.isEmpty());
        if (line != null && ordered.contains(line) && managed) return null;
        return open.stream()
                .filter(account -> account.kind.holdsMoney() && account.lines.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
