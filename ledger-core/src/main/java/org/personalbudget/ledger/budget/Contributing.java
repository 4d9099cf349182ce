package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.holdsMoney;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.notNegative;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.AssessContribution;
import org.personalbudget.ledger.budget.BudgetCommand.RaiseContribution;
import org.personalbudget.ledger.budget.BudgetCommand.RecordContributionPayment;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionAssessed;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionFellDue;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionReceived;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeRefusal.BudgetHasEnded;
import org.personalbudget.ledger.budget.ContributionRefusal.AftercareIsFree;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;

/** What the person adds: assessed, fallen due, paid. It meets the council's money only, never the NHS's. */
final class Contributing {

    private Contributing() {}

    static Decision assess(AssessContribution command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        LocalDate startsOn = budget.terms().startsOn();
        Optional<BudgetRefusal> refusal = first(
                () -> notNegative("weekly", command.weekly()),
                () -> inTable("from", command.from(), at),
                () -> when(
                        command.from().isBefore(startsOn),
                        () -> new BeforeBudgetStarts("from", command.from(), startsOn)),
                () -> chargeable(budget, at),
                () -> notAfterTheEnd(command.from(), budget),
                () -> withinShare(command, budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        Draft draft = new Draft(budget);
        draft.add(new ContributionAssessed(
                command.budget(),
                at.now(),
                command.weekly(),
                command.from(),
                budget.chargingCouncil().orElseThrow(),
                at.actor().id()));
        Restatement.follow(command.from(), budget, draft, facts);
        return draft.accepted();
    }

    /** Nobody is asked for a contribution to aftercare or to what no council pays, a carer only where the policy says so. */
    static Optional<BudgetRefusal> chargeable(Budget budget, Circumstances at) {
        CareGroup group = budget.terms().careGroup();
        boolean carer = group == CareGroup.CARER && !at.policy().chargesCarers();
        return first(
                () -> when(budget.terms().aftercare(), AftercareIsFree::new),
                () -> when(budget.chargingCouncil().isEmpty() || carer, () -> new ContributionNotChargeable(group)));
    }

    /** What was assessed while it could be charged for can still be paid. */
    private static Optional<BudgetRefusal> receivable(Budget budget, Circumstances at) {
        return budget.contributions().assessed().isEmpty() ? chargeable(budget, at) : Optional.empty();
    }

    /** Up to the last day it can still be put right. */
    private static Optional<BudgetRefusal> notAfterTheEnd(LocalDate from, Budget budget) {
        boolean after = budget.lifecycle().hasEndedBefore(from);
        return when(after, () -> new BudgetHasEnded(budget.lifecycle().lastDayOr(from)));
    }

    private static Optional<BudgetRefusal> withinShare(AssessContribution command, Budget budget) {
        Money weekly = command.weekly();
        Money councilShare = Shares.byFunder(budget.weeklyOn(command.from()), budget.fundersOn(command.from()))
                .byBook()
                .getOrDefault(budget.chargingCouncil().orElseThrow(), Money.ZERO);
        return when(weekly.exceeds(councilShare), () -> new ContributionExceedsShare(weekly, councilShare));
    }

    static Decision raise(RaiseContribution command, Budget budget, Circumstances at) {
        if (!at.calendar().knows(command.period())) return refuse(new PeriodOutOfRange(command.period()));
        Money raised = budget.contributions().raised().get(command.period());
        if (raised != null) return refuse(new ContributionAlreadyRaised(command.period(), raised));
        Period period = at.calendar().period(command.period());
        Optional<DateRange> days = days(period, budget);
        Money due = days.map(range -> Dues.over(range, budget)).orElse(Money.ZERO);
        if (due.isZero()) return refuse(new NoContribution(command.period()));
        Draft draft = new Draft(budget);
        Allocation.reach(period.id(), draft, at);
        draft.add(new ContributionFellDue(
                command.budget(),
                at.on(days.orElseThrow().first()),
                period.id(),
                days.orElseThrow(),
                due,
                budget.chargingCouncil().orElseThrow(),
                ContributionMethod.GROSS,
                null));
        Arrears.raise(budget, draft, at);
        return draft.accepted();
    }

    private static Optional<DateRange> days(Period period, Budget budget) {
        return budget.firstDay()
                .filter(day -> !day.isAfter(period.last()))
                .flatMap(day -> new DateRange(day, period.last()).overlap(period.dates()));
    }

    static Decision receive(RecordContributionPayment command, Budget budget, Circumstances at) {
        AccountId id = command.account();
        Account account = id == null ? null : budget.accounts().get(id);
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", command.amount()),
                () -> happened("on", command.on(), at),
                () -> receivable(budget, at),
                () -> id == null ? Optional.empty() : holdsMoney(id, command.on(), budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        Funder council = budget.chargingCouncil().orElseThrow();
        return accept(new ContributionReceived(
                command.budget(),
                at.on(command.on()),
                id,
                account == null ? null : account.opened().kind(),
                received(account, command.amount(), council),
                council));
    }

    /** A GROSS account holds funders' money only: what is paid in by mistake counts as the council's. */
    private static Part received(@Nullable Account account, Money amount, Funder council) {
        boolean gross = account != null && account.opened().method() == ContributionMethod.GROSS;
        return gross ? Part.of(council, amount) : Part.client(council, amount);
    }
}
