package org.personalbudget.payments.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
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

class ReportsTest {

    private static final String RUN = "RUN202508220001";

    @Test
    void aWholeFileIsRefusedInOneReportedPayment() throws FileUnreadable {
        PaymentReport report = Pain002.read(Fixture.bytes("/iso20022/pain002-03.xml"));

        assertThat(report.id()).isEqualTo("PSR-0001");
        assertThat(report.kind()).isEqualTo(ReportKind.PAIN_002);
        assertThat(report.payments())
                .containsExactly(new ReportedPayment(
                        1,
                        "OrgnlGrpInfAndSts[1]",
                        null,
                        null,
                        "RUN202506020001",
                        ReportedOutcome.REJECTED,
                        "AM05",
                        null,
                        LocalDate.parse("2025-05-29")));
    }

    @Test
    void paymentsHaveAStatusOfTheirOwnElseThatOfAllTogether() throws FileUnreadable {
        PaymentReport report = Pain002.read(Fixture.bytes("/iso20022/pain002-10.xml"));

        assertThat(report.payments())
                .extracting(
                        ReportedPayment::endToEndId,
                        ReportedPayment::bacsReference,
                        ReportedPayment::outcome,
                        ReportedPayment::code,
                        ReportedPayment::amount,
                        payment -> payment.on().toString())
                .containsExactly(
                        tuple(null, null, ReportedOutcome.ACCEPTED, null, null, "2025-08-20"),
                        tuple(
                                "aaaaaaaaaaaa4aaa8aaaaaaaaaaaaaaa01",
                                "AAAAAAAAAAAA4AAA01",
                                ReportedOutcome.REJECTED,
                                "B",
                                Money.of("1071.60"),
                                "2025-08-20"),
                        tuple(
                                "bbbbbbbbbbbb4bbb8bbbbbbbbbbbbbbb01",
                                null,
                                ReportedOutcome.SETTLED,
                                null,
                                null,
                                "2025-08-22"),
                        tuple(
                                "cccccccccccc4ccc8ccccccccccccccc01",
                                null,
                                ReportedOutcome.ACCEPTED,
                                null,
                                null,
                                "2025-08-20"));
        assertThat(report.payments()).allMatch(payment -> RUN.equals(payment.file()));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTC,ACCEPTED",
        "ACWC,ACCEPTED",
        "ACCC,SETTLED",
        "PDNG,PENDING",
        "RCVD,PENDING",
        "PATC,PENDING",
        "CANC,REJECTED"
    })
    void statusesMeanWhatTheStandardSays(String status, ReportedOutcome outcome) throws FileUnreadable {
        byte[] file = Fixture.with("/iso20022/pain002-03.xml", "RJCT", status);

        assertThat(Pain002.read(file).payments().getFirst().outcome()).isEqualTo(outcome);
    }

    @Test
    void aStatusThatNobodyKnowsIsRefused() {
        byte[] file = Fixture.with("/iso20022/pain002-03.xml", "RJCT", "FINE");

        assertThat(catchThrowableOfType(FileUnreadable.class, () -> Pain002.read(file)))
                .returns(Fault.BAD_VALUE, FileUnreadable::fault)
                .returns("line 12, OrgnlGrpInfAndSts[1]/GrpSts[1]", FileUnreadable::place);
    }

    @Test
    void onePaymentIsNotPartlyAccepted() {
        byte[] file = Fixture.with("/iso20022/pain002-10.xml", "<TxSts>ACSC", "<TxSts>PART");

        assertThat(catchThrowableOfType(FileUnreadable.class, () -> Pain002.read(file))
                        .fault())
                .isEqualTo(Fault.BAD_VALUE);
    }

    @Test
    void whatHasLeftTheAccountIsSettled() throws FileUnreadable {
        PaymentReport report = Camt054.read(Fixture.bytes("/iso20022/camt054-02.xml"));

        assertThat(report.kind()).isEqualTo(ReportKind.CAMT_054);
        assertThat(report.payments())
                .extracting(
                        ReportedPayment::bacsReference,
                        ReportedPayment::file,
                        ReportedPayment::outcome,
                        ReportedPayment::amount)
                .containsExactly(
                        tuple("0F0E0D0C0B0A490801", "RUN202506020001", ReportedOutcome.SETTLED, Money.of("1071.60")),
                        tuple("1F0E0D0C0B0A490801", "RUN202506020001", ReportedOutcome.SETTLED, Money.of("345.00")),
                        tuple(null, null, ReportedOutcome.PENDING, Money.of("22.00")));
    }

    @Test
    void whatCameBackIsReturned() throws FileUnreadable {
        PaymentReport report = Camt054.read(Fixture.bytes("/iso20022/camt054-08.xml"));

        assertThat(report.payments())
                .extracting(
                        ReportedPayment::endToEndId,
                        ReportedPayment::outcome,
                        ReportedPayment::code,
                        ReportedPayment::amount,
                        payment -> payment.on().toString())
                .containsExactly(
                        tuple(
                                "aaaaaaaaaaaa4aaa8aaaaaaaaaaaaaaa01",
                                ReportedOutcome.RETURNED,
                                "AC04",
                                Money.of("1071.60"),
                                "2025-08-27"),
                        tuple(
                                "bbbbbbbbbbbb4bbb8bbbbbbbbbbbbbbb01",
                                ReportedOutcome.RETURNED,
                                null,
                                Money.of("12.00"),
                                "2025-08-27"));
    }

    /** Else it would be taken for all payments of the file. */
    @ParameterizedTest
    @CsvSource({
        "pain002-10,<OrgnlEndToEndId>bbbbbbbbbbbb4bbb8bbbbbbbbbbbbbbb01</OrgnlEndToEndId>,3",
        "camt054-08,<EndToEndId>bbbbbbbbbbbb4bbb8bbbbbbbbbbbbbbb01</EndToEndId>,2"
    })
    void aPaymentThatIsNotIdentifiedNamesNoFile(String name, String id, int number) throws FileUnreadable {
        byte[] file = Fixture.with("/iso20022/" + name + ".xml", id, "");
        PaymentReport report = name.startsWith("pain") ? Pain002.read(file) : Camt054.read(file);

        assertThat(report.payments().get(number - 1))
                .returns(null, ReportedPayment::endToEndId)
                .returns(null, ReportedPayment::bacsReference)
                .returns(null, ReportedPayment::file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<TxDtls><Refs><PmtInfId>RUN202506020001</PmtInfId></Refs></TxDtls>"})
    void whatLeftAsOneDebitStandsForItsWholeFile(String text) throws FileUnreadable {
        byte[] file = Fixture.bytes("/iso20022/camt054-02.xml");
        String bare = new String(file, StandardCharsets.UTF_8)
                .replaceAll("(?s)<TxDtls>.*</TxDtls>(?=.*<Amt Ccy=\"GBP\">22.00)", text);

        assertThat(Camt054.read(bare.getBytes(StandardCharsets.UTF_8))
                        .payments()
                        .getFirst())
                .returns(null, ReportedPayment::endToEndId)
                .returns("RUN202506020001", ReportedPayment::file)
                .returns(ReportedOutcome.SETTLED, ReportedPayment::outcome);
    }
}
