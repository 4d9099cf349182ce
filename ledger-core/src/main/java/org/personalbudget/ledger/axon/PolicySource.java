package org.personalbudget.ledger.axon;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Feature.Reads;
import org.personalbudget.ledger.policy.Policy;

/** Where the policy in force comes from: it is read like any other stream, so that a decision notices a new version. */
@FunctionalInterface
public interface PolicySource {

    /** The policy in force on a day. */
    Policy inForce(Reads reads, LocalDate on);
}
