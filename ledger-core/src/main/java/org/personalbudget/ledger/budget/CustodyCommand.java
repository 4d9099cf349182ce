package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Role.RECONCILER;
import static org.personalbudget.ledger.kernel.Role.SYSTEM;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.PaymentId;

/** What can be asked about money in custody that a statement shows, or showed by mistake. */
public sealed interface CustodyCommand extends BudgetCommand {

    @Override
    default Set<Role> permitted() {
        return Set.of(RECONCILER, SYSTEM);
    }

    /** Money came into an account, and nobody knows yet whose. */
    record RecordUnknownCredit(
            BudgetId budget,
            AccountId account,
            Money amount,
            LocalDate on,
            @Nullable Note reference) implements CustodyCommand {}

    /** Money of unknown origin turns out to be something else: it is taken back, to be recorded as what it is. */
    record WithdrawUnknownCredit(BudgetId budget, AccountId account, Money amount, LocalDate on)
            implements CustodyCommand {}

    /** A card payment was asked for and declined. */
    record NoteDecline(
            BudgetId budget,
            AccountId account,
            Money amount,
            LocalDate on,
            @Nullable MerchantCode merchant) implements CustodyCommand {}

    /** A payment was said to have moved, and has not: the last leg that was said to have settled is open again. */
    record UndoSettlement(BudgetId budget, PaymentId payment, SettlementLeg leg, LocalDate on)
            implements CustodyCommand {}

    /** What was taken for a contribution was none. */
    record UndoContributionPayment(
            BudgetId budget, @Nullable AccountId account, Money amount, LocalDate on) implements CustodyCommand {}
}
