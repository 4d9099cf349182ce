package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.pooledfund.MemberShare;
import org.personalbudget.ledger.pooledfund.PoolCommand;
import org.personalbudget.ledger.pooledfund.PoolCommand.AgreeShares;
import org.personalbudget.ledger.pooledfund.PoolCommand.OpenPool;
import org.personalbudget.ledger.pooledfund.PoolCommand.RecordPoolSpend;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PoolId;

/** Money that several budgets hold together: who shares in it, and who bears what is spent of it. */
final class PoolSpendRules {

    private static final BigDecimal LARGEST = new BigDecimal("100000000.00");

    private final Map<PoolId, Pool> pools = new HashMap<>();
    private final Map<BudgetId, Dossier> dossiers;

    PoolSpendRules(Map<BudgetId, Dossier> dossiers) {
        this.dossiers = dossiers;
    }

    Map<PoolId, Pool> pools() {
        return pools;
    }

    Opinion on(PoolCommand command, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Pool pool = pools.get(command.pool());
        doubts.when(pool == null && !(command instanceof OpenPool), "no-such-pool");
        if (doubts.any()) return Opinion.no(doubts);
        return switch (command) {
            case OpenPool c -> open(c, setting);
            case AgreeShares c -> agree(c, pool, setting);
            case RecordPoolSpend c -> spend(c, pool, setting);
        };
    }

    private Opinion open(OpenPool command, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        doubts.when(pools.containsKey(command.pool()), "pool-already-open");
        doubts.when(!setting.inTable(command.startsOn()), "pool-date-out-of-range");
        if (doubts.any()) return Opinion.no(doubts);
        Answer.Figures figures = new Answer.Figures().note("pool from " + command.startsOn());
        return Opinion.yes(figures, _ -> pools.put(command.pool(), new Pool(command.startsOn())));
    }

    private Opinion agree(AgreeShares command, Pool pool, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        day(command.from(), pool, setting, doubts);
        Set<BudgetId> seen = new HashSet<>();
        int whole = 0;
        Answer.Figures figures = new Answer.Figures().note("shares from " + command.from());
        for (MemberShare each : command.members()) {
            doubts.when(!seen.add(each.budget()), "member-twice");
            boolean wrong = each.basisPoints() <= 0 || each.basisPoints() > 10_000;
            doubts.when(wrong, "member-share-not-positive");
            Dossier member = dossiers.get(each.budget());
            if (doubts.when(member == null, "member-unknown") || member == null) continue;
            figures.note("member " + each.budget() + " " + each.basisPoints() + " " + member.lead());
            whole += each.basisPoints();
        }
        doubts.when(whole != 10_000, "member-shares-not-whole");
        return doubts.any() ? Opinion.no(doubts) : Opinion.yes(figures, _ -> pool.agreed.add(command));
    }

    private static void day(LocalDate day, Pool pool, Setting setting, Answer.Doubts doubts) {
        doubts.when(!setting.inTable(day), "pool-date-out-of-range");
        doubts.when(day.isBefore(pool.startsOn), "before-pool-opens");
    }

    private Opinion spend(RecordPoolSpend command, Pool pool, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        BigDecimal amount = Sums.pounds(command.amount());
        doubts.when(amount.signum() <= 0, "pool-amount-not-positive");
        doubts.when(amount.compareTo(LARGEST) > 0, "pool-amount-too-large");
        doubts.when(command.on().isAfter(setting.today()), "pool-date-in-future");
        day(command.on(), pool, setting, doubts);
        List<MemberShare> shares = pool.sharesOn(command.on());
        doubts.when(shares.isEmpty(), "no-members-yet");
        if (doubts.any()) return Opinion.no(doubts);
        List<BigDecimal> weights = new ArrayList<>();
        for (MemberShare each : shares) weights.add(BigDecimal.valueOf(each.basisPoints()));
        List<BigDecimal> amounts = Sums.apportion(amount, weights);
        PeriodId period = setting.calendar().periodOf(command.on()).id();
        Answer.Figures figures = new Answer.Figures().add("pool spent " + period, amount);
        Map<Dossier, List<Pool.Share>> borne = new LinkedHashMap<>();
        Map<BudgetId, Pool.Member> after = new HashMap<>();
        for (int i = 0; i < shares.size(); i++) {
            Dossier dossier = dossiers.get(shares.get(i).budget());
            Pool.Member member = pool.copyOf(dossier);
            List<Pool.Share> parts = member.bear(amounts.get(i), period);
            name(dossier, parts, pool, member, figures);
            borne.put(dossier, parts);
            after.put(dossier.terms.budget(), member);
        }
        return Opinion.yes(figures, _ -> {
            pool.members.putAll(after);
            borne.forEach((dossier, parts) -> write(command, parts, dossier, setting));
        });
    }

    private static void name(
            Dossier dossier, List<Pool.Share> parts, Pool pool, Pool.Member after, Answer.Figures figures) {
        BudgetId budget = dossier.terms.budget();
        for (Pool.Share each : parts) {
            String what = "borne " + budget + " " + each.line() + " " + each.period();
            figures.add(what, each.split())
                    .add(what + " committed", each.committed())
                    .add(what + " beyond", each.beyond());
        }
        Overdraft.worse(pool.copyOf(dossier).pots, after.pots)
                .forEach((_, by) -> figures.add("member-overdrawn " + budget, by));
    }

    private static void write(RecordPoolSpend command, List<Pool.Share> parts, Dossier dossier, Setting setting) {
        dossier.books.turnTo(setting.step().number());
        for (Pool.Share each : parts) {
            Books.Entry entry = dossier.books
                    .entry(command.on())
                    .in(new AccountId(command.pool().value()))
                    .of(each.line(), each.period());
            int cost = command.category().account();
            each.split().each((pot, part) -> entry.debit(cost, pot.book(), part).credit(1215, pot, part));
            Bought.ofCoFunders(each.split(), dossier.lead())
                    .each((pot, part) -> entry.debit(2500, pot.book(), part).credit(4100, pot.book(), part));
            each.committed().each((pot, part) -> entry.debit(9100, pot, part).credit(9200, pot, part));
            each.beyond().each((pot, part) -> entry.debit(9010, pot, part).credit(9200, pot, part));
            entry.done();
        }
    }
}
