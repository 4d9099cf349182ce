package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.FundingCommand.PayBackFromPool;
import org.personalbudget.ledger.budget.FundingCommand.PayIntoPool;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Proposal;
import org.personalbudget.ledger.model.Dossier.Standing;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PoolId;

/** The way of a budget's money into a pool, and of what is not spent out of it again. */
final class PoolRules {

    private PoolRules() {}

    static Opinion payIn(PayIntoPool command, Dossier dossier, Setting setting, @Nullable Pool pool) {
        Answer.Doubts doubts = new Answer.Doubts();
        Custody account = dossier.accounts.get(command.account());
        setting.positive(command.amount(), doubts);
        setting.hasHappened(command.on(), doubts);
        ways(account, command.on(), pool, doubts);
        doubts.when(pool != null && !pool.has(command.budget(), command.on()), "not-a-member");
        if (doubts.any() || account == null || pool == null) return Opinion.no(doubts);
        Optional<Proposal> plan = dossier.planOn(command.on());
        doubts.when(plan.isEmpty(), "no-plan-in-force");
        boolean unknown = plan.isPresent() && plan.get().line(command.line()).isEmpty();
        doubts.when(unknown, "unknown-line");
        if (doubts.any()) return Opinion.no(doubts);
        return payIn(command, account, dossier, setting, pool);
    }

    /** What both ways ask of the account, the pool and the day. */
    private static void ways(@Nullable Custody account, LocalDate on, @Nullable Pool pool, Answer.Doubts doubts) {
        doubts.when(account == null, "unknown-account");
        doubts.when(pool == null, "unknown-pool");
        if (account != null) {
            doubts.when(!account.holdsMoney(), "account-holds-no-money");
            doubts.when(on.isBefore(account.opened.startsOn()), "before-account-opens");
        }
        doubts.when(pool != null && on.isBefore(pool.startsOn), "before-pool-starts");
    }

    private static Opinion payIn(PayIntoPool command, Custody account, Dossier dossier, Setting setting, Pool pool) {
        Answer.Doubts doubts = new Answer.Doubts();
        BigDecimal amount = Sums.pounds(command.amount());
        PeriodId period = setting.calendar().periodOf(command.on()).id();
        List<Allocating.Change> changes = Allocating.reaching(dossier, period, setting.calendar());
        BigDecimal room = Headroom.after(changes, dossier)
                .tightest(command.line(), period, setting.policy().flexPercent(), false);
        doubts.when(amount.compareTo(room) > 0, "exceeds-headroom");
        doubts.when(amount.compareTo(Attributor.spendable(account.pots, null)) > 0, "account-cannot-afford");
        if (doubts.any()) return Opinion.no(doubts);
        Amounts split = Attributor.take(
                account.pots, dossier.lead(), amount, setting.policy().attribution(), null);
        Amounts committed = dossier.shared(amount, command.on());
        Answer.Figures figures = new Answer.Figures();
        name("into pool", command.line(), period, split, committed, figures);
        Allocating.name(changes, figures);
        return Opinion.yes(figures, _ -> {
            Allocating.take(dossier, changes);
            move(command.on(), command.line(), period, command.pool(), account, split, committed, dossier);
            Pool.Member member = pool.copyOf(dossier);
            member.put(command.line(), period, split, committed);
            member.from.merge(account.id, amount, BigDecimal::add);
            pool.members.put(command.budget(), member);
        });
    }

    static Opinion payBack(PayBackFromPool command, Dossier dossier, Setting setting, @Nullable Pool pool) {
        Answer.Doubts doubts = new Answer.Doubts();
        Custody account = dossier.accounts.get(command.account());
        if (command.amount() != null) setting.positive(command.amount(), doubts);
        setting.hasHappened(command.on(), doubts);
        ways(account, command.on(), pool, doubts);
        if (account == null || pool == null) return Opinion.no(doubts);
        Pool.Member member = pool.copyOf(dossier);
        BigDecimal unspent = member.unspent(command.line());
        BigDecimal amount = command.amount() == null ? unspent : Sums.pounds(command.amount());
        boolean nothing = command.amount() == null && unspent.signum() == 0;
        doubts.when(nothing || amount.compareTo(unspent) > 0, "exceeds-unspent");
        doubts.when(amount.compareTo(cameFrom(account.id, member, dossier)) > 0, "exceeds-paid-in");
        if (doubts.any()) return Opinion.no(doubts);
        List<Pool.Share> shares = member.take(amount, command.line());
        Answer.Figures figures = new Answer.Figures();
        for (Pool.Share each : shares) {
            name("out of pool", command.line(), each.period(), each.split(), each.committed(), figures);
        }
        return Opinion.yes(figures, _ -> {
            for (Pool.Share each : shares) back(each, command, account, dossier);
            member.from.merge(account.id, amount.negate(), BigDecimal::add);
            pool.members.put(command.budget(), member);
        });
    }

    /** What an account, and those whose place it took, paid in and did not get back. */
    private static BigDecimal cameFrom(AccountId account, Pool.Member member, Dossier dossier) {
        BigDecimal sum = Sums.NIL;
        for (Map.Entry<AccountId, BigDecimal> each : member.from.entrySet()) {
            if (dossier.course.inherits(account, each.getKey())) sum = sum.add(each.getValue());
        }
        return Sums.atLeastNil(sum);
    }

    private static void back(Pool.Share share, PayBackFromPool command, Custody account, Dossier dossier) {
        Amounts split = new Amounts().takeAll(share.split());
        Amounts released = new Amounts().takeAll(share.committed());
        move(command.on(), command.line(), share.period(), command.pool(), account, split, released, dossier);
    }

    /** From the account into the pool, where it is committed; or, of negative amounts, the other way round. */
    private static void move(
            LocalDate on,
            LineId line,
            PeriodId period,
            PoolId pool,
            Custody account,
            Amounts split,
            Amounts committed,
            Dossier dossier) {
        Books.Entry entry = dossier.books.entry(on).of(line, period);
        split.each((pot, part) -> entry.in(new AccountId(pool.value()))
                .debit(1215, pot, part)
                .in(account.id)
                .credit(account.code(), pot, part));
        committed.each((pot, part) -> entry.debit(9010, pot, part).credit(9100, pot, part));
        entry.done();
        account.take(split, on);
        Standing standing = dossier.cell(line, period);
        standing.committed = standing.committed.add(committed.total());
        standing.pooled = standing.pooled.add(committed.total());
    }

    /** The budget says it, and the pool is told the same. */
    private static void name(
            String way, LineId line, PeriodId period, Amounts split, Amounts committed, Answer.Figures figures) {
        String what = way + " " + line + " " + period;
        figures.add(what, split).add(what + " committed", committed);
        figures.add("told " + what, split).add("told " + what + " committed", committed);
    }
}
