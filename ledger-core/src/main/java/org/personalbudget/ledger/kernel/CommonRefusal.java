package org.personalbudget.ledger.kernel;

import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Refusal.Nature;

/** Refusals that any command can meet. */
public sealed interface CommonRefusal extends Refusal {

    /** None of the actor's roles may ask for this command. */
    record RoleMayNot(String command, Role role) implements CommonRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    /** A closed period never changes (law 8). */
    record PeriodClosed(PeriodId period) implements CommonRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** Another event of the ledger claims this name already. */
    record AlreadyClaimed(UniqueTag tag) implements CommonRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }
}
