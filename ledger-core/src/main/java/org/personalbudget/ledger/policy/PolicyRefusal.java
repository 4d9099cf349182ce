package org.personalbudget.ledger.policy;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.kernel.Refusal.Nature;

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

    /** @param field where it lies in the policy, with a slash between the names */
    record NumberOutOfRange(String field, int number, int least, int most) implements PolicyRefusal {}

    /** The law sets the longest time between two reviews; a council may look again sooner. */
    record LongerThanTheLawAllows(String field, int weeks, int most) implements PolicyRefusal {}

    /** Somebody speaks with the person before the budget is reviewed. */
    record ReviewBeforeAlert(int alertPeriods, int reviewPeriods) implements PolicyRefusal {}

    record HighBelowMedium(int mediumFrom, int highFrom) implements PolicyRefusal {}

    /** Every budget has a tier, so every tier has a time from one account return to the next. */
    record ReturnWeeksMissing(RiskTier tier) implements PolicyRefusal {}
}
