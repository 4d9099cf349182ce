package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReclaimCommand.AskReconsideration;
import org.personalbudget.ledger.budget.ReclaimCommand.DecideReclaim;
import org.personalbudget.ledger.budget.ReclaimCommand.DecideReconsideration;
import org.personalbudget.ledger.budget.ReclaimCommand.GiveReclaimNotice;
import org.personalbudget.ledger.budget.ReclaimCommand.ReceiveReclaim;
import org.personalbudget.ledger.budget.ReclaimCommand.WithdrawReclaimNotice;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimNoticeGiven;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.budget.ReclaimRoute;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Claims.Claim;
import org.personalbudget.ledger.model.Claims.Look;
import org.personalbudget.ledger.model.Claims.Stage;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Paid;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.Source;

/** Public money that is to come back: notice, a second look, decision, receipt. */
final class ReclaimRules {

    private ReclaimRules() {}

    static Opinion give(GiveReclaimNotice command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        doubts.when(command.kind() == ReclaimKind.MISUSE, "misuse-is-judged");
        Custody account = dossier.accounts.get(command.account());
        doubts.when(account == null, "unknown-account");
        if (account == null) return Opinion.no(doubts);
        doubts.when(!account.holdsMoney(), "account-holds-no-money");
        boolean fund = account.opened.kind() == AccountKind.INDIVIDUAL_SERVICE_FUND;
        doubts.when(command.kind() == ReclaimKind.SERVICE_FUND && !fund, "not-a-service-fund");
        doubts.when(command.kind() == ReclaimKind.CLOSING && !hasEnded(account, dossier, setting), "not-ended");
        if (doubts.any()) return Opinion.no(doubts);
        SurplusRules surplus = new SurplusRules(account, command.kind(), dossier, setting);
        BigDecimal most = Sums.atLeastNil(surplus.reclaimable.subtract(dossier.claims.askedOf(account)));
        doubts.when(most.signum() == 0, "nothing-to-reclaim");
        if (command.kind() == ReclaimKind.SERVICE_FUND) {
            LocalDate since = surplus.aboveSince();
            LocalDate last = (since == null ? setting.today() : since)
                    .plusWeeks(setting.policy().reclaiming().serviceFundHoldWeeks());
            doubts.when(!setting.today().isAfter(last), "held-not-long-enough");
        }
        if (command.amount() != null) setting.positive(command.amount(), doubts);
        BigDecimal amount = command.amount() == null ? most : Sums.pounds(command.amount());
        doubts.when(amount.compareTo(most) > 0, "exceeds-reclaimable");
        LocalDate soonest =
                setting.today().plusDays(setting.policy().reclaiming().payDays());
        LocalDate payBy = command.payBy() == null ? soonest : command.payBy();
        setting.dateInTable(payBy, doubts);
        doubts.when(payBy.isBefore(soonest), "pay-by-too-soon");
        if (doubts.any()) return Opinion.no(doubts);
        LocalDate lookBy =
                setting.today().plusDays(setting.policy().reclaiming().reconsiderationDays());
        Answer.Figures figures = new Answer.Figures().note("notice " + command.kind() + " pay by " + payBy);
        figures.note("reconsider by " + lookBy).add("demanded", amount).add("surplus", surplus.surplus);
        figures.add("unpaid", surplus.unpaid).add("spoken for", surplus.committed);
        figures.add("set aside", surplus.setAside).add("for later", surplus.later);
        figures.add("balance", account.pots.total().add(surplus.unpaid));
        figures.add("reclaimable", surplus.reclaimable);
        return Opinion.yes(figures, made -> {
            ReclaimId id = Opinion.the(ReclaimNoticeGiven.class, made).reclaim();
            ActorId by = setting.step().actor().id();
            dossier.claims.claims.put(
                    id, new Claim(command.kind(), account, by, setting.policy().attribution(), lookBy, amount));
        });
    }

    private static boolean hasEnded(Custody account, Dossier dossier, Setting setting) {
        LocalDate last = dossier.course.lastDay();
        LocalDate closes = dossier.lastDayOf(account);
        return last != null && !last.isAfter(setting.today()) || closes != null && !closes.isAfter(setting.today());
    }

    static Opinion ask(AskReconsideration command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Claim claim = find(command.reclaim(), dossier, doubts);
        if (claim == null) return Opinion.no(doubts);
        boolean stranger = claim.account == null
                || claim.account.opened.holder() == null
                || !claim.account
                        .opened
                        .holder()
                        .value()
                        .equals(setting.step().actor().id().value());
        doubts.when(setting.step().actor().role() == Role.ACCOUNT_HOLDER && stranger, "not-the-holder");
        doubts.when(claim.look != Look.NONE, "reconsideration-asked-already");
        doubts.when(!claim.canBeLookedAt(), "reclaim-not-open");
        doubts.when(setting.today().isAfter(claim.reconsiderBy), "reconsideration-out-of-time");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().note("reconsideration"), _ -> claim.look = Look.WANTED);
    }

    static Opinion reconsider(DecideReconsideration command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Claim claim = find(command.reclaim(), dossier, doubts);
        if (claim == null) return Opinion.no(doubts);
        doubts.when(claim.look != Look.WANTED, "reconsideration-not-asked");
        doubts.when(setting.step().actor().id().equals(claim.giver), "notice-giver-may-not-decide");
        doubts.when(!claim.canBeLookedAt(), "reclaim-not-open");
        setting.notNegative(command.amount(), doubts);
        BigDecimal amount = Sums.pounds(command.amount());
        doubts.when(amount.compareTo(claim.demanded) > 0, "exceeds-demand");
        if (doubts.any()) return Opinion.no(doubts);
        BigDecimal less = claim.demanded.subtract(amount);
        Amounts released =
                claim.misused == null ? new Amounts() : part(claim.owed, less.min(claim.owed.total()), dossier.lead());
        BigDecimal still = claim.misused == null ? amount : claim.demanded.subtract(released.total());
        Answer.Figures figures = new Answer.Figures().note("reconsidered").add("still demanded", still);
        return Opinion.yes(figures.add("released", released), _ -> {
            claim.look = Look.TAKEN;
            claim.demanded = still;
            if (still.signum() == 0) claim.stage = Stage.DROPPED;
            if (claim.misused != null) release(claim, claim.misused, released, dossier, setting);
        });
    }

    /** What of a misused spend is owed no more, is to be judged again. */
    private static void release(Claim claim, Bought misused, Amounts released, Dossier dossier, Setting setting) {
        claim.owed.takeAll(released);
        misused.asked.addAll(released);
        Books.Entry entry = dossier.books.entry(setting.today());
        released.each((pot, part) -> entry.debit(5800, pot, part).credit(1350, pot, part));
        entry.done();
    }

    /** A notice is taken back, by whoever it is, for as long as it only asks. */
    static Opinion withdraw(WithdrawReclaimNotice command, Dossier dossier) {
        Answer.Doubts doubts = new Answer.Doubts();
        Claim claim = find(command.reclaim(), dossier, doubts);
        if (claim == null) return Opinion.no(doubts);
        doubts.when(claim.stage != Stage.ASKED_FOR, "reclaim-not-open");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().note("notice withdrawn"), _ -> claim.stage = Stage.DROPPED);
    }

    static Opinion decide(DecideReclaim command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Claim claim = find(command.reclaim(), dossier, doubts);
        if (claim == null) return Opinion.no(doubts);
        doubts.when(claim.stage != Stage.ASKED_FOR, "reclaim-not-open");
        doubts.when(setting.step().actor().id().equals(claim.giver), "notice-giver-may-not-decide");
        doubts.when(claim.waits(setting.today()), "reconsideration-open");
        Custody account = claim.account;
        if (account == null) return Opinion.no(doubts);
        boolean fenced = claim.kind == ReclaimKind.OVER_ADVANCE || claim.kind == ReclaimKind.CLOSING;
        BigDecimal held = fenced ? Sums.atLeastNil(account.held()) : Attributor.spendable(account.pots, null);
        BigDecimal amount = claim.kind == ReclaimKind.CLOSING ? claim.demanded.min(held) : claim.demanded;
        doubts.when(amount.compareTo(held) > 0 || amount.signum() == 0, "account-holds-less");
        SurplusRules surplus = new SurplusRules(account, claim.kind, dossier, setting);
        boolean over = claim.kind == ReclaimKind.OVER_ADVANCE;
        doubts.when(over && amount.compareTo(surplus.overAdvanced()) > 0, "exceeds-reclaimable");
        if (doubts.any()) return Opinion.no(doubts);
        Amounts split = fenced
                ? Attributor.takeOfAll(account.pots, dossier.lead(), amount, claim.rule)
                : Attributor.take(account.pots, dossier.lead(), amount, claim.rule, null);
        BigDecimal back = clientPart(claim, split, dossier);
        Answer.Figures figures = new Answer.Figures().add("reclaimed", split).add("client part", back);
        Map<Paid, BigDecimal> tooMuch = over ? takenBack(account, amount, surplus) : Map.of();
        tooMuch.forEach((what, part) -> figures.add("taken back " + what.period(), part));
        return Opinion.yes(figures, _ -> {
            owe(claim, split, back, dossier, setting.today());
            tooMuch.forEach((what, part) -> move(what, part, dossier));
        });
    }

    private static BigDecimal clientPart(Claim claim, Amounts split, Dossier dossier) {
        if (claim.kind == ReclaimKind.OVER_ADVANCE) return Sums.NIL;
        Amounts free = new Amounts();
        split.each((pot, part) -> {
            if (pot.free()) free.add(pot, part);
        });
        return SurplusRules.clientPart(claim.account, claim.rule, Sums.atLeastNil(free.total()), dossier);
    }

    private static void owe(Claim claim, Amounts split, BigDecimal back, Dossier dossier, LocalDate today) {
        Custody account = claim.account;
        claim.stage = Stage.OWED;
        claim.demanded = split.total();
        claim.owed = split.copy();
        account.take(split, today);
        dossier.claims.promised = dossier.claims.promised.add(back);
        dossier.refundOwed = dossier.refundOwed.add(back);
        Books.Entry entry = dossier.books.entry(today).in(account.id);
        split.each((pot, part) -> entry.debit(1350, pot, part).credit(account.code(), pot, part));
        if (back.signum() > 0) {
            Pot client = new Pot(dossier.council().orElseThrow(), Source.CLIENT, null);
            entry.debit(4000, client, back).credit(2300, client, back);
        }
        entry.done();
    }

    /** What was too much is so no more: of the oldest period first, no more of each than still is. */
    private static Map<Paid, BigDecimal> takenBack(Custody account, BigDecimal amount, SurplusRules surplus) {
        Map<Paid, BigDecimal> parts = new LinkedHashMap<>();
        BigDecimal left = amount;
        for (Map.Entry<PeriodId, BigDecimal> each : surplus.overAdvances().entrySet()) {
            BigDecimal part = left.min(each.getValue());
            if (part.signum() > 0) parts.put(new Paid(account.id, each.getKey()), part);
            left = left.subtract(part);
        }
        return parts;
    }

    /** It is too much again: of the newest period first. */
    private static void putBack(Custody account, BigDecimal amount, Dossier dossier) {
        BigDecimal left = amount;
        for (Paid each : said(account, dossier).reversed()) {
            BigDecimal part = left.min(dossier.claims.taken.getOrDefault(each, Sums.NIL));
            move(each, part.negate(), dossier);
            left = left.subtract(part);
        }
    }

    private static void move(Paid what, BigDecimal amount, Dossier dossier) {
        dossier.claims.taken.merge(what, amount, BigDecimal::add);
        dossier.saidOver.merge(what, amount.negate(), BigDecimal::add);
    }

    private static List<Paid> said(Custody account, Dossier dossier) {
        TreeSet<Paid> all = new TreeSet<>(Comparator.comparing(Paid::period));
        for (Paid each : dossier.saidOver.keySet()) if (each.account().equals(account.id)) all.add(each);
        return new ArrayList<>(all);
    }

    static Opinion receive(ReceiveReclaim command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Claim claim = find(command.reclaim(), dossier, doubts);
        if (claim == null) return Opinion.no(doubts);
        doubts.when(claim.stage != Stage.OWED, "reclaim-not-decided");
        BigDecimal owed = claim.owed.total();
        doubts.when(claim.stage == Stage.OWED && owed.signum() == 0, "reclaim-not-open");
        if (command.amount() != null) setting.positive(command.amount(), doubts);
        setting.hasHappened(command.on(), doubts);
        BigDecimal amount = command.amount() == null ? owed : Sums.pounds(command.amount());
        doubts.when(amount.compareTo(owed) > 0, "exceeds-reclaim");
        boolean card = claim.account != null && claim.account.opened.kind() == AccountKind.PREPAID_CARD;
        boolean nowhere = claim.account == null && command.route() != ReclaimRoute.BANK;
        doubts.when(nowhere || command.route() == ReclaimRoute.CARD_UNLOAD && !card, "route-not-of-account");
        boolean taken = command.route() == ReclaimRoute.CARD_UNLOAD || command.route() == ReclaimRoute.INSTALMENT;
        doubts.when(taken && claim.waits(setting.today()), "reconsideration-open");
        if (command.route() == ReclaimRoute.INSTALMENT) KeptBack.possible(command, claim, amount, dossier, doubts);
        if (doubts.any()) return Opinion.no(doubts);
        Amounts split = part(claim.owed, amount, dossier.lead());
        Answer.Figures figures = new Answer.Figures().add("came back " + command.route(), split);
        if (command.route() == ReclaimRoute.INSTALMENT) return KeptBack.of(command, claim, split, figures, dossier);
        return Opinion.yes(figures, _ -> comeIn(command, claim, split, dossier));
    }

    private static void comeIn(ReceiveReclaim command, Claim claim, Amounts split, Dossier dossier) {
        Custody account = claim.account;
        boolean stays = command.route() == ReclaimRoute.ACCOUNT;
        int into = stays ? account.code() : command.route() == ReclaimRoute.BANK ? 1000 : 1010;
        claim.owed.takeAll(split);
        Books.Entry entry = dossier.books.entry(command.on()).in(account == null ? null : account.id);
        split.each((pot, part) -> entry.debit(into, pot, part).credit(1350, pot, part));
        entry.done();
        if (stays) {
            account.put(split, command.on());
            if (claim.kind == ReclaimKind.OVER_ADVANCE) putBack(account, split.total(), dossier);
            return;
        }
        Books.Entry shares = dossier.books.entry(command.on());
        ofCoFunders(split, dossier.lead()).each((pot, part) -> {
            shares.debit(2500, pot.book(), part).credit(1500, pot.book(), part);
            dossier.advances.merge(pot.book(), part.negate(), BigDecimal::add);
        });
        shares.done();
    }

    static Amounts ofCoFunders(Amounts split, Funder lead) {
        Amounts theirs = new Amounts();
        split.each((pot, part) -> {
            if (pot.book() != lead && pot.source() != Source.CLIENT) theirs.add(pot, part);
        });
        return theirs;
    }

    /** So much of what is owed, in proportion; all of it to the last penny. What is overdrawn is made good by the last. */
    static Amounts part(Amounts owed, BigDecimal amount, Funder lead) {
        if (amount.compareTo(owed.total()) == 0) return owed.copy();
        List<Pot> pots = new ArrayList<>();
        owed.each((pot, part) -> {
            if (part.signum() > 0) pots.add(pot);
        });
        pots.sort(Comparator.comparing((Pot pot) -> pot.book() != lead).thenComparing(pot -> pot));
        List<BigDecimal> parts =
                Sums.apportion(amount, pots.stream().map(owed::at).toList());
        Amounts result = new Amounts();
        for (int i = 0; i < parts.size(); i++) result.add(pots.get(i), parts.get(i));
        return result;
    }

    static @Nullable Claim find(ReclaimId id, Dossier dossier, Answer.Doubts doubts) {
        Claim claim = dossier.claims.claims.get(id);
        doubts.when(claim == null, "unknown-reclaim");
        return claim;
    }
}
