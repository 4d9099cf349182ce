package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.*;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.CustodyCommand.NoteDecline;
import org.personalbudget.ledger.budget.CustodyEvent.CardDeclined;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.terms.MerchantCode;

/** A declined card payment moves nothing, and somebody should know of it. */
final class Declines {

    private Declines() {}

    static Decision note(NoteDecline command, Budget budget, Circumstances at) {
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", command.amount()),
                () -> happened("on", command.on(), at),
                () -> holdsMoney(command.account(), command.on(), budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        MerchantCode merchant = command.merchant();
        return accept(new CardDeclined(
                command.budget(),
                at.on(command.on()),
                command.account(),
                command.amount(),
                merchant,
                merchant != null && at.policy().hardExcludedMerchants().contains(merchant),
                at.actor().id()));
    }
}
