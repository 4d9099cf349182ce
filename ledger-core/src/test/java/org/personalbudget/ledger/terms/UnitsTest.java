package org.personalbudget.ledger.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void areHundredths() {
        assertThat(Units.of(new BigDecimal("12.5"))).isEqualTo(new Units(1_250));
        assertThat(new Units(1_250).quantity()).isEqualByComparingTo("12.5");
        assertThatThrownBy(() -> Units.of(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void areNeverSoManyThatAPriceCouldOverflow() {
        assertThat(new Units(99_999_999).quantity()).isEqualByComparingTo("999999.99");
        assertThatThrownBy(() -> new Units(100_000_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Units(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }
}
