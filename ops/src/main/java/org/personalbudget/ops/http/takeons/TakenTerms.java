package org.personalbudget.ops.http.takeons;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PersonRef;

/**
 * What a BUDGET row says.
 *
 * @param aftercare whether it is aftercare under section 117 of the Mental Health Act 1983, which is never charged for
 * @param funders the first leads
 * @param contribution a week, or null for none
 */
record TakenTerms(
        PersonRef person,
        CareGroup careGroup,
        boolean aftercare,
        Money weekly,
        List<FunderShare> funders,
        RiskTier riskTier,
        @Nullable Money contribution) {

    Funder lead() {
        return funders.getFirst().funder();
    }

    boolean isFundedBy(Funder funder) {
        return funders.stream().anyMatch(share -> share.funder() == funder);
    }

    /** The council whose book carries the person's contribution. */
    Optional<Funder> chargingCouncil() {
        return funders.stream()
                .map(FunderShare::funder)
                .filter(Funder::isCouncil)
                .findFirst();
    }
}
