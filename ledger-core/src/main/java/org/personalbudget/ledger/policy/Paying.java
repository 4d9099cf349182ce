package org.personalbudget.ledger.policy;

import java.util.Set;
import org.personalbudget.ledger.terms.BankPayee;

/**
 * How money goes out.
 *
 * @param coolingOffHours how long a change of bank details waits after its approval; a first set does not
 * @param callBack whose change of bank details is approved only with evidence that they were called back
 */
public record Paying(int coolingOffHours, Set<BankPayee.Kind> callBack) {

    public Paying {
        callBack = Set.copyOf(callBack);
    }
}
