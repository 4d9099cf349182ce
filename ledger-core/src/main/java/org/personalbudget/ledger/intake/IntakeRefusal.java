package org.personalbudget.ledger.intake;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.terms.FileDigest;

/** Every reason for which a file is not taken in. */
public sealed interface IntakeRefusal extends Refusal {

    /** @param on the day on which it was taken in */
    record FileAlreadyTakenIn(FileDigest file, LocalDate on) implements IntakeRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    record FileNotReceived(FileDigest file) implements IntakeRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }
}
