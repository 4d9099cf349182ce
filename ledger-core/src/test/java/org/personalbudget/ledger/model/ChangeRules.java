package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.ChangeCommand.CancelInstalment;
import org.personalbudget.ledger.budget.ChangeCommand.EndBudget;
import org.personalbudget.ledger.budget.ChangeCommand.MoveAccount;
import org.personalbudget.ledger.budget.ChangeCommand.RecordDeath;
import org.personalbudget.ledger.budget.ChangeCommand.RecordTransfer;
import org.personalbudget.ledger.budget.ChangeCommand.ResumeBudget;
import org.personalbudget.ledger.budget.ChangeCommand.SuspendBudget;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.budget.SuspensionReason;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Course.Suspension;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PersonRef;

/** What interrupts a budget, ends it, or moves its money. */
final class ChangeRules {

    private ChangeRules() {}

    /** Another course, and all that follows from it from a day on. */
    static Opinion restated(
            Answer.Figures figures, Dossier dossier, Course now, LocalDate from, Setting setting, Opinion.Effect also) {
        List<Allocating.Change> changes = Allocating.afterChange(dossier, now, from, setting.calendar());
        Restating restating = Restating.of(dossier, now, from, setting, changes);
        restating.name(figures);
        return Opinion.yes(figures, made -> {
            restating.take(made);
            also.take(made);
        });
    }

    static Opinion suspend(SuspendBudget command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = goesOn(command.from(), dossier, setting);
        doubts.when(!dossier.course.leavesOpen(command.lines(), command.from()), "already-suspended");
        for (LineId line : command.lines()) {
            boolean known = dossier.course.approvals().stream()
                    .anyMatch(plan -> plan.line(line).isPresent());
            doubts.when(!known, "unknown-line", "no-plan-in-force");
        }
        if (doubts.any()) return Opinion.no(doubts);
        boolean hospital = command.reason() == SuspensionReason.HOSPITAL;
        int paid = hospital ? setting.policy().changing().hospitalPaidDays() : 0;
        LocalDate withheld = command.from().plusDays(paid);
        Course now = dossier.course.suspending(new Suspension(command.from(), withheld, command.lines(), null));
        Answer.Figures figures = new Answer.Figures().note("suspended " + command.from() + " paid " + paid);
        return restated(figures, dossier, now, withheld, setting, _ -> {});
    }

    static Opinion resume(ResumeBudget command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = goesOn(command.from(), dossier, setting);
        doubts.when(!dossier.course.isSuspendedOn(command.from()), "not-suspended");
        if (doubts.any()) return Opinion.no(doubts);
        Course now = dossier.course.resuming(command.from());
        Answer.Figures figures = new Answer.Figures().note("resumed " + command.from());
        return restated(figures, dossier, now, command.from(), setting, _ -> {});
    }

    static Opinion end(EndBudget command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = goesOn(command.on(), dossier, setting);
        doubts.when(dossier.course.lastDay() != null, "budget-has-ended");
        if (doubts.any()) return Opinion.no(doubts);
        return ended(new Answer.Figures().note("ended " + command.on()), command.on(), false, dossier, setting);
    }

    /** A death is a fact, also where the budget had not begun, or was to end later. */
    static Opinion die(RecordDeath command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.hasHappened(command.on(), doubts);
        LocalDate last = dossier.course.lastDay();
        doubts.when(last != null && (dossier.course.died() || command.on().isAfter(last)), "budget-has-ended");
        if (doubts.any()) return Opinion.no(doubts);
        Opinion died = ended(new Answer.Figures().note("died " + command.on()), command.on(), true, dossier, setting);
        return died.then(() -> dossier.deathAsked = false);
    }

    private static Opinion ended(
            Answer.Figures figures, LocalDate last, boolean death, Dossier dossier, Setting setting) {
        return restated(figures, dossier, dossier.course.ending(last, death), last.plusDays(1), setting, _ -> {});
    }

    private static Answer.Doubts goesOn(LocalDate day, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.dateInTable(day, doubts);
        doubts.when(day.isBefore(dossier.terms.startsOn()), "before-budget-starts");
        LocalDate last = dossier.course.lastDay();
        doubts.when(last != null && day.isAfter(last), "budget-has-ended");
        return doubts;
    }

    static Opinion move(MoveAccount command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = goesOn(command.from(), dossier, setting);
        doubts.when(PlanRules.isAfterEnd(command.from(), dossier, setting), "budget-has-ended");
        Custody old = dossier.accounts.get(command.account());
        doubts.when(old == null, "unknown-account");
        if (old == null) return Opinion.no(doubts);
        doubts.when(dossier.lastDayOf(old) != null, "account-has-closed");
        doubts.when(old.opened.kind() == command.kind(), "same-kind");
        doubts.when(!command.from().isAfter(old.opened.startsOn()), "before-account-opens");
        PersonRef holder =
                command.holder() == null && command.kind().holdsMoney() ? old.opened.holder() : command.holder();
        AccountRules.holder(command.kind(), holder, doubts);
        if (doubts.any()) return Opinion.no(doubts);
        OpenAccount opened = new OpenAccount(
                command.budget(), command.kind(), command.method(), holder, command.from(), old.opened.lines());
        Course now = dossier.course.moving(
                old.id, new AccountId(dossier.terms.budget().value()), opened);
        Answer.Figures figures = new Answer.Figures()
                .note("closed " + old.id + " " + command.from().minusDays(1))
                .note("opened " + command.kind() + " " + command.method());
        ReviewRules.firstAccount(dossier, command.kind(), command.from(), setting, figures);
        return restated(figures, dossier, now, command.from(), setting, made -> {
            AccountId id = Opinion.the(AccountOpened.class, made).account();
            dossier.accounts.put(id, new Custody(id, opened));
            dossier.course =
                    dossier.course.renaming(new AccountId(dossier.terms.budget().value()), id);
        });
    }

    static Opinion transfer(RecordTransfer command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.positive(command.amount(), doubts);
        setting.hasHappened(command.on(), doubts);
        doubts.when(command.from().equals(command.to()), "same-account");
        Custody from = moneyIn(command.from(), command.on(), dossier, doubts);
        Custody to = moneyIn(command.to(), command.on(), dossier, doubts);
        if (from == null || to == null) return Opinion.no(doubts);
        BigDecimal amount = Sums.pounds(command.amount());
        boolean whole = amount.compareTo(from.pots.total()) == 0;
        boolean poor = amount.compareTo(Attributor.spendable(from.pots, null)) > 0;
        doubts.when(poor && !whole, "account-cannot-afford");
        if (doubts.any()) return Opinion.no(doubts);
        Amounts moved = whole
                ? from.pots.copy()
                : Attributor.take(
                        from.pots, dossier.lead(), amount, setting.policy().attribution(), null);
        Answer.Figures figures = new Answer.Figures().add("transferred", moved);
        Overdraft.worse(to.pots, to.pots.copy().addAll(moved))
                .forEach((source, by) -> figures.add("overdrawn " + source, by));
        return Opinion.yes(figures, _ -> {
            from.take(moved, command.on());
            to.put(moved, command.on());
            moved.each((pot, _) -> {
                if (pot.ringFence() != null) to.fences.add(pot.ringFence());
            });
            Books.Entry into = dossier.books.entry(command.on());
            moved.each((pot, part) ->
                    into.in(to.id).debit(to.code(), pot, part).in(from.id).credit(from.code(), pot, part));
            into.done();
        });
    }

    private static @Nullable Custody moneyIn(AccountId id, LocalDate on, Dossier dossier, Answer.Doubts doubts) {
        Custody account = dossier.accounts.get(id);
        doubts.when(account == null, "unknown-account");
        if (account == null) return null;
        doubts.when(!account.holdsMoney(), "account-holds-no-money");
        doubts.when(on.isBefore(account.opened.startsOn()), "before-account-opens");
        return account;
    }

    static Opinion cancel(CancelInstalment command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Instruction payment = dossier.payments.get(command.payment());
        doubts.when(payment == null, "unknown-payment");
        if (payment == null) return Opinion.no(doubts);
        doubts.when(payment.provider || payment.isRefund(), "not-an-instalment");
        doubts.when(!payment.isOpen(), "instalment-not-open");
        if (doubts.any() || payment.account == null) return Opinion.no(doubts);
        Answer.Figures figures =
                new Answer.Figures().add("reduced " + payment.period + " " + payment.account.id, payment.split.total());
        Custody account = payment.account;
        Amounts setAside = new Amounts();
        if (payment.kind == InstalmentKind.ONE_OFF) {
            payment.split.each((pot, part) -> setAside.add(new Pot(pot.book(), pot.source(), null), part.negate()));
        }
        figures.add("one-off " + payment.period, setAside);
        return Opinion.yes(figures, made -> {
            Restating.reduce(Opinion.the(InstalmentReduced.class, made), dossier, setting);
            if (payment.kind != InstalmentKind.ONE_OFF)
                dossier.calledOff.add(new Dossier.Paid(payment.account.id, payment.period));
            account.fences.remove(payment.id);
            Books.Entry entry = dossier.books.entry(setting.today()).of(null, payment.period);
            setAside.each((pot, part) -> entry.debit(9000, pot, part).credit(9010, pot, part));
            entry.done();
        });
    }
}
