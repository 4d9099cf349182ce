package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.RecordSpend;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Proposal;
import org.personalbudget.ledger.model.Dossier.Standing;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SpendId;

/** Money spent from an account, and what the rules of flexible spend make of it. */
final class SpendRules {

    private final RecordSpend spend;
    private final Dossier dossier;
    private final Setting setting;
    private final Custody account;
    private final PeriodId period;
    private final BigDecimal amount;
    private final @Nullable PlanLine line;

    private SpendRules(RecordSpend spend, Dossier dossier, Setting setting, Custody account) {
        this.spend = spend;
        this.dossier = dossier;
        this.setting = setting;
        this.account = account;
        this.period = setting.calendar().periodOf(spend.on()).id();
        this.amount = Sums.pounds(spend.amount());
        this.line = dossier.planOn(spend.on()).map(this::served).orElse(null);
    }

    static Opinion record(RecordSpend command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Custody account = dossier.accounts.get(command.account());
        doubts.when(account == null, "unknown-account");
        setting.positive(command.amount(), doubts);
        if (command.paid()) setting.hasHappened(command.on(), doubts);
        else setting.dateInTable(command.on(), doubts);
        if (account != null) {
            doubts.when(!account.holdsMoney(), "account-holds-no-money");
            doubts.when(command.on().isBefore(account.opened.startsOn()), "before-account-opens");
            doubts.when(isStranger(account, setting), "not-the-holder");
            boolean unknownFence = command.ringFence() != null && !account.fences.contains(command.ringFence());
            doubts.when(unknownFence, "unknown-ring-fence");
        }
        if (doubts.any() || account == null) return Opinion.no(doubts);
        SpendRules rules = new SpendRules(command, dossier, setting, account);
        return command.paid() ? rules.paid() : rules.asked();
    }

    private static boolean isStranger(Custody account, Setting setting) {
        if (setting.step().actor().role() != Role.ACCOUNT_HOLDER) return false;
        String actor = setting.step().actor().id().value();
        return account.opened.holder() == null
                || !account.opened.holder().value().equals(actor);
    }

    private List<Allocating.Change> reach() {
        if (dossier.planOn(spend.on()).isEmpty()) return List.of();
        return Allocating.reaching(dossier, period, setting.calendar());
    }

    private Opinion asked() {
        Answer.Figures figures = new Answer.Figures();
        Set<SpendReason> reasons = reasons(reach());
        figures.note(reasons.isEmpty() ? "cleared" : "held");
        reasons.forEach(reason -> figures.note("reason " + reason));
        return Opinion.yes(figures, _ -> {});
    }

    private Opinion paid() {
        List<Allocating.Change> changes = reach();
        Set<SpendReason> reasons = reasons(changes);
        Amounts split = Attributor.take(
                account.pots, dossier.lead(), amount, setting.policy().attribution(), spend.ringFence());
        Answer.Figures figures =
                new Answer.Figures().note("spend " + name() + " " + period).add("spent", split);
        reasons.forEach(reason -> figures.note("reason " + reason));
        if (reasons.isEmpty()) {
            figures.add("consumed", dossier.shared(amount, spend.on()));
            virement(changes, figures);
            if (name() != null && isFinalLiability()) overspent(changes, figures);
        } else {
            reasons.forEach(reason -> figures.note("rule " + reason));
            figures.note("queried until "
                    + setting.step()
                            .today()
                            .plusDays(setting.policy().querying().answerDays()));
        }
        Overdraft.worse(account.pots, account.pots.copy().takeAll(split))
                .forEach((source, by) -> figures.add("overdrawn " + source, by));
        Allocating.name(changes, figures);
        return Opinion.yes(figures, made -> {
            Allocating.take(dossier, changes);
            take(split, reasons.isEmpty());
            remember(Opinion.the(SpendRecorded.class, made).spend(), split, reasons);
        });
    }

    /** Money that was owed is never refused for being too much: it is called out. */
    private void overspent(List<Allocating.Change> changes, Answer.Figures figures) {
        BigDecimal room = Headroom.after(changes, dossier)
                .tightest(name(), period, setting.policy().flexPercent(), false);
        if (amount.compareTo(room) > 0) figures.add("overspent " + name(), amount.subtract(room));
    }

    /** Somebody is told when a line takes much more than its own. */
    private void virement(List<Allocating.Change> changes, Answer.Figures figures) {
        if (name() == null) return;
        Headroom headroom = Headroom.after(changes, dossier);
        Standing own = headroom.at(name(), period);
        BigDecimal before = headroom.beyond(name(), period);
        BigDecimal after = Sums.atLeastNil(headroom.signed(name(), period).add(amount));
        BigDecimal notice = own.allocated.multiply(
                BigDecimal.valueOf(setting.policy().querying().noticePercent(), 2));
        if (after.compareTo(before) > 0 && after.compareTo(notice) > 0) figures.add("vired " + name(), after);
    }

    /** The line it is booked on: what was set aside for a purpose of its own is no part of any. */
    private @Nullable LineId name() {
        return spend.ringFence() != null || line == null ? null : line.id();
    }

    private void take(Amounts split, boolean accepted) {
        account.take(split, spend.on());
        int debit = accepted ? spend.category().account() : 5800;
        Books.Entry entry = dossier.books.entry(spend.on()).in(account.id).of(accepted ? name() : null, period);
        split.each((pot, part) ->
                entry.debit(debit, accepted ? bookOf(pot) : pot, part).credit(account.code(), pot, part));
        if (accepted) {
            split.each((pot, part) -> {
                if (pot.book() == dossier.lead() || pot.source() == Source.CLIENT) return;
                entry.debit(2500, pot.book(), part).credit(4100, pot.book(), part);
            });
            dossier.shared(amount, spend.on())
                    .each((pot, part) -> entry.debit(9010, pot, part).credit(9200, pot, part));
            if (name() != null) {
                Standing standing = dossier.cell(name(), period);
                standing.consumed = standing.consumed.add(amount);
            }
        }
        entry.done();
    }

    /** What may be asked about, judged or come back later. */
    private void remember(SpendId id, Amounts split, Set<SpendReason> reasons) {
        Bought bought = new Bought(
                account,
                spend.on(),
                period,
                spend.category(),
                name(),
                setting.step().actor().id());
        bought.forbidden = reasons.contains(SpendReason.EXCLUDED_MERCHANT);
        dossier.spends.put(id, bought);
        if (reasons.isEmpty()) {
            bought.accepted.addAll(split);
            bought.used.addAll(dossier.shared(amount, spend.on()));
            return;
        }
        bought.asked.addAll(split);
        LocalDate until = setting.today().plusDays(setting.policy().querying().answerDays());
        bought.ask(reasons, until, setting.step().actor().id());
    }

    private static Pot bookOf(Pot pot) {
        return new Pot(pot.book(), pot.book().source(), null);
    }

    private Set<SpendReason> reasons(List<Allocating.Change> changes) {
        Set<SpendReason> reasons = EnumSet.noneOf(SpendReason.class);
        Policy policy = setting.policy();
        Optional<Proposal> plan = dossier.planOn(spend.on());
        boolean last = isFinalLiability();
        if (isAfterEnd() && !last) reasons.add(SpendReason.AFTER_END);
        if (plan.isEmpty() && !last) reasons.add(SpendReason.NO_PLAN_IN_FORCE);
        else if (!last && !serves(plan.get())) reasons.add(SpendReason.SERVES_NO_OUTCOME);
        if (policy.excludedCategories().contains(spend.category())) reasons.add(SpendReason.EXCLUDED_CATEGORY);
        MerchantCode merchant = spend.merchant() == null ? new MerchantCode("none") : spend.merchant();
        if (policy.hardExcludedMerchants().contains(merchant)) reasons.add(SpendReason.EXCLUDED_MERCHANT);
        if (policy.softExcludedMerchants().contains(merchant)) reasons.add(SpendReason.MERCHANT_TO_REVIEW);
        if (!last && isOverLine(changes)) reasons.add(SpendReason.OVER_LINE);
        RiskTier tier = dossier.watch.tier == null ? dossier.terms.riskTier() : dossier.watch.tier;
        boolean watched = policy.evidenceAbove().containsKey(tier)
                && amount.compareTo(Sums.pounds(policy.evidenceAbove().get(tier))) > 0;
        if (watched && !spend.evidence()) reasons.add(SpendReason.EVIDENCE_MISSING);
        if (amount.compareTo(Attributor.spendable(account.pots, spend.ringFence())) > 0) {
            reasons.add(SpendReason.CANNOT_AFFORD);
        }
        if (!allowed(dossier, spend.payee(), spend.on(), spend.on())) reasons.add(SpendReason.NECESSITY_NOT_DECIDED);
        return reasons;
    }

    private boolean isAfterEnd() {
        LocalDate last = dossier.course.lastDay();
        return last != null && spend.on().isAfter(last);
    }

    /** A debt that was incurred before the budget ended, and is paid after. */
    private boolean isFinalLiability() {
        LocalDate last = dossier.course.lastDay();
        boolean late = last != null && (isAfterEnd() || setting.today().isAfter(last));
        return late && setting.policy().changing().finalLiabilities().contains(spend.category());
    }

    private boolean serves(Proposal plan) {
        if (spend.outcome() != null && !plan.knows(spend.outcome())) return false;
        return line != null || spend.ringFence() != null;
    }

    private boolean isOverLine(List<Allocating.Change> changes) {
        if (spend.ringFence() != null) {
            BigDecimal free = Attributor.spendable(account.pots, null);
            BigDecimal fenced =
                    Attributor.spendable(account.pots, spend.ringFence()).subtract(free);
            return amount.compareTo(fenced) > 0;
        }
        if (line == null) return false;
        BigDecimal room = Headroom.after(changes, dossier)
                .tightest(line.id(), period, setting.policy().flexPercent(), false);
        return amount.compareTo(room) > 0;
    }

    /** The line named, else one that serves the outcome named, the same category first, else one of the category. */
    private @Nullable PlanLine served(Proposal plan) {
        if (spend.line() != null) return plan.line(spend.line()).orElse(null);
        PlanLine other = null;
        for (PlanLine each : plan.plan.lines()) {
            boolean fits = spend.outcome() == null || spend.outcome().equals(each.outcome());
            if (fits && each.category() == spend.category()) return each;
            if (fits && spend.outcome() != null && other == null) other = each;
        }
        return other;
    }

    /** Whether a payee may be paid for all these days: regulation 3. */
    static boolean allowed(Dossier dossier, Payee payee, LocalDate first, LocalDate last) {
        boolean close = switch (payee.relationship()) {
            case SPOUSE -> true;
            case PARTNER, RELATIVE -> payee.sameHousehold();
            case NONE -> false;
        };
        return !close
                || dossier.necessities.stream().anyMatch(decided -> {
                    boolean covers = !decided.dates().first().isAfter(first)
                            && !decided.dates().last().isBefore(last);
                    boolean them = decided.payee() == null
                            ? decided.relationship() == payee.relationship()
                            : decided.payee().equals(payee.ref());
                    return covers && them;
                });
    }
}
