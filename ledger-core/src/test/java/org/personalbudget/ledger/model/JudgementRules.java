package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.JudgementCommand.AnswerQuery;
import org.personalbudget.ledger.budget.JudgementCommand.JudgeSpend;
import org.personalbudget.ledger.budget.JudgementCommand.QuerySpend;
import org.personalbudget.ledger.budget.JudgementCommand.RecordRefund;
import org.personalbudget.ledger.budget.JudgementEvent.SpendReclaimed;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.model.Dossier.Standing;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SpendId;

/** What becomes of a spend that was recorded: asked about, answered for, judged, or paid back by the merchant. */
final class JudgementRules {

    private static final int ASKED = 5800;

    private JudgementRules() {}

    static Opinion query(QuerySpend command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Bought bought = find(command.spend(), dossier, doubts);
        if (bought == null) return Opinion.no(doubts);
        doubts.when(bought.isUnderQuery(), "already-under-query");
        doubts.when(command.rules().isEmpty(), "rule-needed");
        LocalDate last = bought.on.plusDays(7L * setting.policy().querying().cycleWeeks());
        doubts.when(setting.today().isAfter(last), "query-out-of-time");
        doubts.when(bought.everAsked && bought.rules.containsAll(command.rules()), "already-judged");
        boolean nothing = bought.accepted.total().signum() == 0;
        doubts.when(nothing && bought.everAsked, "already-judged", "all-refunded");
        doubts.when(nothing && !bought.everAsked, "all-refunded");
        if (doubts.any()) return Opinion.no(doubts);
        Set<SpendReason> rules = EnumSet.copyOf(command.rules());
        LocalDate until = setting.today().plusDays(setting.policy().querying().answerDays());
        Amounts asked = bought.accepted.copy();
        Amounts used = bought.used.copy();
        Answer.Figures figures = new Answer.Figures().note("queried until " + until);
        rules.forEach(rule -> figures.note("rule " + rule));
        figures.add("asked", asked).add("freed", used);
        return Opinion.yes(figures, _ -> {
            Books.Entry entry = entry(bought, dossier, setting.today());
            asked.each(
                    (pot, part) -> entry.debit(ASKED, pot, part).credit(bought.category.account(), pot.book(), part));
            spent(bought.line, asked, used, true, bought, dossier, entry);
            bought.accepted.takeAll(asked);
            bought.asked.addAll(asked);
            bought.used.takeAll(used);
            bought.ask(rules, until, setting.step().actor().id());
        });
    }

    static Opinion answer(AnswerQuery command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Bought bought = find(command.spend(), dossier, doubts);
        if (bought == null) return Opinion.no(doubts);
        boolean holders = setting.step().actor().role() == Role.ACCOUNT_HOLDER;
        boolean holder = bought.account.opened.holder() != null
                && bought.account
                        .opened
                        .holder()
                        .value()
                        .equals(setting.step().actor().id().value());
        doubts.when(holders && !holder, "not-the-holder");
        doubts.when(!bought.isUnderQuery(), "not-under-query");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().note("answered"), _ -> bought.answered = true);
    }

    static Opinion judge(JudgeSpend command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Bought bought = find(command.spend(), dossier, doubts);
        if (bought == null) return Opinion.no(doubts);
        if (doubts.when(!bought.isUnderQuery(), "not-under-query")) return Opinion.no(doubts);
        ActorId judge = setting.step().actor().id();
        doubts.when(judge.equals(bought.recorder) || judge.equals(bought.asker), "recorder-may-not-judge");
        BigDecimal whole = bought.asked.total();
        BigDecimal accepted = whole;
        if (command.accepted() != null) {
            accepted = Sums.pounds(command.accepted());
            setting.notNegative(command.accepted(), doubts);
        }
        doubts.when(accepted.compareTo(whole) > 0, "exceeds-spend");
        doubts.when(bought.forbidden && accepted.signum() > 0, "never-accepted");
        boolean known = command.line() == null
                || dossier.planOn(bought.on)
                        .flatMap(plan -> plan.line(command.line()))
                        .isPresent();
        doubts.when(!known, "unknown-line");
        boolean moves = command.category() != null && command.category() != bought.category
                || command.line() != null && !command.line().equals(bought.line);
        boolean partly = bought.accepted.total().signum() != 0 && accepted.signum() > 0;
        doubts.when(moves && partly, "already-judged");
        LocalDate payBy = setting.today().plusDays(setting.policy().reclaiming().payDays());
        if (accepted.compareTo(whole) < 0) {
            boolean waits = !bought.answered && !setting.today().isAfter(bought.answerBy);
            doubts.when(waits, "answer-still-due");
            if (command.payBy() != null) {
                setting.dateInTable(command.payBy(), doubts);
                doubts.when(command.payBy().isBefore(payBy), "pay-by-too-soon");
                payBy = command.payBy();
            }
        }
        if (doubts.any()) return Opinion.no(doubts);
        return judged(command, accepted, payBy, bought, dossier, setting);
    }

    private static Opinion judged(
            JudgeSpend command, BigDecimal amount, LocalDate payBy, Bought bought, Dossier dossier, Setting setting) {
        Amounts accept = Bought.part(bought.asked, amount, dossier.lead());
        Amounts reclaim = bought.asked.copy().takeAll(accept);
        Amounts used = amount.signum() == 0 ? new Amounts() : dossier.shared(amount, bought.on);
        Category category = command.category() == null ? bought.category : command.category();
        LineId line = command.line() == null ? bought.line : command.line();
        boolean reaches = amount.signum() > 0 && dossier.planOn(bought.on).isPresent();
        List<Allocating.Change> changes =
                reaches ? Allocating.reaching(dossier, bought.period, setting.calendar()) : List.of();
        Answer.Figures figures = new Answer.Figures();
        Allocating.name(changes, figures);
        if (amount.signum() > 0) {
            figures.note("judged " + category + " " + line)
                    .add("accepted", accept)
                    .add("consumed", used);
            if (line != null) excess(line, amount, changes, bought, dossier, setting, figures);
        }
        if (reclaim.total().signum() > 0) {
            LocalDate until =
                    setting.today().plusDays(setting.policy().reclaiming().reconsiderationDays());
            figures.add("reclaimed", reclaim).note("to pay by " + payBy).note("to reconsider by " + until);
            bought.rules.forEach(rule -> figures.note("rule " + rule));
        }
        return Opinion.yes(figures, made -> {
            Allocating.take(dossier, changes);
            Books.Entry entry = entry(bought, dossier, setting.today()).of(line, bought.period);
            accept.each((pot, part) ->
                    entry.debit(category.account(), pot.book(), part).credit(ASKED, pot, part));
            if (amount.signum() > 0) spent(line, accept, used, false, bought, dossier, entry);
            Books.Entry owed = entry(bought, dossier, setting.today());
            reclaim.each((pot, part) -> owed.debit(1350, pot, part).credit(ASKED, pot, part));
            owed.done();
            bought.asked.takeAll(accept).takeAll(reclaim);
            bought.accepted.addAll(accept);
            bought.used.addAll(used);
            if (reclaim.total().signum() > 0) demand(reclaim, bought, made, dossier, setting);
            if (amount.signum() == 0) return;
            bought.category = category;
            bought.line = line;
        });
    }

    /** What is reclaimed of a spend is owed at once. */
    private static void demand(Amounts reclaim, Bought bought, List<Event> made, Dossier dossier, Setting setting) {
        LocalDate until = setting.today().plusDays(setting.policy().reclaiming().reconsiderationDays());
        ActorId by = setting.step().actor().id();
        Claims.Claim claim = new Claims.Claim(
                ReclaimKind.MISUSE, bought.account, by, setting.policy().attribution(), until, reclaim.total());
        claim.stage = Claims.Stage.OWED;
        claim.owed = reclaim.copy();
        claim.misused = bought;
        dossier.claims.claims.put(Opinion.the(SpendReclaimed.class, made).reclaim(), claim);
    }

    /** Law 5 does not refuse what was spent long ago; what goes beyond it, or takes much from other lines, is said. */
    private static void excess(
            LineId line,
            BigDecimal amount,
            List<Allocating.Change> changes,
            Bought bought,
            Dossier dossier,
            Setting setting,
            Answer.Figures figures) {
        int flex = setting.policy().flexPercent();
        Headroom before = Headroom.after(changes, dossier);
        Headroom after = Headroom.after(changes, dossier).spending(line, bought.period, amount);
        BigDecimal was = Sums.atLeastNil(
                before.tightest(line, bought.period, flex, false).negate());
        BigDecimal over = after.tightest(line, bought.period, flex, false).negate();
        if (over.compareTo(was) > 0) figures.add("overspent " + line, over);
        BigDecimal vired = after.beyond(line, bought.period);
        BigDecimal notice = after.at(line, bought.period)
                .allocated
                .multiply(BigDecimal.valueOf(setting.policy().querying().noticePercent(), 2));
        boolean more = vired.compareTo(before.beyond(line, bought.period)) > 0;
        if (more && vired.compareTo(notice) > 0) figures.add("vired " + line, vired);
    }

    static Opinion refund(RecordRefund command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Bought bought = find(command.spend(), dossier, doubts);
        if (bought == null) return Opinion.no(doubts);
        setting.positive(command.amount(), doubts);
        setting.hasHappened(command.on(), doubts);
        doubts.when(command.on().isBefore(bought.on), "before-spend");
        BigDecimal amount = Sums.pounds(command.amount());
        doubts.when(amount.compareTo(bought.remaining()) > 0, "exceeds-spend");
        if (doubts.any()) return Opinion.no(doubts);
        BigDecimal first = amount.min(bought.asked.total());
        Amounts asked = Bought.part(bought.asked, first, dossier.lead());
        Amounts accepted = Bought.part(bought.accepted, amount.subtract(first), dossier.lead());
        Amounts used = Bought.part(bought.used, amount.subtract(first), dossier.lead());
        Answer.Figures figures = new Answer.Figures()
                .add("refunded-asked", asked)
                .add("refunded-accepted", accepted)
                .add("freed", used);
        return Opinion.yes(figures, _ -> {
            int into = bought.account.code();
            Books.Entry entry = entry(bought, dossier, command.on());
            asked.each((pot, part) -> entry.debit(into, pot, part).credit(ASKED, pot, part));
            accepted.each(
                    (pot, part) -> entry.debit(into, pot, part).credit(bought.category.account(), pot.book(), part));
            spent(bought.line, accepted, used, true, bought, dossier, entry);
            bought.account.put(asked, command.on());
            bought.account.put(accepted, command.on());
            bought.asked.takeAll(asked);
            bought.accepted.takeAll(accepted);
            bought.used.takeAll(used);
        });
    }

    private static Books.Entry entry(Bought bought, Dossier dossier, LocalDate on) {
        return dossier.books.entry(on).in(bought.account.id).of(bought.line, bought.period);
    }

    /** What goes with expenditure, or back with it: co-funders' advances are earned, and the budget is used. */
    private static void spent(
            @Nullable LineId line,
            Amounts split,
            Amounts used,
            boolean back,
            Bought bought,
            Dossier dossier,
            Books.Entry entry) {
        Bought.ofCoFunders(split, dossier.lead()).each((pot, part) -> {
            entry.debit(back ? 4100 : 2500, pot.book(), part).credit(back ? 2500 : 4100, pot.book(), part);
        });
        used.each((pot, part) -> entry.debit(back ? 9200 : 9010, pot, part).credit(back ? 9010 : 9200, pot, part));
        entry.done();
        if (line == null) return;
        Standing standing = dossier.cell(line, bought.period);
        standing.consumed = back ? standing.consumed.subtract(used.total()) : standing.consumed.add(used.total());
    }

    private static @Nullable Bought find(SpendId id, Dossier dossier, Answer.Doubts doubts) {
        Bought bought = dossier.spends.get(id);
        doubts.when(bought == null, "unknown-spend");
        return bought;
    }
}
