package org.personalbudget.ops.http.policies;

import java.time.LocalDate;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.policy.Policies;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.PolicyCommand;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.policy.PolicyFeature;

/** The policies, as the log has them now. */
public final class AdoptedPolicies {

    private final EventReader log;
    private final PolicyFeature feature = new PolicyFeature();

    public AdoptedPolicies(EventReader log) {
        this.log = log;
    }

    /** The version in force on a day. */
    public Policy inForceOn(LocalDate day) {
        Policies policies = feature.initial();
        for (RecordedEvent event : log.stream(PolicyCommand.STREAM, 1)) {
            policies = feature.evolve(policies, (PolicyEvent) event.event());
        }
        return policies.inForceOn(day);
    }
}
