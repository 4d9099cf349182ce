package org.personalbudget.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.APolicy.policyFrom;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.policy.PolicyEvent.PolicyAdopted;
import org.personalbudget.ledger.policy.PolicyRefusal.*;
import org.personalbudget.ledger.testing.APolicy;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.People;

class PoliciesTest {

    private static final Given MARCH = today("2025-03-01");

    private static APolicy policy() {
        return policyFrom("2025-03-01");
    }

    private static Policy inForceOn(String day, DeciderFixture ledger) {
        return new PolicyFeature().inForceOn(LocalDate.parse(day), ledger);
    }

    @Test
    void aPolicyIsAdoptedAndNumberedByTheLedger() {
        PolicyAdopted adopted = given(MARCH, policy())
                .when(policy().flexing(20))
                .thenRecorded(PolicyAdopted.class)
                .the(PolicyAdopted.class);
        assertThat(adopted.policy().version()).isEqualTo(2);
        assertThat(adopted.policy().flexPercent()).isEqualTo(20);
        assertThat(adopted.adoptedBy()).isEqualTo(People.ADA);
    }

    @Test
    void aPolicyTakesEffectTodayOrLater() {
        given(today("2025-03-02"))
                .when(policy())
                .thenRefused(new PolicyInThePast(LocalDate.parse("2025-03-01"), LocalDate.parse("2025-03-02")));
    }

    @Test
    void itsFiguresAreWhatTheyCanBe() {
        given(MARCH).when(policy().flexing(101)).thenRefused(new PercentOutOfRange("flexPercent", 101));
        given(MARCH).when(policy().flexing(-1)).thenRefused(new PercentOutOfRange("flexPercent", -1));
        given(MARCH).when(policy().flexing(100)).thenAccepted();
        given(MARCH).when(policy().approversSignUpTo("-0.01")).thenRefused(new NegativeAmount("approverWeeklyLimit"));
        given(MARCH).when(policy().tolerating("-0.01")).thenRefused(new NegativeAmount("lineTolerance"));
        given(MARCH)
                .when(policy().evidenceAbove(RiskTier.HIGH, "-0.01"))
                .thenRefused(new NegativeAmount("evidenceAbove"));
    }

    @Test
    void thePolicyInForceIsTheLastAdoptedThatHasStarted() {
        DeciderFixture ledger = given(MARCH, policyFrom("2025-06-01"), policyFrom("2025-04-01"));
        assertThat(inForceOn("2025-03-31", ledger)).isEqualTo(Policy.initial());
        assertThat(inForceOn("2025-04-01", ledger).version()).isEqualTo(2);
        // Adopted later, and so in force over the one that starts later.
        assertThat(inForceOn("2025-06-01", ledger).version()).isEqualTo(2);
    }
}
