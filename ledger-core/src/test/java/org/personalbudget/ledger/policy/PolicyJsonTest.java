package org.personalbudget.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.APolicy.policyFrom;
import static org.personalbudget.ledger.testing.BudgetWords.day;
import static org.personalbudget.ledger.testing.BudgetWords.period;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.axon.LedgerConfiguration;
import org.personalbudget.ledger.eventstore.EventCodec;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.policy.PolicyEvent.PolicyAdopted;
import org.personalbudget.ledger.testing.People;

class PolicyJsonTest {

    private final EventCodec codec = LedgerConfiguration.contents().codec();

    /** A seeded history found that only sets with an order of their own could be written. */
    @Test
    void aPolicyThatNamesSeveralMerchantsCanBeKept() {
        When when = new When(day("2025-04-07"), period("2025-P01"));
        PolicyAdopted adopted = new PolicyAdopted(when, policyFrom("2025-04-07").policy(), People.ALICE);
        assertThat(adopted.policy().hardExcludedMerchants()).hasSizeGreaterThan(1);

        assertThat(codec.decode(codec.name(adopted), codec.revision(adopted), codec.encode(adopted)))
                .isEqualTo(adopted);
    }
}
