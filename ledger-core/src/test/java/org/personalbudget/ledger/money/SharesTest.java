package org.personalbudget.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.terms.Funder;

class SharesTest {

    private static List<Long> split(long pence, long... weights) {
        return Shares.split(Money.ofPence(pence), LongStream.of(weights).boxed().toList()).stream()
                .map(Money::pence)
                .toList();
    }

    @Test
    void theLargestRemaindersGetThePenceLeftOver() {
        assertThat(split(100, 1, 1, 1)).containsExactly(34L, 33L, 33L);
        assertThat(split(102_855, 70, 30)).containsExactly(71_999L, 30_856L);
        assertThat(split(10, 3, 3, 1)).containsExactly(4L, 4L, 2L);
        assertThat(split(5, 1, 2)).containsExactly(2L, 3L);
    }

    @Test
    void amongEqualsTheEarlierGetsThePenny() {
        assertThat(split(1, 1, 1)).containsExactly(1L, 0L);
        assertThat(split(3, 1, 1)).containsExactly(2L, 1L);
        assertThat(split(2, 1, 1, 1, 1)).containsExactly(1L, 1L, 0L, 0L);
    }

    @Test
    void whatIsNegativeIsSplitByItsMagnitude() {
        assertThat(split(-100, 1, 1, 1)).containsExactly(-34L, -33L, -33L);
        assertThat(split(-102_855, 70, 30)).containsExactly(-71_999L, -30_856L);
    }

    @Test
    void nothingGoesWhereNothingWeighs() {
        assertThat(split(7, 0, 1, 0)).containsExactly(0L, 7L, 0L);
        assertThat(split(0, 0, 0)).containsExactly(0L, 0L);
        assertThat(split(0)).isEmpty();
    }

    @Test
    void thereIsSomethingToSplitByAndItIsNotNegative() {
        assertThatThrownBy(() -> split(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> split(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> split(1, 2, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLargestAmountsDoNotOverflow() {
        assertThat(split(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
                .containsExactly(Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2);
    }

    @Test
    void theFirstFunderLeadsAndTheOthersFollowInOrder() {
        List<FunderShare> thirds = List.of(
                new FunderShare(Funder.EDUCATION, 3_334),
                new FunderShare(Funder.POOLED, 3_333),
                new FunderShare(Funder.LA, 3_333));
        assertThat(Shares.byFunder(Money.ofPence(1), thirds).parts())
                .containsExactly(Part.of(Funder.EDUCATION, Money.ofPence(1)));
        List<FunderShare> halves = List.of(
                new FunderShare(Funder.POOLED, 2_000),
                new FunderShare(Funder.ICB, 4_000),
                new FunderShare(Funder.LA, 4_000));
        // 0.4, 0.8 and 0.8 of a penny each of 2: the remainders of LA and ICB are larger than the lead's.
        assertThat(Shares.byFunder(Money.ofPence(2), halves).parts())
                .containsExactly(Part.of(Funder.LA, Money.ofPence(1)), Part.of(Funder.ICB, Money.ofPence(1)));
        assertThat(Shares.byFunder(Money.ofPence(1), halves).parts())
                .containsExactly(Part.of(Funder.LA, Money.ofPence(1)));
    }

    @Test
    void noPennyIsEverLostAndNobodyIsOffByMoreThanOne() {
        Random random = new Random(20250407);
        for (int round = 0; round < 20_000; round++) {
            long[] weights = random.longs(1 + random.nextInt(8), 0, 1L << (1 + random.nextInt(40)))
                    .toArray();
            weights[random.nextInt(weights.length)] = 1 + random.nextInt(1_000);
            long pence = random.nextLong(-1_000_000_000L, 1_000_000_000L);
            requireFair(pence, weights, split(pence, weights));
        }
    }

    private static void requireFair(long pence, long[] weights, List<Long> parts) {
        double sum = Arrays.stream(weights).asDoubleStream().sum();
        assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(pence);
        for (int i = 0; i < weights.length; i++) {
            double exact = pence * (weights[i] / sum);
            assertThat(Math.abs(parts.get(i) - exact))
                    .as("part %d of %d", i, pence)
                    .isLessThan(1.0001);
            assertThat(Long.signum(parts.get(i)) * Long.signum(pence)).isNotNegative();
        }
    }
}
