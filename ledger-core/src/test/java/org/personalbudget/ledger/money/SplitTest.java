package org.personalbudget.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.terms.Funder;

class SplitTest {

    private static final Part LA = Part.of(Funder.LA, Money.of("1.00"));
    private static final Part CLIENT = Part.client(Funder.LA, Money.of("0.50"));
    private static final Part ICB = Part.of(Funder.ICB, Money.of("2.00"));

    @Test
    void partsOfZeroAreLeftOut() {
        assertThat(Split.of(LA, Part.of(Funder.ICB, Money.ZERO)).parts()).containsExactly(LA);
    }

    @Test
    void equalPartsOfTwoSplitsAreOne() {
        Split both = Split.of(LA, CLIENT).plus(Split.of(ICB, LA));
        assertThat(both.parts()).containsExactly(LA.withAmount(Money.of("2.00")), CLIENT, ICB);
        assertThat(both.plus(both.negated())).isEqualTo(Split.NOTHING);
    }

    @Test
    void theBookCarriesThePersonsPartToo() {
        assertThat(Split.of(LA, CLIENT, ICB).byBook())
                .isEqualTo(Map.of(Funder.LA, Money.of("1.50"), Funder.ICB, Money.of("2.00")));
        assertThat(Split.of(LA, CLIENT, ICB).total()).isEqualTo(Money.of("3.50"));
    }
}
