package org.personalbudget.payments.bacs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.PaymentReport;
import org.personalbudget.ledger.payrun.ReportKind;
import org.personalbudget.ledger.payrun.ReportedOutcome;
import org.personalbudget.ledger.payrun.ReportedPayment;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.Fixture;

class ArucsTest {

    private static final String FILE = "/bacs/arucs.xml";
    private static final String RECORDS = "ARUCS[1]/Advice[1]/OriginatingAccountRecords[1]/OriginatingAccountRecord";

    @Test
    void everyItemIsAReturnedPayment() throws FileUnreadable {
        PaymentReport report = Arucs.read(Fixture.bytes(FILE));

        assertThat(report.id()).isEqualTo("ARUCS-123456-2025-08-26-017");
        assertThat(report.kind()).isEqualTo(ReportKind.ARUCS);
        assertThat(report.on()).isEqualTo("2025-08-26");
        assertThat(report.payments())
                .extracting(
                        ReportedPayment::number,
                        ReportedPayment::place,
                        ReportedPayment::bacsReference,
                        ReportedPayment::code,
                        ReportedPayment::amount)
                .containsExactly(
                        tuple(1, RECORDS + "[1]/ReturnedCreditItem[1]", "AAAAAAAAAAAA4AAA01", "B", Money.of("1071.60")),
                        tuple(2, RECORDS + "[1]/ReturnedCreditItem[2]", "BBBBBBBBBBBB4BBB01", "2", Money.of("345.00")),
                        tuple(3, RECORDS + "[2]/ReturnedCreditItem[1]", null, "0", Money.of("0.01")));
        assertThat(report.payments())
                .allMatch(payment -> payment.outcome() == ReportedOutcome.RETURNED)
                .allMatch(payment -> payment.on().equals(LocalDate.parse("2025-08-26")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "3", "5", "C"})
    void theCodesOfTheReportAreRead(String code) throws FileUnreadable {
        byte[] file = Fixture.with(FILE, "returnCode=\"B\"", "returnCode=\"" + code + "\"");

        assertThat(Arucs.read(file).payments().getFirst().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            returnCode="B"                     | returnCode="7"      | BAD_VALUE      | [1]/ReturnedCreditItem[1]
            currency="GBP">                    | currency="EUR">     | CURRENCY       | [1]/ReturnedCreditItem[1]
            valueOf="345.00"                   | valueOf="345"       | BAD_VALUE      | [1]/ReturnedCreditItem[2]
            valueOf="345.00"                   | valueOf="345.01"    | OUT_OF_BALANCE | [1]/Totals[1]
            numberOf="2"                       | numberOf="3"        | OUT_OF_BALANCE | [1]/Totals[1]
            ref="AAAAAAAAAAAA4AAA01"           | reference="A"       | MISSING        | [1]/ReturnedCreditItem[1]
            """)
    void whatIsWrongIsNamedWithItsPlace(String piece, String other, Fault fault, String place) {
        FileUnreadable refused =
                catchThrowableOfType(FileUnreadable.class, () -> Arucs.read(Fixture.with(FILE, piece, other)));

        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.place()).endsWith(RECORDS + place);
    }

    @Test
    void anotherAdviceIsNoArucs() {
        byte[] file = Fixture.with(FILE, "ARUCS>", "ARUDD>");

        assertThat(catchThrowableOfType(FileUnreadable.class, () -> Arucs.read(file))
                        .fault())
                .isEqualTo(Fault.ORDER);
    }
}
