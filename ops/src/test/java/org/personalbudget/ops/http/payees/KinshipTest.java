package org.personalbudget.ops.http.payees;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.terms.Relationship;

class KinshipTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            son, same household                       | RELATIVE | true
            Son, in the same household                | RELATIVE | true
            daughter (same household)                 | RELATIVE | true
            daughter                                  | RELATIVE | false
            her mother, living in the same household  | RELATIVE | true
            son-in-law, same household                | RELATIVE | true
            Step-daughter, same household             | RELATIVE | true
            stepson                                   | RELATIVE | false
            step brother, same household              | RELATIVE | true
            grandmother, same household               | RELATIVE | true
            grandson                                  | RELATIVE | false
            aunt                                      | RELATIVE | false
            nephew, same household                    | RELATIVE | true
            son's wife, same household                | RELATIVE | true
            sister’s civil partner, same household    | RELATIVE | true
            partner of the brother, same household    | RELATIVE | true
            wife                                      | SPOUSE   | false
            his husband                               | SPOUSE   | false
            civil partner, same household             | SPOUSE   | true
            civil-partner                             | SPOUSE   | false
            spouse                                    | SPOUSE   | false
            partner, same household                   | PARTNER  | true
            partner                                   | PARTNER  | false
            """)
    void wordsOfKinshipAreRead(String text, Relationship relationship, boolean sameHousehold) {
        assertThat(Kinship.read(text)).contains(new Kinship(relationship, sameHousehold));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Riverside Choir",
                "Mr Son",
                "Mason",
                "Sons of Harmony Choir",
                "Partners in Care Ltd",
                "Mother Hubbard's Bakery",
                "personal assistant, same household",
                "friend"
            })
    void whateverElseIsAName(String text) {
        assertThat(Kinship.read(text)).isEmpty();
    }
}
