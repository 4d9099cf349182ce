package org.personalbudget.ledger.kernel;

/** Refusals that any command can meet. */
public sealed interface CommonRefusal extends Refusal {

    /** None of the actor's roles may ask for this command. */
    record RoleMayNot(String command, Role role) implements CommonRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
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
