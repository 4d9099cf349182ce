package org.personalbudget.ledger.policy;

import java.time.LocalDate;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Every version of the council's policy.
 *
 * @param adopted in the order of adoption, the first being version 1
 */
public record Policies(PVector<Policy> adopted) {

    public static final Policies NONE = new Policies(TreePVector.empty());

    /** The version in force on a day: the last adopted of those that had taken effect. */
    public Policy inForceOn(LocalDate day) {
        for (int i = adopted.size() - 1; i >= 0; i--) {
            if (!adopted.get(i).effectiveFrom().isAfter(day)) return adopted.get(i);
        }
        return Policy.initial();
    }

    int nextVersion() {
        return adopted.size() + 1;
    }
}
