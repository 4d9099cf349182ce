package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;

/** What keeps money from going out, or lets it go again. */
public sealed interface PayoutEvent extends BudgetEvent {

    /**
     * A payment came back because its payee is said to have died. Until a practitioner has found out, by recording the
     * death or by dismissing this, no run pays into this budget.
     */
    record DeathQueried(BudgetId budget, When when, PaymentId payment) implements PayoutEvent {}

    /** It is not so. */
    record DeathQueryDismissed(BudgetId budget, When when, Note reason, ActorId by) implements PayoutEvent {}
}
