package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.BudgetRefusal.DateOutOfRange;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.Relationship;
import org.personalbudget.ledger.testing.ASpend;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** Regulation 3: close relatives are paid only where, and for the days for which, it was decided to be necessary. */
class NecessityTest {

    static final Payee HUSBAND = new Payee(new PersonRef("P-2002"), Relationship.SPOUSE, false);
    private static final Payee SON = new Payee(new PersonRef("P-3003"), Relationship.RELATIVE, true);

    private static final Given FUNDED = ledger ->
            ledger.and(aBudgetOf("310.00").paidGross(), inTheAccount("2025-P03", "2025-06-02"), today("2025-06-28"));
    private static final Given DECIDED_IN_JUNE =
            decideNecessity(SON.ref(), Relationship.RELATIVE, "2025-06-01", "2025-06-20");

    private static ASpend wage(String on) {
        return spend("220.00", on).of(Category.HOME_CARE).to(SON);
    }

    /** S24. */
    @Test
    void aWageOfARelativeInTheHouseholdIsHeldIfNotYetPaid() {
        given(FUNDED).when(wage("2025-06-10").notYetPaid()).thenRecorded(SpendHeld.class);
        given(FUNDED, DECIDED_IN_JUNE).when(wage("2025-06-20").notYetPaid()).thenRecorded(SpendCleared.class);
        given(FUNDED, DECIDED_IN_JUNE).when(wage("2025-06-21").notYetPaid()).thenRecorded(SpendHeld.class);
    }

    /** S24. */
    @Test
    void andRecordedUnderQueryIfPaidAlready() {
        Then paid = given(FUNDED).when(wage("2025-06-10"));
        assertThat(paid.the(SpendRecorded.class).reasons()).containsExactly(SpendReason.NECESSITY_NOT_DECIDED);
        assertThat(paid.posted().balances()).containsExactly("1200 -220.00", "5800 220.00");
        Then decided = given(FUNDED, DECIDED_IN_JUNE).when(wage("2025-06-10"));
        assertThat(decided.posted().balance(5000)).isEqualTo("220.00");
        Then outside = given(FUNDED, DECIDED_IN_JUNE).when(wage("2025-06-21"));
        assertThat(outside.posted().balance(5800)).isEqualTo("220.00");
    }

    @ParameterizedTest
    @CsvSource({
        "SPOUSE, false, true",
        "SPOUSE, true, true",
        "PARTNER, true, true",
        "PARTNER, false, false",
        "RELATIVE, true, true",
        "RELATIVE, false, false",
        "NONE, true, false"
    })
    void theLawNamesWhomItConcerns(Relationship relationship, boolean sameHousehold, boolean queried) {
        Payee payee = new Payee(new PersonRef("P-4004"), relationship, sameHousehold);
        assertThat(given(FUNDED)
                        .when(spend("1.00", "2025-06-10").to(payee))
                        .the(SpendRecorded.class)
                        .accepted())
                .isEqualTo(!queried);
    }

    @Test
    void aDecisionForSomebodyCoversNobodyElse() {
        Payee daughter = new Payee(new PersonRef("P-5005"), Relationship.RELATIVE, true);
        assertThat(given(FUNDED, DECIDED_IN_JUNE)
                        .when(spend("1.00", "2025-06-10").to(daughter))
                        .the(SpendRecorded.class)
                        .accepted())
                .isFalse();
    }

    @Test
    void aDecisionForNobodyInParticularCoversAllSoRelated() {
        Given anyRelative = decideNecessity(null, Relationship.RELATIVE, "2025-06-01", "2025-06-20");
        assertThat(given(FUNDED, anyRelative)
                        .when(wage("2025-06-01"))
                        .the(SpendRecorded.class)
                        .accepted())
                .isTrue();
        assertThat(given(FUNDED, anyRelative)
                        .when(spend("1.00", "2025-06-10").to(HUSBAND))
                        .the(SpendRecorded.class)
                        .accepted())
                .isFalse();
    }

    @Test
    void aProvidersPaymentToARelativeWaitsUnlessOneDecisionCoversAllItsDays() {
        Given agency = registerAgency();
        Then held = given(agency, FUNDED)
                .when(payProvider("220.00", "2025-06-02", "2025-06-08").to(SON))
                .thenRecorded(ProviderPaymentHeld.class);
        assertThat(held.the(ProviderPaymentHeld.class).reasons()).containsExactly(SpendReason.NECESSITY_NOT_DECIDED);
        assertThat(held.posted().balances()).isEmpty();
        given(
                        agency,
                        FUNDED,
                        decideNecessity(SON.ref(), Relationship.RELATIVE, "2025-06-02", "2025-06-04"),
                        decideNecessity(SON.ref(), Relationship.RELATIVE, "2025-06-05", "2025-06-08"))
                .when(payProvider("220.00", "2025-06-02", "2025-06-08").to(SON))
                .thenRecorded(ProviderPaymentHeld.class);
        given(agency, FUNDED, DECIDED_IN_JUNE)
                .when(payProvider("220.00", "2025-06-02", "2025-06-08").to(SON))
                .thenRecorded(ProviderPaymentAuthorised.class, PaymentInstructed.class);
    }

    @Test
    void aPaymentThatWasHeldIsAskedForAgainOnceDecided() {
        given(
                        registerAgency(),
                        FUNDED,
                        payProvider("220.00", "2025-06-02", "2025-06-08")
                                .to(SON)
                                .onInvoice("W-1"),
                        DECIDED_IN_JUNE)
                .when(payProvider("220.00", "2025-06-02", "2025-06-08").to(SON).onInvoice("W-1"))
                .thenRecorded(ProviderPaymentAuthorised.class, PaymentInstructed.class);
    }

    @Test
    void theDatesOfADecisionAreInTheTable() {
        given(FUNDED)
                .when(decideNecessity(null, Relationship.SPOUSE, "2015-04-05", "2025-06-20"))
                .thenRefused(new DateOutOfRange("from", day("2015-04-05"), day("2015-04-06"), day("2046-04-01")));
        given(FUNDED)
                .when(decideNecessity(null, Relationship.SPOUSE, "2025-06-01", "2046-04-02"))
                .thenRefused(new DateOutOfRange("to", day("2046-04-02"), day("2015-04-06"), day("2046-04-01")));
        given(FUNDED)
                .when(decideNecessity(null, Relationship.SPOUSE, "2025-06-01", "2025-06-20"))
                .thenRecorded(NecessityDecided.class);
    }
}
