package org.personalbudget.ledger.budget;

import static java.util.Objects.requireNonNull;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeEvent.OverAdvanced;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.payment.PaymentState.Step;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * Brings what one account was given for one service period to what it is owed for it now: more is paid by an adjustment;
 * less is taken off what has not been handed to the bank, and what was paid beyond that is said to be over-advanced.
 */
final class AdvanceRestatement {

    private final AccountId id;
    private final Period period;
    private final LocalDate from;
    private final Budget before;
    private final Draft draft;
    private final BudgetFacts facts;

    /** @param from the first day that may be owed otherwise than before */
    AdvanceRestatement(AccountId id, Period period, LocalDate from, Budget before, Draft draft, BudgetFacts facts) {
        this.id = id;
        this.period = period;
        this.from = from;
        this.before = before;
        this.draft = draft;
        this.facts = facts;
    }

    /** What is owed less what was given: gross, contribution, and so what is payable. */
    private record Change(Money gross, Money contribution, Money payable, Split split) {}

    void follow() {
        Change change = change();
        boolean calledOff = draft.budget().lifecycle().isCalledOff(id, period.id());
        if (change.payable().isPositive() && !calledOff) add(change);
        if (!change.payable().isNegative()) return;
        for (Instalment instalment : advance().instalments().reversed()) takeOff(instalment);
        Money over = change().payable().negated();
        if (over.exceeds(advance().overAdvanced())) {
            draft.add(new OverAdvanced(before.terms().budget(), at().now(), id, period.id(), over));
        }
    }

    /** Pays what is owed and was called off before. */
    void payAnew() {
        Change change = change();
        if (change.payable().isPositive()) add(change);
    }

    private Change change() {
        Owed owed = Owed.now(account(), period, draft.budget());
        Money gross = owed.gross().minus(advance().gross());
        Money contribution = owed.kept().minus(advance().contribution());
        Money payable = owed.net().minus(advance().paid());
        Split shared = sharing(owed).split(gross);
        if (!Owed.isNet(account())) return new Change(gross, billed(), payable, shared);
        Split split = oneSided(shared.plus(Split.of(Part.of(book(), contribution.negated()))), payable);
        return new Change(gross, contribution, payable, split);
    }

    /** Under GROSS, by how much the decision changes what the person is billed for the period. */
    private Money billed() {
        return raised(draft.budget()).minus(raised(before));
    }

    private Money raised(Budget budget) {
        return budget.contributions().raised().getOrDefault(period.id(), Money.ZERO);
    }

    private Sharing sharing(Owed owed) {
        return owed.sharing().weight() == 0 ? Sharing.over(period.dates(), draft.budget()) : owed.sharing();
    }

    private Funder book() {
        Charge charge = draft.budget().lifecycle().charges().get(period.id());
        return charge == null ? draft.budget().lead() : charge.book();
    }

    /** Where shares and contribution pull different ways, only the funders that the whole amount concerns take part. */
    private static Split oneSided(Split split, Money total) {
        List<Part> parts = split.parts().stream()
                .filter(part -> part.amount().isNegative() == total.isNegative())
                .toList();
        return Takings.spread(total, parts);
    }

    /** After a death the account is given nothing more. */
    private void add(Change change) {
        if (draft.budget().lifecycle().died()) return;
        Instalments.instruct(
                new InstalmentApproved(
                        before.terms().budget(),
                        at().now(),
                        PaymentId.adjustment(before.terms().budget(), id, period.id(), at().command()),
                        id,
                        account().opened().kind(),
                        InstalmentKind.ADJUSTMENT,
                        period.id(),
                        affected(),
                        change.gross(),
                        change.contribution(),
                        change.split(),
                        null,
                        at().actor().id()),
                draft,
                at());
    }

    /** The days of the period from the first that may be owed otherwise. */
    private DateRange affected() {
        DateRange days = Owed.days(account(), period, draft.budget()).orElse(period.dates());
        return Optional.of(from)
                .filter(days::contains)
                .map(first -> new DateRange(first, days.last()))
                .orElse(days);
    }

    /** Takes off an instalment what is too much, as far as it has not been handed to the bank. */
    private void takeOff(Instalment instalment) {
        Change change = change();
        boolean open = facts.instalments().get(instalment.payment()) instanceof Payment payment
                && payment.step() == Step.INSTRUCTED;
        if (!open || !change.payable().isNegative()) return;
        Payment payment = (Payment) requireNonNull(facts.instalments().get(instalment.payment()));
        Money excess = change.payable().negated();
        Money off = excess.min(payment.instructed().split().total());
        Money contribution = change.contribution().negated().timesRatio(off.pence(), excess.pence(), RoundingMode.DOWN);
        Money gross = Owed.isNet(account()) ? off.plus(contribution) : off;
        Split by =
                Takings.take(off, change.split().negated(), payment.instructed().split());
        Takings.reduce(payment, instalment.kind(), gross, contribution, by, draft, at());
    }

    private Account account() {
        return requireNonNull(draft.budget().accounts().get(id));
    }

    private Advance advance() {
        return requireNonNull(account().advances().get(period.id()));
    }

    private Circumstances at() {
        return facts.at();
    }
}
