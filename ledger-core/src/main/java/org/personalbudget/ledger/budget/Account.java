package org.personalbudget.ledger.budget;

import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Pots;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * One deployment of the budget and what it holds.
 *
 * @param order 0 for the account opened first, and so on
 * @param pots what it holds, less what is authorised to be paid from it
 * @param regular the regular instalments approved, by service period
 * @param oneOffs the one-off instalments approved, each a ring-fence of its own
 */
record Account(AccountOpened opened, int order, Pots pots, PMap<PeriodId, PaymentId> regular, PSet<PaymentId> oneOffs) {

    static Account open(AccountOpened event, int order) {
        return new Account(event, order, Pots.EMPTY, HashTreePMap.empty(), HashTreePSet.empty());
    }

    Account in(Split split) {
        return new Account(opened, order, pots.plus(split), regular, oneOffs);
    }

    Account out(Split split) {
        return new Account(opened, order, pots.minus(split), regular, oneOffs);
    }

    Account instal(PeriodId period, PaymentId payment) {
        return new Account(opened, order, pots, regular.plus(period, payment), oneOffs);
    }

    Account setAside(PaymentId oneOff) {
        return new Account(opened, order, pots, regular, oneOffs.plus(oneOff));
    }
}
