package org.personalbudget.ledger.budget;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Pots;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;

/**
 * One deployment of the budget and what it holds.
 *
 * @param order 0 for the account opened first, and so on
 * @param pots what it holds, less what is authorised to be paid from it
 * @param advances what it was given, by the service period that it is for; one-offs apart
 * @param oneOffs the one-off instalments approved, each a ring-fence of its own
 * @param movements when money came and went
 */
record Account(
        AccountOpened opened,
        int order,
        Pots pots,
        PMap<PeriodId, Advance> advances,
        PSet<PaymentId> oneOffs,
        Movements movements) {

    static Account open(AccountOpened event, int order) {
        return new Account(event, order, Pots.EMPTY, HashTreePMap.empty(), HashTreePSet.empty(), Movements.NONE);
    }

    AccountId id() {
        return opened.account();
    }

    /** Whether somebody who acts as a holder holds another account than this. */
    boolean isStrangeTo(Actor actor) {
        if (actor.role() != Role.ACCOUNT_HOLDER) return false;
        PersonRef holder = opened.holder();
        return holder == null || !holder.value().equals(actor.id().value());
    }

    /** Money came, on that day at the bank or on the card. */
    Account in(Split split, LocalDate on) {
        return new Account(opened, order, pots.plus(split), advances, oneOffs, movements.move(split, on));
    }

    /** Money went, or is spoken for and no longer free. */
    Account out(Split split, LocalDate on) {
        return in(split.negated(), on);
    }

    /** Of what is spoken for, more waits to be paid; or, with a negative amount, less. */
    Account reserve(Money amount) {
        return new Account(opened, order, pots, advances, oneOffs, movements.reserve(amount));
    }

    /** The first instalment of a period, or one more. */
    Account advance(PeriodId period, Instalment instalment) {
        Advance before = advances.get(period);
        Advance after = before == null ? Advance.of(instalment) : before.and(instalment);
        return new Account(opened, order, pots, advances.plus(period, after), oneOffs, movements);
    }

    /** Changes what stands as given for a period, if anything does. */
    Account advance(PeriodId period, UnaryOperator<Advance> change) {
        Advance before = advances.get(period);
        if (before == null) return this;
        return new Account(opened, order, pots, advances.plus(period, change.apply(before)), oneOffs, movements);
    }

    /** So much of the over-advances of these periods is taken back. */
    Account takeBack(List<TakenBack> parts) {
        Account account = this;
        for (TakenBack part : parts) {
            account = account.advance(part.servicePeriod(), was -> was.takeBack(part.amount()));
        }
        return account;
    }

    /** The same where it was not said of which periods: of the oldest first, as far as it was said. */
    Account takeBack(Money amount) {
        Account account = this;
        Money left = amount;
        for (PeriodId period : new TreeSet<>(advances.keySet())) {
            Money part = left.min(requireNonNull(advances.get(period)).overAdvanced());
            account = account.advance(period, was -> was.takeBack(part));
            left = left.minus(part);
        }
        return account;
    }

    /** What was taken back is in the account again: the newest period's first. */
    Account putBack(Money amount) {
        Account account = this;
        Money left = amount;
        for (PeriodId period : new TreeSet<>(advances.keySet()).descendingSet()) {
            Money part = left.min(requireNonNull(advances.get(period)).taken());
            account = account.advance(period, was -> was.takeBack(part.negated()));
            left = left.minus(part);
        }
        return account;
    }

    Account setAside(PaymentId oneOff) {
        return new Account(opened, order, pots, advances, oneOffs.plus(oneOff), movements);
    }

    /** A one-off was called off: nothing will ever be set aside for it. */
    Account forgo(PaymentId oneOff) {
        return new Account(opened, order, pots, advances, oneOffs.minus(oneOff), movements);
    }
}
