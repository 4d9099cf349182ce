package org.personalbudget.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "0.01", "-0.01", "1240.00", "-688.88", "9999999999999.99"})
    void isWrittenAsItIsRead(String pounds) {
        assertThat(Money.of(pounds).toString()).isEqualTo(pounds);
    }

    @Test
    void isACountOfPence() {
        assertThat(Money.of("1240.00").pence()).isEqualTo(124_000);
        assertThat(Money.of("-0.00")).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "1.000",
                "1,000.00",
                "01.00",
                "+1.00",
                " 1.00",
                "1e2",
                ".50",
                "£1.00",
                "NaN",
                "10000000000000.00",
                "١.٠٠"
            })
    void isReadInOneFormOnly(String text) {
        assertThatThrownBy(() -> Money.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotOverflowInSilence() {
        Money largest = Money.ofPence(Long.MAX_VALUE);
        Money penny = Money.ofPence(1);
        assertThatThrownBy(() -> largest.plus(penny)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> largest.negated().minus(penny).minus(penny)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofPence(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> largest.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> largest.times(new BigDecimal("1.01"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> largest.timesRatio(2, 1, RoundingMode.DOWN)).isInstanceOf(ArithmeticException.class);
        // What is too large only on the way is not too large.
        assertThat(largest.timesRatio(7, 7, RoundingMode.UNNECESSARY)).isEqualTo(largest);
    }

    @ParameterizedTest
    @CsvSource({
        // S03: 18 days at 310.00 and at 42.10 a week.
        "310.00, 18, 7, HALF_UP, 797.14",
        "42.10, 18, 7, DOWN, 108.25",
        // S16: 10 days.
        "310.00, 10, 7, HALF_UP, 442.86",
        "42.10, 10, 7, DOWN, 60.14",
        // S17: 5 % off, on the magnitude.
        "246.91, 95, 100, HALF_UP, 234.56",
        "83.33, 95, 100, HALF_UP, 79.16",
        "379.44, 95, 100, HALF_UP, 360.47",
        "-0.01, 1, 2, HALF_UP, -0.01",
        "-0.01, 1, 2, DOWN, 0.00"
    })
    void isMultipliedByARatioWithTheRoundingNamed(
            String amount, long numerator, long denominator, RoundingMode rounding, String result) {
        assertThat(Money.of(amount).timesRatio(numerator, denominator, rounding))
                .isEqualTo(Money.of(result));
    }

    @ParameterizedTest
    @CsvSource({"22.00, 12.5, 275.00", "22.00, 3.25, 71.50", "0.01, 0.5, 0.01", "0.01, 0.49, 0.00", "-0.01, 0.5, -0.01"
    })
    void isMultipliedByAQuantityAndRoundedHalfUp(String rate, BigDecimal quantity, String result) {
        assertThat(Money.of(rate).times(quantity)).isEqualTo(Money.of(result));
    }

    @Test
    void isCompared() {
        Money one = Money.of("1.00");
        Money two = Money.of("2.00");
        assertThat(two.exceeds(one)).isTrue();
        assertThat(one.exceeds(one)).isFalse();
        assertThat(one.min(two)).isEqualTo(one);
        assertThat(one.max(two)).isEqualTo(two);
        assertThat(one.negated().atLeastZero()).isEqualTo(Money.ZERO);
        assertThat(one.compareTo(two)).isNegative();
        assertThat(Money.ZERO.isPositive() || Money.ZERO.isNegative()).isFalse();
    }
}
