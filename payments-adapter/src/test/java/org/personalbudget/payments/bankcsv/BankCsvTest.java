package org.personalbudget.payments.bankcsv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.Fixture;

class BankCsvTest {

    private static final String BANK = "/bankcsv/bank.csv";
    private static final String CARD = "/bankcsv/card-programme.csv";

    @Test
    void aBanksTableIsReadFromTheOldestRowOn() throws FileUnreadable {
        BankStatement statement = BankCsv.read(Fixture.bytes(BANK), StatementMappings.sampleBank());

        assertThat(statement.account()).isEqualTo("08999966374958");
        assertThat(statement.opening()).isEqualTo(Money.ZERO);
        assertThat(statement.closing()).isEqualTo(Money.of("1122.00"));
        assertThat(statement.lines())
                .extracting(BankLine::number, BankLine::place, BankLine::amount, BankLine::counterpartyAccount)
                .containsExactly(
                        tuple(1, "line 4", Money.of("1071.60"), "08999912345678"),
                        tuple(2, "line 3", Money.of("168.40"), "10799988837491"),
                        tuple(3, "line 2", Money.of("-118.00"), null));
        assertThat(statement.lines().getFirst())
                .returns("0F0E0D0C0B0A490801", BankLine::endToEndId)
                .returns("BAC DIRECT PAYMENT", BankLine::text)
                .returns("THE COUNCIL", BankLine::counterparty);
    }

    @Test
    void aCardProgrammesTableTellsWhatWasDeclinedAndWhere() throws FileUnreadable {
        BankStatement statement = BankCsv.read(Fixture.bytes(CARD), StatementMappings.sampleCardProgramme());

        assertThat(statement.account()).isEqualTo("CARD4711");
        assertThat(statement.from()).isEqualTo("2025-06-02");
        assertThat(statement.to()).isEqualTo("2025-06-15");
        assertThat(statement.closing()).isEqualTo(Money.of("998.00"));
        assertThat(statement.lines())
                .extracting(BankLine::amount, BankLine::status, BankLine::merchant)
                .containsExactly(
                        tuple(Money.of("1071.60"), LineStatus.BOOKED, null),
                        tuple(Money.of("168.40"), LineStatus.BOOKED, null),
                        tuple(Money.of("-264.00"), LineStatus.BOOKED, new MerchantCode("8099")),
                        tuple(Money.of("-40.00"), LineStatus.DECLINED, new MerchantCode("7995")),
                        tuple(Money.of("22.00"), LineStatus.BOOKED, new MerchantCode("8099")),
                        tuple(Money.of("-5.00"), LineStatus.PENDING, new MerchantCode("5912")));
        assertThat(statement.lines().get(2)).returns(LocalDate.parse("2025-06-10"), BankLine::valueOn);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,"1,122.00",     | ,"1,122.01",     | OUT_OF_BALANCE | line 2
            £118.00,,        | £118.00,1.00,    | ORDER          | line 2
            £118.00,,        | ,,               | MISSING        | line 2
            £118.00,,        | -118.00,,        | BAD_VALUE      | line 2
            £118.00,,        | 118.0,,          | BAD_VALUE      | line 2
            £118.00,,        | £118.00,         | ORDER          | line 2
            02/06/2025,DEB   | 31/06/2025,DEB   | BAD_VALUE      | line 2
            02/06/2025,DEB   | 2025-06-02,DEB   | BAD_VALUE      | line 2
            Balance,Account  | Saldo,Account    | MISSING        | line 1
            66374958,Town    | ,Town            | ORDER          | line 3
            """)
    void whatIsWrongIsNamedWithItsLine(String piece, String other, Fault fault, String place) {
        byte[] file = Fixture.with(BANK, piece, other);
        if (fault == Fault.ORDER && place.equals("line 3")) file = onlyInLine4(piece, other);

        FileUnreadable refused = refused(file, StatementMappings.sampleBank());

        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.place()).isEqualTo(place);
    }

    private static byte[] onlyInLine4(String piece, String other) {
        String text = Fixture.text(BANK);
        int at = text.lastIndexOf(piece);
        return (text.substring(0, at) + other + text.substring(at + piece.length())).getBytes(UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"T-3,T-3,GBP,EUR,CURRENCY", "T-3,T-3,SETTLED,UNKNOWN,BAD_VALUE", "T-3,T-3,8099,80,BAD_VALUE"})
    void aCardRowHasToFitTheMapping(String row, String same, String piece, String other, Fault fault) {
        assertThat(refused(Fixture.with(CARD, piece, other), StatementMappings.sampleCardProgramme())
                        .fault())
                .isEqualTo(fault);
    }

    @Test
    void amountsMayBeWrittenAsElsewhere() throws FileUnreadable {
        StatementMapping mapping = StatementMappings.read("""
                {"name": "another", "dates": "d.M.uuuu", "amounts": {"decimal": ",", "sign": "IN_IS_NEGATIVE"},
                 "order": "OLDEST_FIRST", "columns": {"bookedOn": "Day", "amount": "Sum"}}
                """.getBytes(UTF_8));

        BankStatement statement = BankCsv.read(
                "Day,Sum\n2.6.2025,\"1.071,60\"\n3.6.2025,\"-0,40\"\n4.6.2025,7\n".getBytes(UTF_8), mapping);

        assertThat(statement.lines())
                .extracting(BankLine::amount)
                .containsExactly(Money.of("-1071.60"), Money.of("0.40"), Money.of("-7.00"));
        assertThat(statement.account()).isEmpty();
        assertThat(statement.opening()).isNull();
        assertThat(statement.closing()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "07 Sep 2024, ",
        "07 Sept 2024, ",
        "07 SEP 2024, ",
        "07 Sep 2024, en-US",
        "07 Sept 2024, en-GB",
        "07 Medi 2024, cy"
    })
    void monthsAreInTheWordsOfTheBank(String day, @Nullable String locale) throws FileUnreadable {
        StatementMapping mapping = mapping("dd MMM uuuu", locale == null ? "" : "\"locale\": \"" + locale + "\",");
        assertThat(BankCsv.read(("Day,Sum\n" + day + ",1.00\n").getBytes(UTF_8), mapping)
                        .from())
                .isEqualTo("2024-09-07");
    }

    private static StatementMapping mapping(String dates, String more) throws FileUnreadable {
        return StatementMappings.read(("{\"name\": \"x\", \"dates\": \"" + dates + "\"," + more
                        + "\"amounts\": {\"decimal\": \".\", \"sign\": \"OUT_IS_NEGATIVE\"},"
                        + "\"order\": \"OLDEST_FIRST\", \"columns\": {\"bookedOn\": \"Day\", \"amount\": \"Sum\"}}")
                .getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "|", "\t"})
    void fieldsMayBeSeparatedOtherwise(String separator) throws FileUnreadable {
        String json = separator.equals("\t") ? "\\t" : separator;
        StatementMapping mapping = mapping("uuuu-MM-dd", "\"separator\": \"" + json + "\",");
        String file = "Day;Sum;Words\n2025-06-02;-1,071.60;a, b\n".replace(";", separator);
        assertThat(BankCsv.read(file.getBytes(UTF_8), mapping)
                        .lines()
                        .getFirst()
                        .amount())
                .isEqualTo(Money.of("-1071.60"));
    }

    @Test
    void aPreambleIsPassedOver() throws FileUnreadable {
        String file = "Account name,Somebody\nAccount,12345678\n\nDay,Sum\n2025-06-02,1.00\n";
        BankStatement statement = BankCsv.read(file.getBytes(UTF_8), mapping("uuuu-MM-dd", "\"preamble\": 3,"));
        assertThat(statement.lines()).extracting(BankLine::place).containsExactly("line 5");
        assertThat(refused(file.getBytes(UTF_8), mapping("uuuu-MM-dd", "\"preamble\": 1,"))
                        .fault())
                .isEqualTo(Fault.MISSING);
        assertThat(refused(file.getBytes(UTF_8), mapping("uuuu-MM-dd", "")).fault())
                .isEqualTo(Fault.MISSING);
    }

    @Test
    void aColumnMaySayWhichWayItWent() throws FileUnreadable {
        StatementMapping mapping = StatementMappings.read("""
                {"name": "x", "dates": "uuuu-MM-dd", "amounts": {"decimal": ".", "sign": "BY_DIRECTION"},
                 "order": "OLDEST_FIRST", "columns": {"bookedOn": "Day", "amount": "Sum", "direction": "CR/DR"},
                 "directions": {"in": ["CR"], "out": ["DR"]}}
                """.getBytes(UTF_8));
        String file = "Day,Sum,CR/DR\n2025-06-02,10.00,CR\n2025-06-03,4.00,dr\n";
        assertThat(BankCsv.read(file.getBytes(UTF_8), mapping).lines())
                .extracting(BankLine::amount)
                .containsExactly(Money.of("10.00"), Money.of("-4.00"));
        assertThat(refused(file.replace("dr", "?").getBytes(UTF_8), mapping).place())
                .isEqualTo("line 3");
        assertThat(refused(file.replace("4.00", "-4.00").getBytes(UTF_8), mapping)
                        .fault())
                .isEqualTo(Fault.BAD_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[1]",
                "{\"name\": \"x\", \"dates\": \"uuuu\"}",
                "{\"name\": \"x\", \"dates\": \"uuuu\", \"amounts\": {\"decimal\": \".\", \"sign\": \"BY_DIRECTION\"},"
                        + "\"order\": \"OLDEST_FIRST\", \"columns\": {\"bookedOn\": \"a\", \"amount\": \"b\"}}",
                "{\"name\": \"x\", \"dates\": \"uuuu\", \"amounts\": {\"decimal\": \".\", \"sign\": \"OUT_IS_NEGATIVE\"},"
                        + "\"separator\": \"x\","
                        + "\"order\": \"OLDEST_FIRST\", \"columns\": {\"bookedOn\": \"a\", \"amount\": \"b\"}}",
                "{\"name\": \"x\", \"dates\": \"{{\", \"amounts\": {\"decimal\": \".\", \"sign\": \"OUT_IS_NEGATIVE\"},"
                        + "\"order\": \"OLDEST_FIRST\", \"columns\": {\"bookedOn\": \"a\", \"amount\": \"b\"}}",
                "{\"name\": \"x\", \"dates\": \"uuuu\", \"amounts\": {\"decimal\": \";\", \"sign\": \"OUT_IS_NEGATIVE\"},"
                        + "\"order\": \"OLDEST_FIRST\", \"columns\": {\"bookedOn\": \"a\", \"amount\": \"b\"}}",
                "{\"name\": \"x\", \"dates\": \"uuuu\", \"amounts\": {\"decimal\": \".\", \"sign\": \"OUT_IS_NEGATIVE\"},"
                        + "\"order\": \"OLDEST_FIRST\", \"columns\": {\"bookedOn\": \"a\", \"in\": \"b\"}}",
                "{\"name\": \"x\", \"dates\": \"uuuu\", \"amounts\": {\"decimal\": \".\", \"sign\": \"OUT_IS_NEGATIVE\"},"
                        + "\"order\": \"OLDEST_FIRST\", \"columns\": {\"bookedOn\": \"a\", \"amount\": \"b\","
                        + "\"status\": \"c\"}}"
            })
    void aMappingThatCannotBeFollowedIsRefused(String json) {
        assertThat(catchThrowableOfType(FileUnreadable.class, () -> StatementMappings.read(json.getBytes(UTF_8)))
                        .place())
                .startsWith("line ");
    }

    private static FileUnreadable refused(byte[] file, StatementMapping mapping) {
        FileUnreadable refused = catchThrowableOfType(FileUnreadable.class, () -> BankCsv.read(file, mapping));
        assertThat(refused).isNotNull();
        return refused;
    }
}
