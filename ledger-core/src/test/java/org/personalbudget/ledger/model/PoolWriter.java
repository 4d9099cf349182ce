package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.FundingCommand.PayBackFromPool;
import org.personalbudget.ledger.budget.FundingCommand.PayIntoPool;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.pooledfund.MemberShare;
import org.personalbudget.ledger.pooledfund.PoolCommand.AgreeShares;
import org.personalbudget.ledger.pooledfund.PoolCommand.OpenPool;
import org.personalbudget.ledger.pooledfund.PoolCommand.RecordPoolSpend;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.PoolId;

/** Writes what becomes of money that several budgets hold together. */
final class PoolWriter {

    private static final int POOLS = 5;

    private final World world;
    private final Dice dice;
    private final PeriodCalendar calendar;
    private final MoneyWriter money;

    PoolWriter(World world, PeriodCalendar calendar, MoneyWriter money) {
        this.world = world;
        this.dice = world.dice;
        this.calendar = calendar;
        this.money = money;
    }

    Command next(Dossier dossier) {
        if (dice.chance(3)) return move(new PoolId(world.id("no pool")), dossier, null);
        PoolId id = some(dossier);
        Pool pool = world.model.pools().get(id);
        if (pool == null ? dice.chance(80) : dice.chance(2)) return open(id);
        boolean shared = pool != null && !pool.agreed.isEmpty();
        boolean member = shared && pool.has(dossier.terms.budget(), world.today);
        if (shared ? dice.chance(member ? 6 : 40) : dice.chance(80)) return agree(id, dossier, pool);
        return move(id, dossier, pool);
    }

    private Command move(PoolId id, Dossier dossier, @Nullable Pool pool) {
        int throwOf = dice.between(1, 100);
        if (throwOf <= 22) return spend(id, pool);
        return throwOf <= 65 ? payIn(id, dossier) : payBack(id, dossier, pool);
    }

    /** One that the budget has a share in, if there is one. */
    private PoolId some(Dossier dossier) {
        List<PoolId> own = new ArrayList<>();
        for (int i = 1; i <= POOLS; i++) {
            PoolId id = new PoolId(world.id("pool " + i));
            Pool pool = world.model.pools().get(id);
            if (pool != null && pool.members.containsKey(dossier.terms.budget())) own.add(id);
            if (pool != null && pool.has(dossier.terms.budget(), world.today)) own.add(id);
        }
        if (!own.isEmpty() && dice.chance(90)) return dice.one(own);
        return new PoolId(world.id("pool " + dice.between(1, POOLS)));
    }

    private OpenPool open(PoolId id) {
        LocalDate from = dice.chance(8) ? LocalDate.of(1999, 1, 1) : world.within(50, 5);
        return new OpenPool(id, new PersonRef("an organisation"), from);
    }

    private AgreeShares agree(PoolId id, Dossier dossier, @Nullable Pool pool) {
        Set<BudgetId> members = new LinkedHashSet<>(Set.of(dossier.terms.budget()));
        if (pool != null) {
            for (MemberShare each : pool.sharesOn(world.today)) {
                if (members.size() < 6 && dice.chance(85)) members.add(each.budget());
            }
        }
        for (int more = dice.between(0, 2); more > 0; more--)
            members.add(dice.one(world.dossiers().keySet()));
        List<MemberShare> shares = new ArrayList<>();
        int left = 10_000;
        for (BudgetId each : members) {
            boolean last = shares.size() == members.size() - 1;
            int part = last ? left : dice.between(1, Math.max(1, left / 2));
            shares.add(new MemberShare(each, part));
            left -= part;
        }
        if (dice.chance(12)) spoil(shares);
        LocalDate from = dice.chance(2) ? LocalDate.of(1999, 1, 1) : money.past();
        return new AgreeShares(id, from, shares);
    }

    private void spoil(List<MemberShare> shares) {
        MemberShare one = dice.one(shares);
        switch (dice.between(1, 4)) {
            case 1 -> shares.add(one);
            case 2 -> shares.add(new MemberShare(world.budget(10_000), 1));
            case 3 -> shares.set(shares.indexOf(one), new MemberShare(one.budget(), dice.one(0, -1, 10_001)));
            default ->
                shares.set(shares.indexOf(one), new MemberShare(one.budget(), one.basisPoints() + dice.one(-1, 1)));
        }
    }

    private RecordPoolSpend spend(PoolId id, @Nullable Pool pool) {
        Money amount = dice.money(1, 12_000);
        if (dice.chance(3)) amount = dice.one(Money.ZERO, Money.ofPence(-1), Money.of("100000000.01"));
        else if (pool != null && dice.chance(25)) {
            amount = dice.around(Sums.sum(pool.members.values().stream()
                    .map(each -> each.pots.total())
                    .toList()));
        }
        return new RecordPoolSpend(id, amount, money.past(), dice.one(Category.values()), null);
    }

    private PayIntoPool payIn(PoolId id, Dossier dossier) {
        Pool pool = world.model.pools().get(id);
        LocalDate on = pool != null && dice.chance(3) ? pool.startsOn.minusDays(1) : money.past();
        AccountId account = account(dossier);
        Optional<PlanLine> planned = dossier.planOn(on).map(plan -> dice.one(plan.plan.lines()));
        LineId line = planned.isEmpty() || dice.chance(3)
                ? PlanWriter.someLine(dice)
                : planned.get().id();
        return new PayIntoPool(dossier.terms.budget(), id, account, line, amount(dossier, account, line, on), on);
    }

    private Money amount(Dossier dossier, AccountId account, LineId line, LocalDate on) {
        if (dice.chance(2)) return dice.one(Money.ZERO, Money.ofPence(-5), Money.of("100000000.01"));
        Custody custody = dossier.accounts.get(account);
        if (custody == null || !calendar.covers(on) || dice.chance(40)) return dice.money(1, 8_000);
        BigDecimal there = Attributor.spendable(custody.pots, null);
        int flex = world.model.policyOn(world.today).flexPercent();
        BigDecimal room = Headroom.after(List.of(), dossier)
                .tightest(line, calendar.periodOf(on).id(), flex, false);
        BigDecimal most = there.min(room);
        if (dice.chance(30)) return dice.around(dice.one(there, room, most));
        int pence = most.movePointRight(2).min(BigDecimal.valueOf(20_000)).intValue();
        return Money.ofPence(dice.between(1, Math.max(1, pence)));
    }

    private AccountId account(Dossier dossier) {
        List<AccountId> holding = dossier.accounts.values().stream()
                .filter(Custody::holdsMoney)
                .map(each -> each.id)
                .toList();
        return holding.isEmpty() || dice.chance(4) ? money.someAccount(dossier) : dice.one(holding);
    }

    private PayBackFromPool payBack(PoolId id, Dossier dossier, @Nullable Pool pool) {
        Pool.Member member = pool == null ? null : pool.members.get(dossier.terms.budget());
        boolean paid = member != null && !member.earmarks.isEmpty() && dice.chance(97);
        LineId line = paid ? dice.one(member.earmarks).line() : PlanWriter.someLine(dice);
        AccountId account = paid && dice.chance(35) ? dice.one(member.from.keySet()) : account(dossier);
        BigDecimal unspent = member == null ? Sums.NIL : member.unspent(line);
        Money amount = switch (dice.between(1, 10)) {
            case 1, 2, 3 -> null;
            case 4, 5 -> dice.around(unspent);
            case 6 -> dice.chance(20) ? Money.of("100000000.01") : dice.money(0, 3_000);
            default ->
                Money.ofPence(
                        dice.between(1, Math.max(1, unspent.movePointRight(2).intValue())));
        };
        return new PayBackFromPool(dossier.terms.budget(), id, account, line, amount, money.past());
    }
}
