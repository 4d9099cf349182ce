package org.personalbudget.payments.actualscsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.invoice.SubmittedActuals.Visit;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.Fixture;
import org.personalbudget.payments.csv.RejectedField;

class ActualsFilesTest {

    private static final String VISITS = "/actualscsv/visits.csv";
    private static final String ORDER = "7b0a4d1e-51d0-4c57-9f5c-2f2c3f0f8a11";

    @Test
    void aRowIsAVisit() throws FileUnreadable {
        ActualsFile file = ActualsFiles.read(Fixture.bytes(VISITS));
        assertThat(file.rejected()).isEmpty();
        assertThat(file.actuals().visits())
                .containsExactly(
                        new Visit("line 2", "V-1", "SUP-1", ORDER, "care", LocalDate.of(2025, 6, 2), 60),
                        new Visit("line 3", "V-2", "SUP-1", ORDER, null, LocalDate.of(2025, 6, 3), 47),
                        new Visit("line 4", "V-1", "SUP-2", ORDER, null, LocalDate.of(2025, 6, 3), 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ,47; ,47.5;           3; minutes; not-a-count
            ,47; ,1441;           3; minutes; too-long
            ,47; ,;               3; minutes; missing-field
            2025-06-02; 02/06/25; 2; on; not-a-date
            V-2,SUP-1; V-1,SUP-1; 3; visit; visit-twice
            V-2; a visit;         3; visit; not-a-code
            ,47; ,47,;            3; visit; wrong-width
            """)
    void aRowThatCannotBeReadIsListedWithItsFieldAndRule(String good, String bad, long line, String field, String rule)
            throws FileUnreadable {
        ActualsFile file =
                ActualsFiles.read(Fixture.text(VISITS).replaceFirst(good, bad).getBytes(StandardCharsets.UTF_8));
        assertThat(file.rejected())
                .extracting(RejectedField::line, RejectedField::field, RejectedField::rule)
                .containsExactly(tuple(line, field, rule));
        assertThat(file.actuals().visits()).as("the good ones are kept").hasSize(2);
    }

    @Test
    void aTableOfAnotherShapeHoldsNoVisits() {
        assertThatExceptionOfType(FileUnreadable.class)
                .isThrownBy(() -> ActualsFiles.read("visit,supplier,order,on\n".getBytes(StandardCharsets.UTF_8)))
                .satisfies(no -> assertThat(no.fault()).isEqualTo(Fault.MISSING));
    }
}
