package org.personalbudget.ops.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.money.Money;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {

    private final JsonMapper json = StrictJson.mapper();

    record Hours(Quantity hours) {}

    record Flag(Boolean flag, Integer count) {}

    @ParameterizedTest
    @CsvSource({"12,12", "12.5,12.5", "12.50,12.50", "'\"12.5\"',12.5", "0.25,0.25"})
    void aQuantityIsANumberOrAString(String given, String text) {
        assertThat(json.readValue("{\"hours\": " + given + "}", Hours.class)
                        .hours()
                        .text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "[1]", "{}"})
    void aQuantityIsNothingElse(String given) {
        assertThatThrownBy(() -> json.readValue("{\"hours\": " + given + "}", Hours.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"flag\": \"true\"}", "{\"flag\": 1}", "{\"count\": \"1\"}", "{\"count\": 1.5}"})
    void nothingIsTakenForAnotherType(String given) {
        assertThatThrownBy(() -> json.readValue(given, Flag.class)).isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> json.readValue("[".repeat(40) + "]".repeat(40), JsonNode.class))
                .isInstanceOf(StreamConstraintsException.class)
                .hasMessageContaining("depth");
    }

    @Test
    void moneyIsWrittenAsAString() {
        assertThat(json.writeValueAsString(Money.of("1240.00"))).isEqualTo("\"1240.00\"");
    }

    /** Every name of something is one string to a client, whichever record carries it here. */
    @Test
    void everyTermOfOneValueIsWrittenAsText() {
        var terms = new ClassFileImporter()
                .importPackages("org.personalbudget.ledger.terms").stream()
                        .map(JavaClass::reflect)
                        .filter(StrictJsonTest::isOneValueByItself)
                        .toList();
        assertThat(terms).hasSizeGreaterThan(15);
        assertThat(StrictJson.TEXTS).containsAll(terms);
    }

    private static boolean isOneValueByItself(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }
}
