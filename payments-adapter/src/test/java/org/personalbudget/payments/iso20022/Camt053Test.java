package org.personalbudget.payments.iso20022;

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

class Camt053Test {

    private static final String V02 = "/iso20022/camt053-02.xml";
    private static final String V08 = "/iso20022/camt053-08.xml";

    @Test
    void aStatementHasItsAccountDaysAndBalances() throws FileUnreadable {
        BankStatement statement = Camt053.read(Fixture.bytes(V02)).getFirst();

        assertThat(statement.account()).isEqualTo("08999912345678");
        assertThat(statement.number()).isEqualTo("20250602-0001");
        assertThat(statement.from()).isEqualTo("2025-06-02");
        assertThat(statement.to()).isEqualTo("2025-06-02");
        assertThat(statement.opening()).isEqualTo(Money.of("10000.00"));
        assertThat(statement.closing()).isEqualTo(Money.of("9479.50"));
    }

    @Test
    void linesHaveAllThatMatchingAsksFor() throws FileUnreadable {
        List<BankLine> lines = Camt053.read(Fixture.bytes(V02)).getFirst().lines();

        assertThat(lines)
                .extracting(BankLine::number, BankLine::amount, BankLine::status)
                .containsExactly(
                        tuple(1, Money.of("-1071.60"), LineStatus.BOOKED),
                        tuple(2, Money.of("168.40"), LineStatus.BOOKED),
                        tuple(3, Money.of("382.70"), LineStatus.BOOKED),
                        tuple(4, Money.of("0.00"), LineStatus.PENDING),
                        tuple(5, Money.of("-100.00"), LineStatus.PENDING));
        assertThat(lines.get(0))
                .isEqualTo(new BankLine(
                        1,
                        "Stmt[1]/Ntry[1]",
                        "B150-000001",
                        LocalDate.parse("2025-06-02"),
                        LocalDate.parse("2025-06-02"),
                        Money.of("-1071.60"),
                        LineStatus.BOOKED,
                        "0f0e0d0c0b0a4908873a60504030201001",
                        "RUN202506020001",
                        "DIRECT PAYMENT P03 BACS CREDIT",
                        "Account of P 4711",
                        "08999966374958",
                        null,
                        null));
        assertThat(lines.get(1))
                .returns(null, BankLine::endToEndId)
                .returns("CONT P03", BankLine::text)
                .returns("Z Person & Co", BankLine::counterparty)
                .returns("08999966374958", BankLine::counterpartyAccount);
    }

    @Test
    void whatCameBackSaysWhyAndNamesWhomItHadGoneTo() throws FileUnreadable {
        assertThat(Camt053.read(Fixture.bytes(V02)).getFirst().lines().get(2))
                .returns("AC04", BankLine::returnReason)
                .returns("1f0e0d0c0b0a4908873a60504030201001", BankLine::endToEndId)
                .returns("Another Account", BankLine::counterparty)
                .returns("12345678", BankLine::counterpartyAccount)
                .returns(LocalDate.parse("2025-06-02"), BankLine::bookedOn);
    }

    @Test
    void whatIsNotBookedYetCountsOnTheStatementsLastDay() throws FileUnreadable {
        assertThat(Camt053.read(Fixture.bytes(V02)).getFirst().lines().get(4).bookedOn())
                .isEqualTo("2025-06-02");
    }

    @Test
    void transactionsThatAddUpAreLinesOfTheirOwn() throws FileUnreadable {
        BankStatement statement = Camt053.read(Fixture.bytes(V08)).getFirst();

        assertThat(statement.account()).isEqualTo("08999912345678");
        assertThat(statement.from()).isEqualTo("2025-08-22");
        assertThat(statement.opening()).isEqualTo(Money.of("5000.00"));
        assertThat(statement.closing()).isEqualTo(Money.of("-133.36"));
        assertThat(statement.lines())
                .extracting(BankLine::place, BankLine::amount, BankLine::bankReference, BankLine::fileReference)
                .containsExactly(
                        tuple(
                                "Stmt[1]/Ntry[1]/NtryDtls[1]/TxDtls[1]",
                                Money.of("-1071.60"),
                                "F-1/1",
                                "RUN202508220001"),
                        tuple(
                                "Stmt[1]/Ntry[1]/NtryDtls[1]/TxDtls[2]",
                                Money.of("-1071.60"),
                                "F-1-B",
                                "RUN202508220001"),
                        tuple("Stmt[1]/Ntry[2]", Money.of("-3000.00"), "F-2", "RUN202508220002"),
                        tuple("Stmt[1]/Ntry[3]/NtryDtls[1]/TxDtls[1]", Money.of("10.00"), null, null),
                        tuple("Stmt[1]/Ntry[3]/NtryDtls[1]/TxDtls[2]", Money.of("-0.16"), null, null),
                        tuple("Stmt[1]/Ntry[4]", Money.of("20.00"), null, null));
        assertThat(statement.lines().get(3).merchant()).isEqualTo(new MerchantCode("5912"));
        assertThat(statement.lines().get(2))
                .returns(null, BankLine::endToEndId)
                .returns("BACS FILE 017", BankLine::text);
        assertThat(statement.lines().get(5)).returns(LineStatus.PENDING, BankLine::status);
    }

    @Test
    void oneFileMayHoldSeveralStatements() throws FileUnreadable {
        List<BankStatement> statements = Camt053.read(Fixture.bytes(V08));

        assertThat(statements).extracting(BankStatement::account).containsExactly("08999912345678", "08999987654321");
        assertThat(statements.get(1))
                .returns(Money.of("-0.07"), BankStatement::opening)
                .returns(List.of(), BankStatement::lines);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <Amt Ccy="GBP">9479.50</Amt>  | <Amt Ccy="GBP">9479.51</Amt>  | OUT_OF_BALANCE | line 29, Stmt[1]/Bal[2]
            <Amt Ccy="GBP">168.40</Amt>   | <Amt Ccy="EUR">168.40</Amt>   | CURRENCY  | line 70, Stmt[1]/Ntry[2]/Amt[1]
            <Amt Ccy="GBP">168.40</Amt>   | <Amt>168.40</Amt>             | CURRENCY  | line 70, Stmt[1]/Ntry[2]/Amt[1]
            <Amt Ccy="GBP">168.40</Amt>   | <Amt Ccy="GBP">168.405</Amt>  | BAD_VALUE | line 70, Stmt[1]/Ntry[2]/Amt[1]
            <Amt Ccy="GBP">168.40</Amt>   | <Amt Ccy="GBP">-168.40</Amt>  | BAD_VALUE | line 70, Stmt[1]/Ntry[2]/Amt[1]
            <Ccy>GBP</Ccy>                | <Ccy>USD</Ccy>                | CURRENCY  | line 17, Stmt[1]/Acct[1]
            <Sts>INFO</Sts>               | <Sts>DONE</Sts>               | BAD_VALUE | line 109, Stmt[1]/Ntry[4]/Sts[1]
            2025-06-02T23:59:59           | 2025-06-31T23:59:59           | BAD_VALUE | line 15, Stmt[1]/FrToDt[1]/ToDtTm[1]
            2025-06-02T23:59:59           | 2025-06-01T23:59:59           | BAD_VALUE | line 9, Stmt[1]
            camt.053.001.02               | camt.053.001.03               | UNKNOWN_FORMAT | line 3, Document
            """)
    void whatIsWrongIsNamedWithItsPlace(String piece, String other, Fault fault, String place) {
        FileUnreadable refused = refused(Fixture.with(V02, piece, other));

        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.place()).isEqualTo(place);
    }

    @Test
    void aFileThatDoesNotAddUpSaysItsFigures() {
        FileUnreadable refused = refused(Fixture.with(V02, "9479.50", "9479.51"));

        assertThat(refused.detail()).contains("10000.00", "-520.50", "9479.50", "9479.51");
    }

    @Test
    void elementsInAnotherOrderAreRefused() {
        FileUnreadable refused = refused(Fixture.with(
                V02,
                "<Sts>PDNG</Sts>\n        <BkTxCd><Prtry><Cd>CARD</Cd></Prtry></BkTxCd>",
                "<BkTxCd><Prtry><Cd>CARD</Cd></Prtry></BkTxCd>\n        <Sts>PDNG</Sts>"));

        assertThat(refused).returns(Fault.ORDER, FileUnreadable::fault);
        assertThat(refused.place()).endsWith("Stmt[1]/Ntry[5]/Sts[1]");
    }

    @Test
    void theSameBalanceTwiceIsRefused() {
        assertThat(refused(Fixture.with(V02, "CLAV", "CLBD")).fault()).isEqualTo(Fault.ORDER);
    }

    private static FileUnreadable refused(byte[] file) {
        FileUnreadable refused = catchThrowableOfType(FileUnreadable.class, () -> Camt053.read(file));
        assertThat(refused).isNotNull();
        return refused;
    }
}
