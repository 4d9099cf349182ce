package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * One instalment as it stands, after what was taken off before it was paid.
 *
 * @param gross what its days cost
 * @param contribution what the person adds
 * @param payable what the council pays, by source
 */
record Instalment(PaymentId payment, InstalmentKind kind, Money gross, Money contribution, Split payable) {

    static Instalment of(InstalmentApproved event) {
        return new Instalment(
                event.payment(), event.instalment(), event.gross(), event.contribution(), event.payable());
    }

    Instalment less(InstalmentReduced event) {
        return new Instalment(
                payment,
                kind,
                gross.minus(event.gross()),
                contribution.minus(event.contribution()),
                payable.plus(event.by().negated()));
    }
}
