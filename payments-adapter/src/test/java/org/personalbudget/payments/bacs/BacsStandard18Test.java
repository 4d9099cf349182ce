package org.personalbudget.payments.bacs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.PayRunDates;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.payrun.PaymentFile;
import org.personalbudget.ledger.payrun.PaymentOrder;
import org.personalbudget.payments.FileUnwritable;
import org.personalbudget.payments.Fixture;
import org.personalbudget.payments.bankholidays.BankHolidays;

class BacsStandard18Test {

    private static final BacsCalendar CALENDAR = new BacsCalendar(BankHolidays.ofEngland(List.of()));
    private static final Payer COUNCIL = new Payer("Någon-by Borough Council", "089999", "12345678", "123456");
    private static final PaymentOrder FIRST = order("1071.60", "Zoë O'Brien & Sons, Ltd", "0F0E0D0C0B0A490801");
    private static final PaymentOrder SECOND =
            new PaymentOrder("x", "REF/1 A-B.C&D", Money.of("0.01"), "Straße ­Łódź", "107999", "88837491");

    @ParameterizedTest
    @CsvSource({
        "2025-06-02,2025-05-29,2025-05-30,2025-06-02",
        "2025-08-25,2025-08-20,2025-08-21,2025-08-22",
        "2025-08-26,2025-08-21,2025-08-22,2025-08-26",
        "2025-12-29,2025-12-23,2025-12-24,2025-12-29",
        "2026-04-06,2026-03-31,2026-04-01,2026-04-02",
        "2026-01-01,2025-12-29,2025-12-30,2025-12-31"
    })
    void aCreditTakesThreeWorkingDays(LocalDate due, LocalDate input, LocalDate processing, LocalDate entry) {
        assertThat(CALENDAR.datesFor(due)).isEqualTo(new PayRunDates(input, processing, entry));
    }

    @Test
    void theBytesAreThoseOfTheFileKept() throws Exception {
        assertThat(text(file("2025-06-02", FIRST, SECOND))).isEqualTo(Fixture.text("/bacs/standard18.txt"));
    }

    @Test
    void labelsHaveEightyCharactersAndRecordsAHundredAndSix() throws Exception {
        List<String> lines = text(file("2025-06-02", FIRST, SECOND)).lines().toList();

        assertThat(lines).extracting(String::length).containsExactly(80, 80, 80, 80, 106, 106, 106, 80, 80, 80);
        assertThat(lines.get(3)).startsWith("UHL1 25150");
    }

    @Test
    void theProcessingDayStepsOverABankHoliday() throws Exception {
        List<String> lines = text(file("2025-08-22", FIRST)).lines().toList();

        assertThat(lines.get(3).substring(4, 10)).isEqualTo(" 25233");
        assertThat(lines.get(4)).endsWith(" 25233");
        assertThat(lines.get(5)).endsWith(" 25233");
    }

    @Test
    void fieldsStandWhereStandard18HasThem() throws Exception {
        List<String> lines = text(file("2025-06-02", FIRST, SECOND)).lines().toList();
        String credit = lines.get(4);
        String contra = lines.get(6);
        String trailer = lines.get(9);

        assertThat(field(credit, 1, 6)).isEqualTo("089999");
        assertThat(field(credit, 7, 14)).isEqualTo("66374958");
        assertThat(field(credit, 15, 17)).isEqualTo("099");
        assertThat(field(credit, 18, 31)).isEqualTo("08999912345678");
        assertThat(field(credit, 36, 46)).isEqualTo("00000107160");
        assertThat(field(credit, 47, 64)).isEqualTo("NAGON-BY BOROUGH C");
        assertThat(field(credit, 65, 82)).isEqualTo("0F0E0D0C0B0A490801");
        assertThat(field(credit, 83, 100)).isEqualTo("ZOE OBRIEN & SONS");
        assertThat(field(lines.get(5), 83, 100)).isEqualTo("STRASSE LODZ");
        assertThat(field(contra, 1, 14)).isEqualTo("08999912345678");
        assertThat(field(contra, 15, 17)).isEqualTo("017");
        assertThat(field(contra, 36, 46)).isEqualTo("00000107161");
        assertThat(field(contra, 47, 64)).isEqualTo("RUN202506020001");
        assertThat(field(contra, 65, 82)).isEqualTo("CONTRA");
        assertThat(field(trailer, 5, 17)).isEqualTo("0000000107161");
        assertThat(field(trailer, 18, 30)).isEqualTo("0000000107161");
        assertThat(field(trailer, 31, 44)).isEqualTo("00000010000002");
    }

    @Test
    void theSamePaymentsMakeTheSameBytes() throws Exception {
        assertThat(written(file("2025-06-02", FIRST, SECOND))).isEqualTo(written(file("2025-06-02", FIRST, SECOND)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00,payee,REF,amount",
        "-0.01,payee,REF,amount",
        "1000000000.00,payee,REF,amount",
        "1.00,' ',REF,payee",
        "1.00,張偉,REF,payee",
        "1.00,payee,'',bacsReference",
        "1.00,payee,ref,bacsReference",
        "1.00,payee,REFERENCE-OF-19-CHA,bacsReference"
    })
    void whatDoesNotFitIsRefusedAndTheFileHasNoEnd(String amount, String payee, String reference, String field) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();

        FileUnwritable refused = catchThrowableOfType(
                FileUnwritable.class,
                () -> new BacsStandard18(CALENDAR)
                        .write(file("2025-06-02", FIRST, order(amount, payee, reference)), to));

        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.place()).isEqualTo("order 2");
        assertThat(to.toString(StandardCharsets.US_ASCII)).doesNotContain("CONTRA", "UTL1");
    }

    @Test
    void theContraHasToFitAsWell() {
        PaymentOrder half = order("500000000.00", "payee", "REF");

        assertThat(refused(file("2025-06-02", half, half))).isEqualTo("orders");
    }

    @Test
    void ordersThatAreNotThoseOfTheControlTotalsMakeNoFile() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        PaymentFile whole = file("2025-06-02", FIRST, SECOND);

        assertThat(refused(ofControl(whole, 3, whole.sum(), to), to)).isEqualTo("orders");
        assertThat(refused(ofControl(whole, 2, FIRST.amount(), to), to)).isEqualTo("orders");
        assertThat(to.toString(StandardCharsets.US_ASCII)).doesNotContain("CONTRA", "UTL1");
    }

    private static PaymentFile ofControl(PaymentFile it, int count, Money sum, ByteArrayOutputStream to) {
        to.reset();
        return new PaymentFile(it.id(), it.createdAt(), it.payOn(), it.payer(), count, sum, it.orders());
    }

    private static String refused(PaymentFile file, ByteArrayOutputStream to) {
        return catchThrowableOfType(FileUnwritable.class, () -> new BacsStandard18(CALENDAR).write(file, to))
                .field();
    }

    @Test
    void noFileIsWrittenForADayWithoutBanks() {
        assertThat(refused(file("2025-08-25", FIRST))).isEqualTo("payOn");
        assertThat(refused(file("2025-06-01", FIRST))).isEqualTo("payOn");
        assertThat(refused(file("2025-06-02"))).isEqualTo("orders");
    }

    private static String refused(PaymentFile file) {
        return catchThrowableOfType(FileUnwritable.class, () -> written(file)).field();
    }

    private static String field(String line, int from, int to) {
        return line.substring(from - 1, to).stripTrailing();
    }

    private static PaymentOrder order(String amount, String payee, String reference) {
        return new PaymentOrder("x", reference, Money.of(amount), payee, "089999", "66374958");
    }

    private static PaymentFile file(String payOn, PaymentOrder... orders) {
        return PaymentFile.of(
                "RUN202506020001",
                Instant.parse("2025-05-28T23:30:00Z"),
                LocalDate.parse(payOn),
                COUNCIL,
                List.of(orders));
    }

    private static String text(PaymentFile file) throws FileUnwritable, IOException {
        return new String(written(file), StandardCharsets.US_ASCII);
    }

    private static byte[] written(PaymentFile file) throws FileUnwritable, IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        new BacsStandard18(CALENDAR).write(file, to);
        return to.toByteArray();
    }
}
