package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.model.Dossier.Paid;
import org.personalbudget.ledger.model.Dossier.Whereabouts;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.ContributionMethod;

/** What an account has too much, and what of that the person had paid. */
final class SurplusRules {

    private final Custody account;
    private final Dossier dossier;
    private final Setting setting;
    private final PeriodId now;

    BigDecimal committed = NIL;
    BigDecimal setAside = NIL;
    BigDecimal later = NIL;
    BigDecimal unpaid = NIL;
    BigDecimal surplus = NIL;
    BigDecimal reclaimable = NIL;

    SurplusRules(Custody account, ReclaimKind kind, Dossier dossier, Setting setting) {
        this.account = account;
        this.dossier = dossier;
        this.setting = setting;
        this.now = setting.calendar().periodOf(setting.today()).id();
        for (Instruction each : dossier.payments.values()) {
            boolean waits = each.where == Whereabouts.WITH_COUNCIL
                    || each.where == Whereabouts.ON_ITS_WAY
                    || each.where == Whereabouts.BACK;
            if (each.fromAccount() && each.account == account && waits) unpaid = unpaid.add(each.split.total());
        }
        BigDecimal held = account.held();
        switch (kind) {
            case SURPLUS -> above(held, setting.policy().reclaiming().surplusCapWeeks());
            case SERVICE_FUND -> above(held, setting.policy().reclaiming().serviceFundCapWeeks());
            case OVER_ADVANCE -> all(held, overAdvanced());
            case CLOSING, MISUSE -> all(held, held);
        }
    }

    private void above(BigDecimal held, int weeks) {
        account.pots.each((pot, amount) -> {
            if (!pot.free() && amount.signum() > 0) setAside = setAside.add(amount);
        });
        dossier.cells.forEach((cell, standing) -> {
            boolean ours = cell.line() != null
                    && cell.period().compareTo(now) <= 0
                    && account.id.equals(Costing.carrierOn(dossier.course, cell.line(), setting.today()));
            if (ours) committed = committed.add(standing.ordered());
        });
        for (Instruction each : dossier.payments.values()) {
            boolean advance = each.kind == InstalmentKind.REGULAR || each.kind == InstalmentKind.ADJUSTMENT;
            boolean here = each.account == account && each.where == Whereabouts.IN_ACCOUNT;
            if (advance && here && each.period.compareTo(now) > 0)
                later = later.add(each.split.total()).add(each.stayed).subtract(each.gone);
        }
        surplus = Sums.atLeastNil(held.subtract(committed).subtract(setAside).subtract(later));
        BigDecimal cap = dossier.course.weeklyOn(setting.today()).multiply(BigDecimal.valueOf(weeks));
        reclaimable = Sums.atLeastNil(surplus.subtract(cap));
    }

    private void all(BigDecimal held, BigDecimal most) {
        surplus = Sums.atLeastNil(held);
        reclaimable = Sums.atLeastNil(most).min(surplus);
    }

    /** What was given for each period above what it costs now, as far as it has been said. */
    BigDecimal overAdvanced() {
        return Sums.sum(overAdvances().values());
    }

    /** The same period by period, the oldest first. */
    SortedMap<PeriodId, BigDecimal> overAdvances() {
        SortedMap<PeriodId, BigDecimal> all = new TreeMap<>();
        dossier.saidOver.forEach((what, said) -> {
            BigDecimal excess = dossier.paid(what).subtract(costs(what));
            if (what.account().equals(account.id)) all.put(what.period(), said.min(Sums.atLeastNil(excess)));
        });
        return all;
    }

    private BigDecimal costs(Paid what) {
        DateRange period = setting.calendar().period(what.period()).dates();
        LocalDate opens = account.opened.startsOn();
        Optional<DateRange> days = dossier.course.paidDays(period, opens, dossier.lastDayOf(account));
        if (days.isEmpty()) return NIL;
        BigDecimal gross = Costing.carried(dossier.course, account.id, days.get());
        Dossier.Due due = dossier.dues.get(what.period());
        if (due == null || due.keeper() != account) return gross;
        return gross.subtract(due.amount()
                .min(Costing.councilPart(
                        dossier.course, Costing.bearing(dossier.course, account.id, days.get()), gross)));
    }

    /** The first of the days without a break, up to today, with more free money than the cap; null if today has not. */
    @Nullable
    LocalDate aboveSince() {
        TreeMap<LocalDate, BigDecimal> changes = new TreeMap<>(account.freeByDay);
        BigDecimal balance = Sums.sum(changes.headMap(setting.today(), true).values());
        BigDecimal weeks = BigDecimal.valueOf(setting.policy().reclaiming().serviceFundCapWeeks());
        LocalDate since = null;
        for (LocalDate day = setting.today(); ; day = day.minusDays(1)) {
            boolean above = balance.compareTo(dossier.course.weeklyOn(day).multiply(weeks)) > 0;
            if (!above || changes.headMap(day, true).isEmpty()) return since;
            since = day;
            balance = balance.subtract(changes.getOrDefault(day, NIL));
        }
    }

    /** What the person gets back of an amount, out of what they paid for what was due: law 11. */
    static BigDecimal clientPart(Custody account, Attribution rule, BigDecimal amount, Dossier dossier) {
        BigDecimal paid = dossier.contributed();
        BigDecimal contributed = paid.min(dossier.due());
        BigDecimal gross = grossCredited(dossier);
        if (gross.signum() <= 0 || contributed.signum() <= 0) return NIL;
        BigDecimal part = switch (rule) {
            case PRO_RATA -> amount.multiply(contributed).divide(gross, 2, RoundingMode.HALF_UP);
            case CLIENT_FIRST_CONSUMED -> {
                boolean net = account.opened.method() == ContributionMethod.NET;
                BigDecimal came = net ? gross.subtract(Sums.atLeastNil(dossier.outstanding())) : gross;
                BigDecimal used = came.subtract(left(dossier));
                yield amount.min(Sums.atLeastNil(contributed.subtract(used)));
            }
        };
        BigDecimal kept = Sums.atLeastNil(paid.subtract(dossier.claims.promised));
        return part.min(kept).min(contributed);
    }

    private static BigDecimal grossCredited(Dossier dossier) {
        BigDecimal gross = dossier.claims.taken().negate();
        for (Instruction each : dossier.payments.values()) {
            if (each.where == Whereabouts.IN_ACCOUNT) gross = gross.add(each.gross);
        }
        return gross;
    }

    /** What no account has used, one-offs apart. */
    private static BigDecimal left(Dossier dossier) {
        Amounts free = new Amounts();
        for (Custody each : dossier.accounts.values()) {
            each.pots.publicOnly().each((pot, amount) -> {
                if (pot.free() || amount.signum() < 0) free.add(pot, amount);
            });
        }
        return free.total();
    }
}
