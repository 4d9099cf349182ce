package org.personalbudget.projections.reclaims;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReliefKind;
import org.personalbudget.ledger.budget.ReliefOf;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.ReliefId;

/** What somebody proposed to let go. {@code position} is where the proposal was recorded. */
public record ReliefView(
        ReliefId reliefId,
        BudgetId budgetId,
        long position,
        Instant recordedAt,
        ReliefKind kind,
        ReliefOf of,
        @Nullable ReclaimId reclaimId,
        @Nullable AccountId accountId,
        Money amount,
        String proposedBy,
        Standing standing,
        @Nullable LocalDate decidedOn,
        @Nullable String decidedBy) {

    /** How far it has got. */
    public enum Standing {
        PROPOSED,
        APPROVED,
        REJECTED
    }
}
