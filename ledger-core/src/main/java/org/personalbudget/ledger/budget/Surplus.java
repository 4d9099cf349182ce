package org.personalbudget.ledger.budget;

import static java.util.Objects.requireNonNull;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.policy.Reclaiming;
import org.personalbudget.ledger.terms.ContributionMethod;

/**
 * What an account holds that is not spoken for, what of it may be reclaimed, and what of that the person had paid.
 */
final class Surplus {

    private final Account account;
    private final Budget budget;
    private final Circumstances at;

    Surplus(Account account, Budget budget, Circumstances at) {
        this.account = account;
        this.budget = budget;
        this.at = at;
    }

    SurplusFigures figures(ReclaimKind kind) {
        Reclaiming policy = at.policy().reclaiming();
        return switch (kind) {
            case SURPLUS -> aboveCap(policy.surplusCapWeeks());
            case SERVICE_FUND -> aboveCap(policy.serviceFundCapWeeks());
            case OVER_ADVANCE -> allHeld(overAdvances());
            case CLOSING, MISUSE -> allHeld(account.pots().held().atLeastZero());
        };
    }

    private SurplusFigures aboveCap(int capWeeks) {
        Money committed = committed();
        Money setAside = account.pots().setAside();
        Money later = creditedAfter(at.calendar().periodOf(at.today()).id());
        Money weekly = budget.weeklyOn(at.today());
        Money surplus = account.pots()
                .held()
                .minus(committed)
                .minus(setAside)
                .minus(later)
                .atLeastZero();
        Money above = surplus.minus(weekly.times(capWeeks)).atLeastZero();
        return figures(committed, setAside, later, capWeeks, weekly, surplus, above);
    }

    /** Where nothing may be kept, all that is not the holder's own and not on its way out is the surplus. */
    private SurplusFigures allHeld(Money reclaimable) {
        Money held = account.pots().held().atLeastZero();
        Money weekly = budget.weeklyOn(at.today());
        return figures(Money.ZERO, Money.ZERO, Money.ZERO, 0, weekly, held, reclaimable.min(held));
    }

    private SurplusFigures figures(
            Money committed,
            Money setAside,
            Money later,
            int capWeeks,
            Money weekly,
            Money surplus,
            Money reclaimable) {
        Money unpaid = account.movements().reserved();
        return new SurplusFigures(
                account.pots().total().plus(unpaid),
                unpaid,
                committed,
                setAside,
                later,
                account.pots().notPublic(),
                capWeeks,
                weekly,
                surplus,
                reclaimable);
    }

    /** Ordered for periods that have begun; what is ordered for later ones is paid from later instalments. */
    private Money committed() {
        PeriodId now = at.calendar().periodOf(at.today()).id();
        Money committed = Money.ZERO;
        for (Map.Entry<LineBook.Key, Figures> each : budget.lines().figures().entrySet()) {
            LineBook.Key key = each.getKey();
            // What was paid into a pool is committed there, and is no money of this account any more.
            Money open = each.getValue().committed().minus(budget.funding().pooledFor(key.line(), key.period()));
            boolean begun = key.period().compareTo(now) <= 0;
            if (begun && !open.isZero() && Accounts.paysFor(account, key.line(), true, at.today(), budget)) {
                committed = committed.plus(open);
            }
        }
        return committed;
    }

    private Money creditedAfter(PeriodId now) {
        Money later = Money.ZERO;
        for (Map.Entry<PeriodId, Advance> each : account.advances().entrySet()) {
            if (each.getKey().compareTo(now) <= 0) continue;
            for (Instalment instalment : each.getValue().instalments()) later = later.plus(inAccount(instalment));
        }
        return later;
    }

    private Money inAccount(Instalment instalment) {
        if (!budget.credited().contains(instalment.payment())) return Money.ZERO;
        return instalment.payable().total().minus(budget.reclaims().withheldFrom(instalment.payment()));
    }

    /** What of all that was said is still too much. */
    Money overAdvances() {
        return account.advances().keySet().stream().map(this::overAdvance).reduce(Money.ZERO, Money::plus);
    }

    /** What was said of a period, or less where later decisions have used it up. */
    private Money overAdvance(PeriodId period) {
        Advance advance = requireNonNull(account.advances().get(period));
        Money owed = Owed.now(account, at.calendar().period(period), budget).net();
        return advance.overAdvanced().min(advance.paid().minus(owed).atLeastZero());
    }

    /** An amount of what is still too much, the oldest period's first: never more of a period than that. */
    List<TakenBack> takenBack(Money amount) {
        List<TakenBack> parts = new ArrayList<>();
        Money left = amount;
        for (PeriodId period : new TreeSet<>(account.advances().keySet())) {
            Money part = left.min(overAdvance(period));
            if (part.isPositive()) parts.add(new TakenBack(period, part));
            left = left.minus(part);
        }
        return List.copyOf(parts);
    }

    /**
     * The first of the days on end, up to today, on which the account had more than the cap of that day: free public
     * money by effective date, what is authorised to be paid from it left out.
     */
    Optional<LocalDate> aboveCapSince() {
        int weeks = at.policy().reclaiming().serviceFundCapWeeks();
        NavigableMap<LocalDate, Money> balances = account.movements().balances();
        LocalDate since = null;
        for (LocalDate day = at.today(); isAbove(day, weeks, balances); day = day.minusDays(1)) since = day;
        return Optional.ofNullable(since);
    }

    private boolean isAbove(LocalDate day, int weeks, NavigableMap<LocalDate, Money> balances) {
        Map.Entry<LocalDate, Money> balance = balances.floorEntry(day);
        return balance != null
                && balance.getValue().exceeds(budget.weeklyOn(day).times(weeks));
    }

    /**
     * What of a reclaimed amount the person had contributed and is owed back. It depends on what was paid in and what it
     * all cost, and so is the same under NET and GROSS (law 11).
     *
     * @param amount what is taken of the money that instalments and contributions brought, ring-fences apart
     */
    Money clientPart(ReclaimKind kind, Money amount, Attribution rule) {
        if (kind == ReclaimKind.MISUSE || kind == ReclaimKind.OVER_ADVANCE) return Money.ZERO;
        Money contributed = contributed();
        Money gross = grossCredited();
        if (!gross.isPositive() || !contributed.isPositive()) return Money.ZERO;
        Money part = switch (rule) {
            case PRO_RATA -> amount.timesRatio(contributed.pence(), gross.pence(), RoundingMode.HALF_UP);
            case CLIENT_FIRST_CONSUMED ->
                amount.min(contributed.minus(consumed(gross)).atLeastZero());
        };
        return part.min(budget.contributions().money().kept()).min(contributed);
    }

    /** Received for what was due; what was paid beyond is a credit, and goes back as such. */
    private Money contributed() {
        return budget.contributions().money().paid().min(budget.contributions().due());
    }

    private Money grossCredited() {
        Money gross = Money.ZERO;
        for (Account each : budget.accounts().values()) {
            for (Advance advance : each.advances().values()) {
                gross = gross.minus(advance.taken());
                for (Instalment instalment : advance.instalments()) {
                    if (budget.credited().contains(instalment.payment())) gross = gross.plus(instalment.gross());
                }
            }
        }
        return gross;
    }

    /** What was used of it: the cost less what is left; what a NET account never received was not used. */
    private Money consumed(Money gross) {
        boolean net = account.opened().method() == ContributionMethod.NET;
        Money received = net ? gross.minus(budget.contributions().outstanding()) : gross;
        Money left = Money.ZERO;
        for (Account each : budget.accounts().values()) {
            left = left.plus(each.pots().held()).minus(each.pots().setAside());
        }
        return received.minus(left);
    }
}
