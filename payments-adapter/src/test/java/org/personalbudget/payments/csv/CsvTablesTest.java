package org.personalbudget.payments.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.payments.csv.CsvUnreadable.Fault;

class CsvTablesTest {

    private static final CsvShape SHAPE = new CsvShape(Set.of("record", "ref"), Set.of("amount", "note"), 3, 20);

    @Test
    void rowsKnowTheirLinesAndTheirFields() throws CsvUnreadable {
        CsvTable table = read("ref,record,amount\r\nB-1,LINE,1.00\r\n\r\nB-2,LINE,\r\n");

        assertThat(table.columns()).containsExactly("ref", "record", "amount");
        assertThat(table.rows()).extracting(CsvRow::line).containsExactly(2L, 4L);
        assertThat(table.rows().get(0).get("ref")).isEqualTo("B-1");
        assertThat(table.rows().get(0).get("note")).isNull();
        assertThat(table.rows().get(1).get("amount")).isNull();
        assertThat(table.rows()).allMatch(table::fits);
    }

    @Test
    void quotesHoldCommasQuotesAndLineEnds() throws CsvUnreadable {
        CsvTable table = read("record,ref,note\nA,\"B,1\",\"a \"\"b\"\"\nc\"\nB,B-2,d\n");

        assertThat(table.rows().get(0).get("ref")).isEqualTo("B,1");
        assertThat(table.rows().get(0).get("note")).isEqualTo("a \"b\"\nc");
        assertThat(table.rows().get(1).line()).isEqualTo(4);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws CsvUnreadable {
        assertThat(read("\uFEFFrecord,ref\nA,Łódź\n").rows().getFirst().get("ref"))
                .isEqualTo("Łódź");
    }

    @Test
    void aRowOfAnotherWidthIsSaidToBe() throws CsvUnreadable {
        CsvTable table = read("record,ref,note\nA,B\nA,B,c,d\nA,B,c\n");

        assertThat(table.rows()).extracting(table::fits).containsExactly(false, false, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                   | EMPTY          | 1
            record,ref,colour\\n                 | UNKNOWN_COLUMN | 1
            record,ref,ref\\n                    | COLUMN_TWICE   | 1
            record,amount\\n                     | COLUMN_MISSING | 1
            record,ref\\nA,B\\nA,"B\\n           | NOT_CSV        | 3
            record,ref\\nA,"B"C\\n               | NOT_CSV        | 2
            record,ref\\nA,"B\\nC"\\nA,"B"C\\n   | NOT_CSV        | 4
            record,ref\\nA,123456789012345678901 | FIELD_TOO_LONG | 2
            record,ref\\nA,1\\nA,2\\nA,3\\nA,4   | TOO_MANY_ROWS  | 5
            """)
    void whatIsNoTableIsToldWithItsLine(String text, Fault fault, long line) {
        CsvUnreadable no = unreadable(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(no.fault()).isEqualTo(fault);
        assertThat(no.line()).isEqualTo(line);
        assertThat(no.detail()).endsWith(".").doesNotContain("colour", "de.siegmar");
    }

    @Test
    void whatIsNotUtf8IsToldWithItsLine() {
        CsvUnreadable no = unreadable("record,ref\nA,1\nA,Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(no.fault()).isEqualTo(Fault.NOT_UTF_8);
        assertThat(no.line()).isEqualTo(3);
        assertThat(unreadable(new byte[] {'r', (byte) 0xC3}).fault()).isEqualTo(Fault.NOT_UTF_8);
    }

    private static CsvTable read(String text) throws CsvUnreadable {
        return CsvTables.read(text.getBytes(StandardCharsets.UTF_8), SHAPE);
    }

    private static CsvUnreadable unreadable(byte[] bytes) {
        return catchThrowableOfType(CsvUnreadable.class, () -> CsvTables.read(bytes, SHAPE));
    }
}
