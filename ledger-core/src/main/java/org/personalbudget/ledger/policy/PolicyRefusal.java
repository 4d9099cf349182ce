package org.personalbudget.ledger.policy;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Refusal;

/** Every reason for which a policy is not adopted. */
public sealed interface PolicyRefusal extends Refusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    /** A policy takes effect today or later: decisions already taken keep theirs. */
    record PolicyInThePast(LocalDate effectiveFrom, LocalDate today) implements PolicyRefusal {}

    record PercentOutOfRange(String field, int percent) implements PolicyRefusal {}

    record NegativeAmount(String field) implements PolicyRefusal {}
}
