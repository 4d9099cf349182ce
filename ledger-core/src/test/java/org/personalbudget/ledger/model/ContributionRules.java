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
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Dossier.Assessment;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
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
        BigDecimal weekly = Sums.pounds(command.weekly());
        boolean tooMuch = weekly.compareTo(Costing.councilPart(dossier, dossier.weekly)) > 0;
        doubts.when(tooMuch, "contribution-exceeds-share");
        if (doubts.any()) return Opinion.no(doubts);
        Answer.Figures figures = new Answer.Figures().note("assessed").add("assessed", weekly);
        return Opinion.yes(figures, _ -> dossier.assessments.add(new Assessment(weekly, command.from())));
    }

    private static boolean isUnchargedCarer(Dossier dossier, Setting setting) {
        return dossier.terms.careGroup() == CareGroup.CARER && !setting.policy().chargesCarers();
    }

    /** What these days' contribution comes to: at most the charging council's part of what they cost. */
    static BigDecimal due(Dossier dossier, DateRange days) {
        if (dossier.council().isEmpty()) return NIL;
        BigDecimal cost = Costing.total(dossier, days);
        return Costing.contribution(dossier, days).min(Costing.councilPart(dossier, cost));
    }

    static Opinion raise(RaiseContribution command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        if (doubts.when(!setting.calendar().knows(command.period()), "period-out-of-range")) return Opinion.no(doubts);
        doubts.when(dossier.contributionsRaised.containsKey(command.period()), "contribution-already-raised");
        doubts.when(dossier.approvals.isEmpty(), "no-plan-in-force", "no-contribution");
        if (doubts.any()) return Opinion.no(doubts);
        DateRange whole = setting.calendar().period(command.period()).dates();
        Optional<DateRange> days = Setting.from(PlanRules.firstDay(dossier), whole);
        BigDecimal due = days.map(range -> due(dossier, range)).orElse(NIL);
        doubts.when(due.signum() == 0, "no-contribution");
        if (doubts.any()) return Opinion.no(doubts);
        LocalDate on = days.orElseThrow().first();
        List<Allocating.Change> changes = Allocating.reaching(dossier, command.period(), setting.calendar());
        Answer.Figures figures = new Answer.Figures().add("due " + command.period() + " from " + on, due);
        Allocating.name(dossier, changes, figures);
        return Opinion.yes(figures, _ -> {
            Allocating.take(dossier, changes);
            fallDue(dossier, command.period(), on, due, null);
        });
    }

    static void fallDue(Dossier dossier, PeriodId period, LocalDate on, BigDecimal due, @Nullable Custody account) {
        if (due.signum() == 0) return;
        Funder council = dossier.council().orElseThrow();
        dossier.contributionsRaised.put(period, due);
        dossier.books
                .entry(on)
                .in(account == null ? null : account.id)
                .of(null, period)
                .debit(1300, client(council), due)
                .credit(4000, client(council), due)
                .done();
    }

    private static Pot client(Funder council) {
        return new Pot(council, Source.CLIENT, null);
    }

    static Opinion receive(RecordContributionPayment command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.positive(command.amount(), doubts);
        setting.hasHappened(command.on(), doubts);
        boolean neverCharged =
                dossier.council().isEmpty() || dossier.assessments.isEmpty() && isUnchargedCarer(dossier, setting);
        doubts.when(neverCharged, "contribution-not-chargeable");
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
            if (account != null) account.pots.add(pot, amount);
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
