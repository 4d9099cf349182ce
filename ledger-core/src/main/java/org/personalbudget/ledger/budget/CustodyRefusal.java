package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.PaymentId;

/** Why what a statement showed cannot be recorded, or not be taken back. */
public sealed interface CustodyRefusal extends BudgetRefusal {

    @Override
    default Nature nature() {
        return Nature.CONFLICT;
    }

    /** The account holds less money of unknown origin than is to be taken back. */
    record NotSoMuchUnknown(AccountId account, Money amount, Money held) implements CustodyRefusal {}

    /** Only the leg that settled last is open again, and only while nothing has come of it. */
    record SettlementStands(PaymentId payment, PaymentStanding standing, SettlementLeg leg) implements CustodyRefusal {}

    /** No more can be taken back than was received and has not been promised back. */
    record NotSoMuchContributed(@Nullable AccountId account, Money amount, Money received) implements CustodyRefusal {}
}
