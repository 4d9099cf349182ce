package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.Set;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;

/** What can be asked about looking at a budget again. */
public sealed interface ReviewCommand extends BudgetCommand {

    /** A review, or a reassessment, was held. */
    record RecordReview(BudgetId budget, ReviewKind kind, LocalDate on, Note findings) implements ReviewCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /** Work out how closely this budget should be watched. */
    record ScoreMonitoring(BudgetId budget) implements ReviewCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER);
        }
    }
}
