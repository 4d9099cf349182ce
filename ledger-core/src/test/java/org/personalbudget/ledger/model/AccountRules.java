package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.BudgetCommand.DecideNecessity;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Due;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.model.Dossier.Paid;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;

/** Accounts, what they are paid, and whom they may pay. */
final class AccountRules {

    private AccountRules() {}

    static Opinion open(OpenAccount command, Dossier dossier, Setting setting) {
        return open(
                command,
                dossier,
                setting,
                made -> Opinion.the(AccountOpened.class, made).account());
    }

    /** @param called the id that the ledger found for it */
    static Opinion open(
            OpenAccount command, Dossier dossier, Setting setting, Function<List<Event>, AccountId> called) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.dateInTable(command.startsOn(), doubts);
        doubts.when(command.startsOn().isBefore(dossier.terms.startsOn()), "before-budget-starts");
        doubts.when(PlanRules.isAfterEnd(command.startsOn(), dossier, setting), "budget-has-ended");
        holder(command.kind(), command.holder(), doubts);
        Set<LineId> deployed = new HashSet<>();
        dossier.accounts.values().forEach(each -> deployed.addAll(each.opened.lines()));
        doubts.when(command.lines().stream().anyMatch(deployed::contains), "line-already-deployed");
        if (doubts.any()) return Opinion.no(doubts);
        Answer.Figures figures = new Answer.Figures().note("opened " + command.kind() + " " + command.method());
        ReviewRules.firstAccount(dossier, command.kind(), command.startsOn(), setting, figures);
        AccountId unknown = new AccountId(dossier.terms.budget().value());
        Course now = dossier.course.opening(unknown, command);
        return ChangeRules.restated(figures, dossier, now, command.startsOn(), setting, made -> {
            AccountId id = called.apply(made);
            dossier.accounts.put(id, new Custody(id, command));
            dossier.course = dossier.course.renaming(unknown, id);
        });
    }

    static void holder(AccountKind kind, @Nullable PersonRef holder, Answer.Doubts doubts) {
        boolean personal = kind == AccountKind.DIRECT_PAYMENT || kind == AccountKind.PREPAID_CARD;
        boolean nobodys = kind == AccountKind.COUNCIL_MANAGED || kind == AccountKind.NOTIONAL;
        doubts.when(personal && holder == null, "holder-needed");
        doubts.when(nobodys && holder != null, "holder-not-allowed");
    }

    static Opinion decideNecessity(DecideNecessity command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.dateInTable(command.dates().first(), doubts);
        setting.dateInTable(command.dates().last(), doubts);
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().note("necessity"), _ -> dossier.necessities.add(command));
    }

    static Opinion approve(ApproveInstalment command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        if (command.kind() == InstalmentKind.REGULAR) {
            doubts.when(command.amount() != null, "amount-not-for-regular");
        } else {
            doubts.when(command.amount() == null, "amount-needed");
            doubts.when(command.purpose() == null, "purpose-needed");
            if (command.amount() != null) setting.positive(command.amount(), doubts);
        }
        if (doubts.when(!setting.calendar().knows(command.period()), "period-out-of-range")) return Opinion.no(doubts);
        Custody account = account(command, setting.calendar().period(command.period()), dossier, doubts);
        doubts.when(!dossier.hasPlan(), "no-plan-in-force");
        Period period = setting.calendar().period(command.period());
        LocalDate closes = account == null ? null : dossier.lastDayOf(account);
        ended(command, period, closes, dossier, setting, doubts);
        if (account == null || !dossier.hasPlan()) return Opinion.no(doubts);
        Optional<DateRange> days = dossier.course.paidDays(period.dates(), account.opened.startsOn(), closes);
        doubts.when(days.isEmpty(), "nothing-to-pay", "no-plan-in-force", "before-account-opens");
        if (days.isEmpty()) return Opinion.no(doubts);
        return command.kind() == InstalmentKind.REGULAR
                ? regular(command, account, days.get(), dossier, setting, doubts)
                : oneOff(command, account, days.get(), dossier, setting, doubts);
    }

    private static @Nullable Custody account(
            ApproveInstalment command, Period period, Dossier dossier, Answer.Doubts doubts) {
        if (command.account() != null) {
            Custody account = dossier.accounts.get(command.account());
            doubts.when(account == null, "unknown-account");
            doubts.when(account != null && !account.holdsMoney(), "account-holds-no-money");
            return account;
        }
        List<Custody> holding = dossier.accounts.values().stream()
                .filter(each -> each.holdsMoney() && !isClosed(each, period, dossier))
                .toList();
        doubts.when(holding.size() > 1, "account-needed");
        doubts.when(holding.isEmpty() && dossier.accounts.isEmpty(), "no-account");
        doubts.when(holding.isEmpty() && !dossier.accounts.isEmpty(), "no-account", "account-holds-no-money");
        return holding.size() == 1 ? holding.getFirst() : null;
    }

    /** Whether an account pays for nothing any more when a period begins. */
    private static boolean isClosed(Custody account, Period period, Dossier dossier) {
        LocalDate closes = dossier.lastDayOf(account);
        return closes != null && closes.isBefore(period.first());
    }

    private static Opinion regular(
            ApproveInstalment command,
            Custody account,
            DateRange days,
            Dossier dossier,
            Setting setting,
            Answer.Doubts doubts) {
        Paid what = new Paid(account.id, command.period());
        doubts.when(command.run() != null && dossier.calledOff.contains(what), "instalment-called-off");
        if (doubts.any()) return Opinion.no(doubts);
        if (dossier.regulars.contains(what)) return again(what, account, dossier, setting, doubts);
        BigDecimal gross = Costing.carried(dossier.course, account.id, days);
        doubts.when(gross.signum() <= 0, "nothing-to-pay");
        if (doubts.any()) return Opinion.no(doubts);
        boolean net = account.opened.method() == ContributionMethod.NET;
        Due before = dossier.dues.get(command.period());
        boolean adds = before == null || followsOn(what, dossier);
        DateRange all = adds ? ContributionRules.union(before, days) : before.days();
        BigDecimal due = Costing.contribution(dossier.course, all).subtract(before == null ? NIL : before.amount());
        boolean further = before == null || !all.equals(before.days());
        if (!further || due.signum() < 0) due = NIL;
        Custody keeper = before != null && before.keeper() != null ? before.keeper() : net && further ? account : null;
        Due after = new Due(NIL, all, keeper);
        BigDecimal kept = ContributionRules.kept(dossier.course, after, account, days, gross);
        Amounts payable = Costing.bearing(dossier.course, account.id, days).share(gross);
        dossier.council().ifPresent(council -> payable.add(new Pot(council, council.source(), null), kept.negate()));
        List<Allocating.Change> changes = Allocating.reaching(dossier, command.period(), setting.calendar());
        Answer.Figures figures = new Answer.Figures().add("gross", gross).add("contribution", net ? kept : due);
        figures.add("payable", payable);
        LocalDate from = ContributionRules.firstAdded(before, days);
        ContributionRules.name(dossier, command.period(), from, due, setting, figures);
        Allocating.name(changes, figures);
        BigDecimal falls = due;
        return Opinion.yes(figures, _ -> {
            Allocating.take(dossier, changes);
            PaymentId payment = PaymentId.regular(command.budget(), account.id, command.period());
            owe(payment, account, payable, InstalmentKind.REGULAR, command.period(), dossier, setting);
            Instruction instruction = dossier.payments.get(payment);
            bear(payment, days, gross, payable, command.period(), dossier);
            if (instruction != null) instruction.gross = gross;
            else dossier.eaten.put(what, gross);
            dossier.regulars.add(what);
            account.keptBack = account.keptBack.add(kept);
            ContributionRules.fallDue(dossier, command.period(), days, falls, keeper);
        });
    }

    /** Whether an account that this one took the place of, or that took its place, was given something for the period. */
    private static boolean followsOn(Paid what, Dossier dossier) {
        return dossier.regulars.stream()
                .filter(each ->
                        each.period().equals(what.period()) && !each.account().equals(what.account()))
                .anyMatch(each -> dossier.course.inherits(what.account(), each.account())
                        || dossier.course.inherits(each.account(), what.account()));
    }

    /** A regular instalment is once; if it was called off, what is missing is paid as an adjustment. */
    private static Opinion again(Paid what, Custody account, Dossier dossier, Setting setting, Answer.Doubts doubts) {
        List<Instruction> paid = dossier.payments.values().stream()
                .filter(each -> each.isFor(what))
                .toList();
        boolean calledOff = dossier.calledOff.contains(what)
                || (!paid.isEmpty() && paid.stream().allMatch(Instruction::isCalledOff));
        doubts.when(!calledOff, "instalment-already-approved");
        if (doubts.any()) return Opinion.no(doubts);
        List<Allocating.Change> changes = Allocating.reaching(dossier, what.period(), setting.calendar());
        Restating restating = Restating.again(dossier, what, account, setting, changes);
        doubts.when(restating.addsNothing(), "nothing-to-pay", "instalment-already-approved");
        if (doubts.any()) return Opinion.no(doubts);
        Answer.Figures figures = new Answer.Figures();
        restating.name(figures);
        return Opinion.yes(figures, restating::take);
    }

    /** After the last day nothing is set aside for a purpose, and for no period that lies beyond it is anything paid. */
    private static void ended(
            ApproveInstalment command,
            Period period,
            @Nullable LocalDate closes,
            Dossier dossier,
            Setting setting,
            Answer.Doubts doubts) {
        LocalDate last = dossier.course.lastDay();
        boolean after = last != null
                && (command.kind() != InstalmentKind.REGULAR && setting.today().isAfter(last)
                        || period.first().isAfter(last));
        doubts.when(after || dossier.course.died(), "budget-has-ended");
        boolean oneOff = command.kind() != InstalmentKind.REGULAR
                && closes != null
                && setting.today().isAfter(closes);
        doubts.when(oneOff || closes != null && period.first().isAfter(closes), "account-has-closed");
    }

    private static Opinion oneOff(
            ApproveInstalment command,
            Custody account,
            DateRange days,
            Dossier dossier,
            Setting setting,
            Answer.Doubts doubts) {
        PaymentId payment = PaymentId.oneOff(command.budget(), setting.step().id());
        doubts.when(dossier.payments.containsKey(payment), "instalment-already-approved");
        if (doubts.any() || command.amount() == null) return Opinion.no(doubts);
        BigDecimal amount = Sums.pounds(command.amount());
        Amounts shared = Costing.shared(dossier.course, days, amount);
        Amounts payable = new Amounts();
        shared.each((pot, part) -> payable.add(new Pot(pot.book(), pot.source(), payment), part));
        List<Allocating.Change> changes = Allocating.reaching(dossier, command.period(), setting.calendar());
        Answer.Figures figures = new Answer.Figures().add("gross", amount).add("payable", payable);
        figures.add("one-off " + command.period(), shared);
        Allocating.name(changes, figures);
        return Opinion.yes(figures, _ -> {
            Allocating.take(dossier, changes);
            Books.Entry entry = dossier.books.entry(setting.today()).of(null, command.period());
            shared.each((pot, part) -> entry.debit(9000, pot, part).credit(9010, pot, part));
            entry.done();
            account.fences.add(payment);
            owe(payment, account, payable, InstalmentKind.ONE_OFF, command.period(), dossier, setting);
            bear(payment, days, amount, payable, command.period(), dossier);
        });
    }

    /** For which days, and by whom, an instalment will have been paid once it is in its account. */
    static void bear(
            PaymentId id, DateRange days, BigDecimal gross, Amounts payable, PeriodId period, Dossier dossier) {
        int known = dossier.course.shares().size();
        dossier.outgoings.add(period, new Outgoings.Outgoing(id, null, true, days, gross, payable.copy(), known));
    }

    /** An account is to be paid; where the contribution is as much as all, there is nothing to pay out. */
    static void owe(
            PaymentId id,
            Custody account,
            Amounts payable,
            InstalmentKind kind,
            PeriodId period,
            Dossier dossier,
            Setting setting) {
        if (kind != InstalmentKind.ONE_OFF) dossier.calledOff.remove(new Paid(account.id, period));
        if (payable.total().signum() == 0) return;
        ActorId by = setting.step().actor().id();
        dossier.payments.put(id, new Instruction(id, account, false, payable, kind, by, period, null));
        Books.Entry entry = dossier.books.entry(setting.today());
        payable.each((pot, amount) -> entry.debit(1190, pot, amount).credit(2200, pot, amount));
        entry.done();
    }
}
