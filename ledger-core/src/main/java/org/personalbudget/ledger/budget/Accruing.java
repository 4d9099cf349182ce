package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.AccrualCommand.AccrueCare;
import org.personalbudget.ledger.budget.AccrualCommand.ReverseAccrual;
import org.personalbudget.ledger.budget.AccrualEvent.AccrualReversed;
import org.personalbudget.ledger.budget.AccrualEvent.CareAccrued;
import org.personalbudget.ledger.budget.AccrualRefusal.*;
import org.personalbudget.ledger.budget.Accruals.Accrued;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.budget.BudgetRefusal.PeriodOutOfRange;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Days;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.CommonRefusal.PeriodClosed;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * Care that was ordered for a period and given in it counts in it, billed or not. What is accrued stands until the bill
 * comes, is reversed with it by days of service, and never stands for more than is still ordered.
 */
final class Accruing {

    private Accruing() {}

    /** Accrues what has been ordered for the period, not been billed, and not been accrued before. */
    static Decision accrue(AccrueCare command, Budget budget, Circumstances at) {
        if (!at.calendar().knows(command.period())) return refuse(new PeriodOutOfRange(command.period()));
        Period period = at.calendar().period(command.period());
        if (at.closed().contains(period.id())) return refuse(new PeriodClosed(period.id()));
        if (at.today().isBefore(period.last())) {
            return refuse(new AccrualTooEarly(period.id(), period.last(), at.today()));
        }
        List<AccruedLine> lines = budget.lines().shares().keySet().stream()
                .filter(key -> key.period().equals(period.id()) && key.line() != null)
                .sorted(Comparator.comparing(key -> String.valueOf(key.line())))
                .flatMap(key -> line(key, period, budget).stream())
                .toList();
        if (lines.isEmpty()) return accept();
        // It belongs into its own period or nowhere.
        When when = new When(period.last(), period.id());
        return accept(new CareAccrued(
                command.budget(), when, period.id(), lines, at.actor().id()));
    }

    private static Optional<AccruedLine> line(LineBook.Key key, Period period, Budget budget) {
        Split ordered = budget.lines().shared(key.line(), key.period()).committed();
        Accrued before = budget.lines().accruals().accrued().get(key);
        Money missing = before == null ? ordered.total() : ordered.total().minus(before.covered());
        if (!missing.isPositive()) return Optional.empty();
        return budget.plans()
                .line(key.line(), period.dates())
                .flatMap(line -> line(line, notBilled(key, period, budget), ordered.part(missing, budget.lead())));
    }

    private static Optional<AccruedLine> line(PlanLine line, Days days, Split split) {
        return Optional.ofNullable(line.supplier())
                .map(supplier -> new AccruedLine(line.id(), line.outcome(), line.category(), supplier, days, split));
    }

    /** The days on which the plan has the line, and for which no bill has come. */
    private static Days notBilled(LineBook.Key key, Period period, Budget budget) {
        Days planned = Days.within(period.dates(), day -> isPlanned(key, day, budget));
        PVector<DateRange> billed = budget.lines().accruals().billed().getOrDefault(key, TreePVector.empty());
        return billed.stream().reduce(planned, Days::minus, (one, _) -> one);
    }

    private static boolean isPlanned(LineBook.Key key, LocalDate day, Budget budget) {
        return budget.plans()
                .inForceOn(day)
                .filter(plan -> plan.lines().stream().anyMatch(line -> line.id().equals(key.line())))
                .isPresent();
    }

    /** Takes back by hand. */
    static Decision reverse(ReverseAccrual command, Budget budget, Circumstances at) {
        Accrued accrued = budget.lines().accruals().accrued().get(new LineBook.Key(command.line(), command.period()));
        if (accrued == null || accrued.standing().total().isZero()) {
            return refuse(new NothingAccrued(command.period(), command.line()));
        }
        Money standing = accrued.standing().total();
        Money amount = command.amount() == null ? standing : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", amount),
                () -> when(
                        amount.exceeds(standing),
                        () -> new ExceedsAccrual(command.period(), command.line(), amount, standing)));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(reversed(
                budget,
                command.period(),
                accrued,
                accrued.standing().part(amount, budget.lead()),
                null,
                command.reason(),
                at));
    }

    /** A payment is about to be authorised: what was accrued for its days of service no longer counts beside it. */
    static void billed(ProviderPaymentAuthorised payment, Draft draft, Circumstances at) {
        for (Portion portion : payment.portions()) {
            var key = new LineBook.Key(payment.line(), portion.servicePeriod());
            Accrued accrued = draft.budget().lines().accruals().accrued().get(key);
            if (accrued == null) continue;
            Split split = accrued.billedBy(payment.service(), draft.budget().lead());
            if (split.parts().isEmpty()) continue;
            draft.add(reversed(draft.budget(), key.period(), accrued, split, payment.payment(), null, at));
        }
    }

    /** Orders have changed: what is no longer ordered no longer counts. */
    static void ordered(List<LineAmount> changes, Draft draft, Circumstances at) {
        for (LineAmount change : changes) {
            Accrued accrued = draft.budget()
                    .lines()
                    .accruals()
                    .accrued()
                    .get(new LineBook.Key(change.line(), change.servicePeriod()));
            if (accrued == null || !change.split().total().isNegative()) continue;
            Money ordered = draft.budget()
                    .lines()
                    .shared(change.line(), change.servicePeriod())
                    .committed()
                    .total();
            Money beyond = accrued.standing().total().minus(ordered.atLeastZero());
            if (!beyond.isPositive()) continue;
            Split split = accrued.standing().part(beyond, draft.budget().lead());
            draft.add(reversed(draft.budget(), change.servicePeriod(), accrued, split, null, null, at));
        }
    }

    private static AccrualReversed reversed(
            Budget budget,
            PeriodId period,
            Accrued accrued,
            Split split,
            @Nullable PaymentId payment,
            @Nullable Note reason,
            Circumstances at) {
        AccruedLine line = accrued.line();
        return new AccrualReversed(
                budget.terms().budget(),
                at.now(),
                period,
                line.line(),
                line.outcome(),
                line.category(),
                line.supplier(),
                split,
                payment,
                reason,
                at.actor().id());
    }
}
