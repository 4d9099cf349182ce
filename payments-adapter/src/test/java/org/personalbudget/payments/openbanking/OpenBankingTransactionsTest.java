package org.personalbudget.payments.openbanking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.Fixture;

class OpenBankingTransactionsTest {

    private static final String V3 = "/openbanking/transactions-3.json";
    private static final String V4 = "/openbanking/transactions-4.json";

    @Test
    void everyAccountHasItsStatement() throws FileUnreadable {
        List<BankStatement> statements = OpenBankingTransactions.read(Fixture.bytes(V3));

        assertThat(statements).extracting(BankStatement::account).containsExactly("", "");
        assertThat(statements.getFirst())
                .returns(LocalDate.parse("2025-06-02"), BankStatement::from)
                .returns(LocalDate.parse("2025-06-05"), BankStatement::to)
                .returns(null, BankStatement::opening);
        assertThat(statements.getFirst().lines())
                .containsExactly(
                        new BankLine(
                                1,
                                "Data/Transaction[1]",
                                "TX/1",
                                LocalDate.parse("2025-06-02"),
                                LocalDate.parse("2025-06-02"),
                                Money.of("1071.60"),
                                LineStatus.BOOKED,
                                "0f0e0d0c0b0a4908873a60504030201001",
                                null,
                                "DIRECT PAYMENT 0f0e0d0c0b0a4908873a60504030201001",
                                "THE COUNCIL",
                                "08999912345678",
                                null,
                                null),
                        new BankLine(
                                2,
                                "Data/Transaction[2]",
                                null,
                                LocalDate.parse("2025-06-05"),
                                null,
                                Money.of("-64.90"),
                                LineStatus.BOOKED,
                                null,
                                null,
                                "CARD PAYMENT Corner Off-licence",
                                "Corner Off-licence",
                                null,
                                new MerchantCode("5921"),
                                null));
    }

    @Test
    void onlyWhatIsBookedIsBooked() throws FileUnreadable {
        assertThat(OpenBankingTransactions.read(Fixture.bytes(V3)).get(1).lines())
                .extracting(BankLine::status)
                .containsExactly(LineStatus.PENDING);
        assertThat(OpenBankingTransactions.read(Fixture.bytes(V4)).getFirst().lines())
                .extracting(
                        BankLine::status,
                        BankLine::amount,
                        line -> line.bookedOn().toString())
                .containsExactly(
                        tuple(LineStatus.BOOKED, Money.of("-40.00"), "2025-06-06"),
                        tuple(LineStatus.DECLINED, Money.of("-40.00"), "2025-06-04"),
                        tuple(LineStatus.PENDING, Money.of("1.00"), "2025-06-07"));
    }

    @Test
    void anAnswerWithoutTransactionsHasNoStatement() throws FileUnreadable {
        assertThat(OpenBankingTransactions.read("{\"Data\": {\"Transaction\": []}}".getBytes(UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "64.9", "Currency": "GBP" | "64.9", "Currency": "USD" | CURRENCY  | line 26, Data/Transaction[2]
            "Amount": "64.9"          | "Amount": 64.9            | BAD_VALUE | line 26, Data/Transaction[2]
            "Amount": "64.9"          | "Amount": "64.905"        | BAD_VALUE | line 26, Data/Transaction[2]
            "Amount": "64.9"          | "Amount": "-64.90"        | BAD_VALUE | line 26, Data/Transaction[2]
            "Pending"                 | "Maybe"                   | BAD_VALUE | line 35, Data/Transaction[3]
            2025-06-06T10:00:00Z      | 2025-06-31T10:00:00Z      | BAD_VALUE | line 35, Data/Transaction[3]
            "AccountId": "22290",     |                           | MISSING   | line 35, Data/Transaction[3]
            "AccountId": "22290",     | "AccountId": "2", "AccountId": "3", | MALFORMED | line 36
            "Transaction": [          | "Transactions": [         | UNKNOWN_FORMAT | line 47
            "Meta"                    | "Data"                    | MALFORMED | line 46
            "TotalPages": 1 }         | "TotalPages": 1 ]         | MALFORMED | line 46
            """)
    void whatIsWrongIsNamedWithItsPlace(String piece, String other, Fault fault, String place) {
        FileUnreadable refused = refused(Fixture.with(V3, piece, other == null ? "" : other));

        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.place()).isEqualTo(place);
    }

    @Test
    void whatIsCutOffLongOrDeepIsSaidToBe() {
        String text = Fixture.text(V3);

        assertThat(refused(text.substring(0, 700).getBytes(UTF_8)).fault()).isEqualTo(Fault.TRUNCATED);
        assertThat(refused(("{\"Data\": " + "[".repeat(100_000)).getBytes(UTF_8))
                        .fault())
                .isEqualTo(Fault.UNKNOWN_FORMAT);
        assertThat(refused(("{\"Other\": " + "[".repeat(100_000)).getBytes(UTF_8))
                        .fault())
                .isEqualTo(Fault.TOO_DEEP);
        assertThat(refused(Fixture.with(V3, "DIRECT PAYMENT", "x".repeat(5_000)))
                        .fault())
                .isEqualTo(Fault.TOO_LARGE);
        assertThat(refused((text + "{}").getBytes(UTF_8)).fault()).isEqualTo(Fault.MALFORMED);
        assertThat(refused("[]".getBytes(UTF_8)).fault()).isEqualTo(Fault.UNKNOWN_FORMAT);
    }

    private static FileUnreadable refused(byte[] file) {
        FileUnreadable refused = catchThrowableOfType(FileUnreadable.class, () -> OpenBankingTransactions.read(file));
        assertThat(refused).isNotNull();
        return refused;
    }
}
