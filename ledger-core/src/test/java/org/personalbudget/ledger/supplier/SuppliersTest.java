package org.personalbudget.ledger.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.SupplierWords.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.kernel.UniqueTag;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.supplier.SupplierEvent.*;
import org.personalbudget.ledger.supplier.SupplierRefusal.*;
import org.personalbudget.ledger.supplier.SupplierState.Supplier;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ledger.testing.DeciderFixture;

class SuppliersTest {

    private static Money rateOn(String day, DeciderFixture ledger) {
        Supplier supplier = (Supplier) ledger.state(AGENCY.stream(), new SupplierFeature());
        return supplier.rateOn(Category.HOME_CARE, LocalDate.parse(day))
                .map(SupplierRateSet::rate)
                .orElse(Money.ZERO);
    }

    @Test
    void aSupplierIsRegisteredOnceUnderItsReference() {
        SupplierRegistered registered = given().when(registerAgency())
                .thenRecorded(SupplierRegistered.class)
                .the(SupplierRegistered.class);
        assertThat(registered.claims()).containsExactly(new UniqueTag("supplier-ref", "AG-17"));
        given(registerAgency())
                .when(registerAgency())
                .thenRefused(new SupplierAlreadyRegistered(AGENCY, new SupplierRef("AG-17")));
    }

    @Test
    void aRateIsASuppliersPositiveAndWithinReason() {
        given().when(rate("22.00", "2025-04-07", null)).thenRefused(new NoSuchSupplier(AGENCY));
        given(registerAgency())
                .when(rate("0.00", "2025-04-07", null))
                .thenRefused(new RateNotPositive(Money.of("0.00")));
        given(registerAgency())
                .when(rate("1000000.01", "2025-04-07", null))
                .thenRefused(new RateTooLarge(Money.of("1000000.01"), Money.of("1000000.00")));
        given(registerAgency()).when(rate("1000000.00", "2025-04-07", null)).thenRecorded(SupplierRateSet.class);
    }

    @Test
    void aRateStartsWithinTheTableAndEndsNoEarlier() {
        given(registerAgency())
                .when(rate("22.00", "2025-04-07", "2025-04-06"))
                .thenRefused(new RateEndsBeforeItStarts(LocalDate.parse("2025-04-07"), LocalDate.parse("2025-04-06")));
        given(registerAgency()).when(rate("22.00", "2025-04-07", "2025-04-07")).thenAccepted();
        given(registerAgency())
                .when(rate("22.00", "2015-04-05", null))
                .thenRefused(new RateDateOutOfRange(
                        LocalDate.parse("2015-04-05"), LocalDate.parse("2015-04-06"), LocalDate.parse("2046-04-01")));
    }

    @Test
    void aCategoryHasOneRateThatStartsOnADay() {
        given(registerAgency(), rate("22.00", "2025-04-07", null))
                .when(rate("22.90", "2025-04-07", "2025-06-01"))
                .thenRefused(
                        new RateAlreadySet(Category.HOME_CARE, LocalDate.parse("2025-04-07"), null, Money.of("22.00")));
        given(registerAgency(), rate("22.00", "2025-04-07", null))
                .when(rate(Category.RESPITE, "22.90", "2025-04-07", null))
                .thenAccepted();
    }

    @Test
    void theRateInForceIsTheOneThatStartedLastAndHasNotEnded() {
        DeciderFixture ledger = given(
                registerAgency(),
                rate("22.90", "2026-04-06", null),
                rate("22.00", "2025-04-07", null),
                rate("25.00", "2025-12-25", "2025-12-26"));
        assertThat(rateOn("2025-04-06", ledger)).isEqualTo(Money.ZERO);
        assertThat(rateOn("2025-04-07", ledger)).isEqualTo(Money.of("22.00"));
        assertThat(rateOn("2025-12-25", ledger)).isEqualTo(Money.of("25.00"));
        assertThat(rateOn("2025-12-26", ledger)).isEqualTo(Money.of("25.00"));
        assertThat(rateOn("2025-12-27", ledger)).isEqualTo(Money.of("22.00"));
        assertThat(rateOn("2026-04-06", ledger)).isEqualTo(Money.of("22.90"));
    }
}
