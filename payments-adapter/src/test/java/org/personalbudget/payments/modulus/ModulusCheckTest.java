package org.personalbudget.payments.modulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.bankdetails.ModulusOutcome;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.Fixture;

class ModulusCheckTest {

    private static final byte[] NONE = new byte[0];

    @Test
    void theSampleTellsOneAccountFromAnother() {
        ModulusCheck sample = new ModulusCheck(ModulusTables.sample());

        assertThat(sample.check("089999", "66374958")).isEqualTo(ModulusOutcome.VALID);
        assertThat(sample.check("089999", "66374959")).isEqualTo(ModulusOutcome.FAILED);
    }

    @Test
    void whatNoRuleCoversIsSaidNotToBeCovered() {
        assertThat(new ModulusCheck(ModulusTables.sample()).check("089998", "66374959"))
                .isEqualTo(ModulusOutcome.NOT_COVERED);
    }

    /** Weights and accounts of our own: every method and exception, with each way through it, passing and failing. */
    @ParameterizedTest
    @CsvFileSource(resources = "/modulus/cases.csv")
    void everyMethodAndExceptionDecidesAsPublished(String sortCode, String account, ModulusOutcome outcome)
            throws FileUnreadable {
        ModulusTables tables =
                ModulusTables.read(Fixture.bytes("/modulus/weights.txt"), Fixture.bytes("/modulus/substitutes.txt"));

        assertThat(new ModulusCheck(tables).check(sortCode, account)).isEqualTo(outcome);
    }

    /** Worked by hand, digit by digit. */
    @ParameterizedTest
    @CsvSource({
        // 8 7 6 5 4 3 2 1 on 1 0 0 0 0 0 1 1: 8 + 2 + 1 = 11
        "990000,10000011,VALID",
        "990000,10000012,FAILED",
        // 2 1 2 1 … on 99001 5 0000000 3: (1+8) + 9 + 0 + 0 + 2 + 5 + 3 + 27 = 55, with 8 instead of 3: 60
        "990015,00000003,FAILED",
        "990015,00000008,VALID",
        // -1 on the last digit alone: 0 0 7 6 5 8 on 990163: 0 + 6 + 30 + 24 = 60; 60 - 5 = 55
        "990163,00000005,VALID",
        "990163,00000004,FAILED"
    })
    void sumsAreThoseOfPenAndPaper(String sortCode, String account, ModulusOutcome outcome) throws FileUnreadable {
        ModulusTables tables = ModulusTables.read(Fixture.bytes("/modulus/weights.txt"), NONE);

        assertThat(new ModulusCheck(tables).check(sortCode, account)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "089999 089999 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7",
                "089999 089999 MOD12 0 0 0 0 0 0 7 1 3 7 1 3 7 1",
                "089999 089998 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1",
                "089999 089999 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1 15",
                "08-99-99 089999 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1"
            })
    void aTableOfAnotherLayoutIsRefusedWithItsLine(String line) {
        byte[] table = ("000000 000001 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1\n" + line).getBytes(StandardCharsets.UTF_8);

        assertThat(catchThrowableOfType(FileUnreadable.class, () -> ModulusTables.read(table, NONE))
                        .place())
                .isEqualTo("line 2");
    }

    @Test
    void aSubstituteIsASortCodeForASortCode() {
        byte[] table = Fixture.bytes("/modulus/weights.txt");
        byte[] substitutes = "990051\n".getBytes(StandardCharsets.UTF_8);

        assertThat(catchThrowableOfType(FileUnreadable.class, () -> ModulusTables.read(table, substitutes))
                        .place())
                .isEqualTo("line 1");
    }

    @ParameterizedTest
    @CsvSource({"08999,66374958", "089999,6637495", "08-99-99,66374958", "089999,6637495x"})
    void digitsAreAskedFor(String sortCode, String account) {
        ModulusCheck sample = new ModulusCheck(ModulusTables.sample());

        assertThatThrownBy(() -> sample.check(sortCode, account)).isInstanceOf(IllegalArgumentException.class);
    }
}
