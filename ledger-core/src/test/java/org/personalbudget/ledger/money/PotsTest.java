package org.personalbudget.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.Then.inWords;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

class PotsTest {

    private static final PaymentId FENCE = new PaymentId(new UUID(0, 1));

    private static Pots holding(Part... parts) {
        return Pots.EMPTY.plus(Split.of(parts));
    }

    private static Part of(Funder funder, String amount) {
        return Part.of(funder, Money.of(amount));
    }

    private static Part client(String amount) {
        return Part.client(Funder.LA, Money.of(amount));
    }

    private static Part fenced(Funder funder, String amount) {
        return new Part(funder, funder.source(), FENCE, Money.of(amount));
    }

    private static String proRata(Pots pots, String amount) {
        return inWords(pots.attribute(Money.of(amount), Attribution.PRO_RATA, Funder.LA, null));
    }

    private static String clientFirst(Pots pots, String amount) {
        return inWords(pots.attribute(Money.of(amount), Attribution.CLIENT_FIRST_CONSUMED, Funder.LA, null));
    }

    /** S01, S06 and S07. */
    @Test
    void inProportionToWhatEachSourceHolds() {
        Pots pots = holding(of(Funder.LA, "1071.60"), client("168.40"));
        assertThat(proRata(pots, "1056.00")).isEqualTo("LA 912.59, CLIENT 143.41");
        assertThat(proRata(pots, "264.00")).isEqualTo("LA 228.15, CLIENT 35.85");
        assertThat(proRata(pots, "1100.00")).isEqualTo("LA 950.61, CLIENT 149.39");
        assertThat(proRata(pots, "22.00")).isEqualTo("LA 19.01, CLIENT 2.99");
    }

    @Test
    void firstBetweenBooksAndThenInside() {
        Pots pots = holding(of(Funder.LA, "699.60"), client("168.40"), of(Funder.ICB, "372.00"));
        assertThat(proRata(pots, "620.00")).isEqualTo("LA 349.80, CLIENT 84.20, ICB 186.00");
    }

    @Test
    void aTieGoesToTheLeadThenInFunderOrderAndToThePersonLast() {
        Pots even = holding(of(Funder.LA, "0.01"), client("0.01"), of(Funder.ICB, "0.02"));
        // Between the books LA and ICB tie; inside LA the funder's own comes before the person's.
        assertThat(proRata(even, "0.01")).isEqualTo("LA 0.01");
        assertThat(inWords(even.attribute(Money.of("0.01"), Attribution.PRO_RATA, Funder.ICB, null)))
                .isEqualTo("ICB 0.01");
    }

    @Test
    void thePersonsMoneyFirst() {
        Pots pots = holding(of(Funder.LA, "100.00"), client("30.00"), of(Funder.ICB, "100.00"));
        assertThat(clientFirst(pots, "30.00")).isEqualTo("CLIENT 30.00");
        assertThat(clientFirst(pots, "40.00")).isEqualTo("CLIENT 30.00, LA 5.00, ICB 5.00");
    }

    @Test
    void ownMoneyAndMoneyOfUnknownOriginAreNeverUsed() {
        Pots pots = holding(
                new Part(Funder.LA, Source.OWN, null, Money.of("100.00")),
                new Part(Funder.LA, Source.UNKNOWN, null, Money.of("100.00")));
        assertThat(pots.free()).isEqualTo(Money.ZERO);
        assertThat(proRata(pots, "1.00")).isEqualTo("LA 1.00");
    }

    @Test
    void aRingFenceIsUsedByNothingThatDoesNotNameIt() {
        Pots pots = holding(of(Funder.LA, "10.00"), fenced(Funder.LA, "345.00"));
        assertThat(pots.free()).isEqualTo(Money.of("10.00"));
        assertThat(pots.ringFenced(FENCE)).isEqualTo(Money.of("345.00"));
        assertThat(proRata(pots, "12.00")).isEqualTo("LA 12.00");
    }

    @Test
    void whatNamesARingFenceUsesItFirst() {
        Pots pots = holding(of(Funder.LA, "10.00"), fenced(Funder.LA, "7.00"), fenced(Funder.ICB, "3.00"));
        assertThat(inWords(pots.attribute(Money.of("1.00"), Attribution.PRO_RATA, Funder.LA, FENCE)))
                .isEqualTo("LA fenced 0.70, ICB fenced 0.30");
        assertThat(inWords(pots.attribute(Money.of("12.00"), Attribution.PRO_RATA, Funder.LA, FENCE)))
                .isEqualTo("LA fenced 7.00, ICB fenced 3.00, LA 2.00");
    }

    @Test
    void whatExceedsAllPotsIsTheLeadsAndNegative() {
        Pots pots = holding(of(Funder.LA, "10.00"), client("5.00"));
        assertThat(proRata(pots, "20.00")).isEqualTo("LA 15.00, CLIENT 5.00");
        Pots after = pots.minus(pots.attribute(Money.of("20.00"), Attribution.PRO_RATA, Funder.LA, null));
        assertThat(after.overdrawn(Source.LA)).isEqualTo(Money.of("5.00"));
        assertThat(after.overdrawn(Source.CLIENT)).isEqualTo(Money.ZERO);
        assertThat(after.free()).isEqualTo(Money.ZERO);
    }

    @Test
    void aPotThatIsOverdrawnIsNoPot() {
        Pots pots = holding(of(Funder.LA, "-50.00"), client("100.00"));
        assertThat(proRata(pots, "30.00")).isEqualTo("CLIENT 30.00");
        // The account holds 50.00, whatever its sources say of each other.
        assertThat(pots.free()).isEqualTo(Money.of("50.00"));
    }

    @Test
    void aRefundTakesTheSameSplitBack() {
        Pots pots = holding(of(Funder.LA, "1071.60"), client("168.40"));
        Split spent = pots.attribute(Money.of("118.00"), Attribution.PRO_RATA, Funder.LA, null);
        assertThat(pots.minus(spent).plus(spent)).isEqualTo(pots);
    }

    /** Whatever is spent in whatever pieces: no pot falls below zero while there is money, and all ends at zero. */
    @ParameterizedTest
    @EnumSource(Attribution.class)
    void noSourceIsEverMadeNegativeByARoundingPenny(Attribution rule) {
        Random random = new Random(310);
        for (int round = 0; round < 500; round++) {
            Pots pots = randomPots(random);
            while (pots.free().isPositive() || pots.ringFenced(FENCE).isPositive()) {
                @Nullable PaymentId fence = random.nextInt(3) == 0 ? FENCE : null;
                pots = spendSome(pots, rule, fence, random);
            }
            assertThat(pots.balances().values()).allMatch(Money::isZero);
        }
    }

    private static Pots spendSome(Pots pots, Attribution rule, @Nullable PaymentId fence, Random random) {
        Money there = fence == null ? pots.free() : pots.free().plus(pots.ringFenced(fence));
        if (there.isZero()) return spendSome(pots, rule, FENCE, random);
        Money amount = Money.ofPence(1 + random.nextLong(Math.min(there.pence(), 1 + random.nextLong(100_000))));
        Funder lead = random.nextBoolean() ? Funder.LA : Funder.ICB;
        Split split = pots.attribute(amount, rule, lead, fence);
        assertThat(split.total()).isEqualTo(amount);
        assertThat(split.parts()).allMatch(part -> part.amount().isPositive());
        Pots after = pots.minus(split);
        assertThat(after.balances().values()).noneMatch(Money::isNegative);
        return after;
    }

    private static Pots randomPots(Random random) {
        Pots pots = holding(
                Part.client(Funder.LA, Money.ofPence(random.nextInt(1_000))),
                new Part(Funder.LA, Source.LA, FENCE, Money.ofPence(random.nextInt(500))),
                new Part(Funder.ICB, Source.ICB, FENCE, Money.ofPence(random.nextInt(500))));
        for (Funder funder : Funder.values()) {
            pots = pots.plus(Split.of(Part.of(funder, Money.ofPence(random.nextInt(100_000)))));
        }
        return pots;
    }

    /** Over a whole account the parts come out in proportion, as if it had been one spend, give or take a penny each. */
    @Test
    void manySmallSpendsDriftNoFurtherThanTheirPennies() {
        Pots pots = holding(of(Funder.LA, "1071.60"), client("168.40"));
        Map<Source, Money> spent = new EnumMap<>(Source.class);
        for (int i = 0; i < 1_000; i++) {
            Split split = pots.attribute(Money.of("1.24"), Attribution.PRO_RATA, Funder.LA, null);
            for (Part part : split.parts()) spent.merge(part.source(), part.amount(), Money::plus);
            pots = pots.minus(split);
        }
        assertThat(spent).isEqualTo(Map.of(Source.LA, Money.of("1071.60"), Source.CLIENT, Money.of("168.40")));
        assertThat(List.copyOf(pots.balances().values())).isEmpty();
    }
}
