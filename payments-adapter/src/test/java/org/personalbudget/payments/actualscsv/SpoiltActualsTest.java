package org.personalbudget.payments.actualscsv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.Fixture;
import org.personalbudget.payments.Mutant;

/** Whatever is done to a file of visits, each row is a visit or is rejected, or it is no such file. */
class SpoiltActualsTest {

    private static final int MUTANTS = 20_000;
    private static final List<String> WORDS = List.of(
            ",",
            "\"",
            "\n",
            "\r\n",
            "-1",
            "0",
            "1440",
            "1441",
            "99999999999",
            "2025-02-30",
            "V-1,SUP-1,",
            "minutes",
            "\uFEFF",
            "\u0000",
            "é",
            "=1+1",
            "");

    @Test
    void aSpoiltFileIsReadOrRejectedAndNothingElse() {
        byte[] good = Fixture.bytes("/actualscsv/visits.csv");
        Mutant mutant = new Mutant(17, WORDS);
        int read = 0;
        int rejected = 0;
        int unreadable = 0;
        for (int i = 0; i < MUTANTS; i++) {
            try {
                ActualsFile file = ActualsFiles.read(mutant.of(good));
                check(file);
                if (file.rejected().isEmpty()) read++;
                else rejected++;
            } catch (FileUnreadable no) {
                assertThat(no.place()).matches("line [0-9]+");
                unreadable++;
            }
        }
        assertThat(read).isPositive();
        assertThat(rejected).isGreaterThan(MUTANTS / 10);
        assertThat(unreadable).isGreaterThan(MUTANTS / 10);
    }

    private static void check(ActualsFile file) {
        Set<List<String>> visits = new HashSet<>();
        for (var visit : file.actuals().visits()) {
            assertThat(visits.add(List.of(visit.supplier(), visit.visitId()))).isTrue();
            assertThat(visit.minutes()).isBetween(0, 1440);
        }
    }
}
