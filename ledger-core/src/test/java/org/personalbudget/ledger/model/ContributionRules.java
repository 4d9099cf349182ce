package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.AssessContribution;
import org.personalbudget.ledger.budget.BudgetCommand.RaiseContribution;
import org.personalbudget.ledger.budget.BudgetCommand.RecordContributionPayment;
import org.personalbudget.ledger.budget.ContributionCommand.RefundContribution;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Dossier.Assessment;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Due;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/** What the person adds: assessed, fallen due, paid. */
final class ContributionRules {

    private ContributionRules() {}

    static Opinion assess(AssessContribution command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.notNegative(command.weekly(), doubts);
        setting.dateInTable(command.from(), doubts);
        doubts.when(command.from().isBefore(dossier.terms.startsOn()), "before-budget-starts");
        boolean never = dossier.council().isEmpty() || isUnchargedCarer(dossier, setting);
        doubts.when(never, "contribution-not-chargeable");
        doubts.when(dossier.terms.aftercare(), "aftercare-is-free");
        LocalDate last = dossier.course.lastDay();
        doubts.when(last != null && command.from().isAfter(last), "budget-has-ended");
        BigDecimal weekly = Sums.pounds(command.weekly());
        BigDecimal share = Costing.councilPart(
                dossier.course,
                Bearing.byDays(dossier.course, new DateRange(command.from(), command.from())),
                dossier.course.weeklyOn(command.from()));
        doubts.when(weekly.compareTo(share) > 0, "contribution-exceeds-share");
        if (doubts.any()) return Opinion.no(doubts);
        Course now = dossier.course.assessing(new Assessment(weekly, command.from()));
        Answer.Figures figures = new Answer.Figures().note("assessed").add("assessed", weekly);
        return ChangeRules.restated(figures, dossier, now, command.from(), setting, _ -> {});
    }

    static boolean isUnchargedCarer(Dossier dossier, Setting setting) {
        return dossier.terms.careGroup() == CareGroup.CARER && !setting.policy().chargesCarers();
    }

    static Opinion raise(RaiseContribution command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        if (doubts.when(!setting.calendar().knows(command.period()), "period-out-of-range")) return Opinion.no(doubts);
        doubts.when(dossier.dues.containsKey(command.period()), "contribution-already-raised");
        doubts.when(!dossier.hasPlan(), "no-plan-in-force", "no-contribution");
        if (doubts.any()) return Opinion.no(doubts);
        DateRange whole = setting.calendar().period(command.period()).dates();
        Optional<DateRange> days = dossier.course.paidDays(whole, LocalDate.MIN, null);
        BigDecimal due =
                days.map(range -> Costing.contribution(dossier.course, range)).orElse(NIL);
        doubts.when(due.signum() == 0, "no-contribution");
        if (doubts.any()) return Opinion.no(doubts);
        LocalDate on = days.orElseThrow().first();
        List<Allocating.Change> changes = Allocating.reaching(dossier, command.period(), setting.calendar());
        Answer.Figures figures = new Answer.Figures();
        name(dossier, command.period(), on, due, setting, figures);
        Allocating.name(changes, figures);
        return Opinion.yes(figures, _ -> {
            Allocating.take(dossier, changes);
            fallDue(dossier, command.period(), days.get(), due, null);
        });
    }

    /** Names what falls due, and that it has now been unpaid too often. */
    static void name(
            Dossier dossier, PeriodId period, LocalDate on, BigDecimal due, Setting setting, Answer.Figures figures) {
        figures.add("due " + period + " from " + on, due);
        if (due.signum() == 0) return;
        Unpaid arrears = new Unpaid(dossier, setting.policy());
        arrears.becomes(period, due, dossier.outstanding().add(due), true);
        arrears.name(figures);
    }

    /** What falls due is added to what was due for the period before. */
    static void fallDue(Dossier dossier, PeriodId period, DateRange days, BigDecimal due, @Nullable Custody keeper) {
        if (due.signum() == 0) return;
        Funder council = dossier.council().orElseThrow();
        Due before = dossier.dues.get(period);
        LocalDate on = firstAdded(before, days);
        BigDecimal all = before == null ? due : before.amount().add(due);
        dossier.dues.put(period, new Due(all, union(before, days), keeper));
        dossier.books
                .entry(on)
                .of(null, period)
                .debit(1300, client(council), due)
                .credit(4000, client(council), due)
                .done();
    }

    static DateRange union(@Nullable Due before, DateRange days) {
        if (before == null) return days;
        LocalDate first =
                before.days().first().isBefore(days.first()) ? before.days().first() : days.first();
        LocalDate last =
                before.days().last().isAfter(days.last()) ? before.days().last() : days.last();
        return new DateRange(first, last);
    }

    /** The first of the days for which nothing was due before. */
    static LocalDate firstAdded(@Nullable Due before, DateRange days) {
        boolean extended = before != null && !days.first().isAfter(before.days().last());
        return extended && !days.first().isBefore(before.days().first())
                ? before.days().last().plusDays(1)
                : days.first();
    }

    /** What an account keeps back: if it is the first NET account of the period, or has come in its place. */
    static BigDecimal kept(Course course, Due due, Custody account, DateRange days, BigDecimal gross) {
        boolean keeps = account.opened.method() == ContributionMethod.NET
                && due.keeper() != null
                && (course.inherits(account.id, due.keeper().id) || course.inherits(due.keeper().id, account.id));
        if (!keeps) return NIL;
        Bearing bearing = Costing.bearing(course, account.id, days);
        return Costing.growth(course, due.days(), days).min(Costing.councilPart(course, bearing, gross));
    }

    static Opinion refund(RefundContribution command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        BigDecimal credit = Sums.atLeastNil(dossier.outstanding().negate().min(dossier.contributed()));
        BigDecimal refundable = dossier.refundOwed.add(credit);
        if (command.amount() != null) setting.positive(command.amount(), doubts);
        doubts.when(refundable.signum() <= 0, "nothing-to-refund");
        BigDecimal amount = command.amount() == null ? refundable : Sums.pounds(command.amount());
        doubts.when(amount.compareTo(refundable) > 0, "exceeds-refundable");
        if (doubts.any()) return Opinion.no(doubts);
        BigDecimal owed = amount.min(dossier.refundOwed);
        BigDecimal fromCredit = amount.subtract(owed);
        Answer.Figures figures = new Answer.Figures().add("refunded", amount).add("refunded-credit", fromCredit);
        return Opinion.yes(figures, _ -> {
            Pot client = client(dossier.council().orElseThrow());
            PaymentId id = PaymentId.refund(command.budget(), setting.step().id());
            PeriodId period = setting.calendar().periodOf(setting.today()).id();
            ActorId by = setting.step().actor().id();
            Amounts split = new Amounts().add(client, amount);
            dossier.payments.put(id, new Instruction(id, null, false, split, null, by, period, null));
            dossier.refundOwed = dossier.refundOwed.subtract(owed);
            dossier.books
                    .entry(setting.today())
                    .debit(1300, client, fromCredit)
                    .credit(2300, client, fromCredit)
                    .done();
        });
    }

    private static Pot client(Funder council) {
        return new Pot(council, Source.CLIENT, null);
    }

    static Opinion receive(RecordContributionPayment command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.positive(command.amount(), doubts);
        setting.hasHappened(command.on(), doubts);
        boolean neverCharged = dossier.council().isEmpty()
                || dossier.course.assessments().isEmpty() && isUnchargedCarer(dossier, setting);
        doubts.when(neverCharged, "contribution-not-chargeable");
        doubts.when(dossier.terms.aftercare(), "aftercare-is-free", "contribution-not-chargeable");
        Custody account = command.account() == null ? null : dossier.accounts.get(command.account());
        doubts.when(command.account() != null && account == null, "unknown-account");
        if (account != null) {
            doubts.when(!account.holdsMoney(), "account-holds-no-money");
            doubts.when(command.on().isBefore(account.opened.startsOn()), "before-account-opens");
        }
        if (doubts.any()) return Opinion.no(doubts);
        Funder council = dossier.council().orElseThrow();
        boolean mistaken = account != null && account.opened.method() == ContributionMethod.GROSS;
        Pot pot = new Pot(council, mistaken ? council.source() : Source.CLIENT, null);
        BigDecimal amount = Sums.pounds(command.amount());
        Answer.Figures figures = new Answer.Figures().add("received", new Amounts().add(pot, amount));
        return Opinion.yes(figures, _ -> {
            if (account != null) account.put(new Amounts().add(pot, amount), command.on());
            if (account != null) account.paidIn = account.paidIn.add(amount);
            dossier.books
                    .entry(command.on())
                    .in(account == null ? null : account.id)
                    .debit(account == null ? 1000 : account.code(), pot, amount)
                    .credit(1300, client(council), amount)
                    .done();
        });
    }
}
