package org.personalbudget.payments.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.payrun.PaymentFile;
import org.personalbudget.ledger.payrun.PaymentOrder;
import org.personalbudget.payments.FileUnwritable;
import org.personalbudget.payments.Fixture;

class Pain001Test {

    private static final Payer COUNCIL = new Payer("The Council", "089999", "12345678", "123456");
    private static final PaymentOrder FIRST = new PaymentOrder(
            "0f0e0d0c0b0a4908873a60504030201001",
            "0F0E0D0C0B0A490801",
            Money.of("1071.60"),
            "Zoë & <Sons>",
            "089999",
            "66374958");
    private static final PaymentOrder SECOND = new PaymentOrder(
            "1f0e0d0c0b0a4908873a60504030201001",
            "1F0E0D0C0B0A490801",
            Money.of("0.01"),
            "Ann Other",
            "107999",
            "88837491");
    private static final PaymentFile FILE = file(FIRST, SECOND);

    @Test
    void theBytesAreThoseOfTheFileKept() throws Exception {
        assertThat(new String(written(FILE), StandardCharsets.UTF_8))
                .isEqualTo(Fixture.text("/iso20022/pain001-09.xml"));
        assertThat(written(FILE)).isEqualTo(written(file(FIRST, SECOND)));
    }

    @Test
    void anotherReaderReadsWhatWasMeant() throws Exception {
        var message = MxPain00100109.parse(new String(written(FILE), StandardCharsets.UTF_8))
                .getCstmrCdtTrfInitn();

        assertThat(message.getGrpHdr().getMsgId()).isEqualTo("RUN202506020001");
        assertThat(message.getGrpHdr().getCreDtTm().toInstant()).isEqualTo("2025-05-29T09:30:00Z");
        assertThat(message.getGrpHdr().getNbOfTxs()).isEqualTo("2");
        assertThat(message.getGrpHdr().getCtrlSum()).isEqualByComparingTo(new BigDecimal("1071.61"));
        PaymentInstruction30 batch = message.getPmtInf().getFirst();
        assertThat(message.getPmtInf()).hasSize(1);
        assertThat(batch.getNbOfTxs()).isEqualTo("2");
        assertThat(batch.getCtrlSum()).isEqualByComparingTo(new BigDecimal("1071.61"));
        assertThat(batch.isBtchBookg()).isTrue();
        assertThat(batch.getReqdExctnDt().getDt()).isEqualTo("2025-06-02");
        assertThat(batch.getDbtr().getNm()).isEqualTo("The Council");
        assertThat(batch.getDbtrAcct().getId().getOthr().getId()).isEqualTo("12345678");
        assertThat(batch.getDbtrAgt().getFinInstnId().getClrSysMmbId().getMmbId())
                .isEqualTo("089999");
        CreditTransferTransaction34 first = batch.getCdtTrfTxInf().getFirst();
        assertThat(first.getPmtId().getEndToEndId()).isEqualTo(FIRST.endToEndId());
        assertThat(first.getPmtId().getInstrId()).isEqualTo(FIRST.bacsReference());
        assertThat(first.getAmt().getInstdAmt().getCcy()).isEqualTo("GBP");
        assertThat(first.getAmt().getInstdAmt().getValue()).isEqualByComparingTo(new BigDecimal("1071.60"));
        assertThat(first.getCdtr().getNm()).isEqualTo("Zoë & <Sons>");
        assertThat(first.getCdtrAcct().getId().getOthr().getId()).isEqualTo("66374958");
        assertThat(first.getCdtrAgt()
                        .getFinInstnId()
                        .getClrSysMmbId()
                        .getClrSysId()
                        .getCd())
                .isEqualTo("GBDSC");
        assertThat(batch.getCdtTrfTxInf()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "amount,0.00,payee,089999,66374958,a",
        "amount,-1.00,payee,089999,66374958,a",
        "amount,10000000000.00,payee,089999,66374958,a",
        "payee,1.00,' ',089999,66374958,a",
        "payee,1.00,'a\u0007b',089999,66374958,a",
        "sortCode,1.00,payee,08-99-99,66374958,a",
        "accountNumber,1.00,payee,089999,6637495,a",
        "endToEndId,1.00,payee,089999,66374958,''",
        "endToEndId,1.00,payee,089999,66374958,123456789012345678901234567890123456"
    })
    void whatDoesNotFitIsRefusedAndTheFileHasNoEnd(
            String field, String amount, String payee, String sortCode, String account, String id) {
        PaymentOrder order = new PaymentOrder(id, "R", Money.of(amount), payee, sortCode, account);
        ByteArrayOutputStream to = new ByteArrayOutputStream();

        FileUnwritable refused =
                catchThrowableOfType(FileUnwritable.class, () -> Pain001.write(file(FIRST, order), to));

        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.place()).isEqualTo("order 2");
        assertThat(to.toString(StandardCharsets.UTF_8)).doesNotContain("</PmtInf>");
    }

    @Test
    void ordersThatAreNotThoseOfTheControlTotalsMakeNoFile() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        PaymentFile missing =
                new PaymentFile(FILE.id(), FILE.createdAt(), FILE.payOn(), COUNCIL, 2, FILE.sum(), List.of(FIRST));

        FileUnwritable refused = catchThrowableOfType(FileUnwritable.class, () -> Pain001.write(missing, to));

        assertThat(refused.field()).isEqualTo("orders");
        assertThat(to.toString(StandardCharsets.UTF_8)).doesNotContain("</PmtInf>");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(catchThrowableOfType(FileUnwritable.class, () -> written(file()))
                        .field())
                .isEqualTo("orders");
    }

    private static PaymentFile file(PaymentOrder... orders) {
        return PaymentFile.of(
                "RUN202506020001",
                Instant.parse("2025-05-29T09:30:00.123456Z"),
                LocalDate.parse("2025-06-02"),
                COUNCIL,
                List.of(orders));
    }

    private static byte[] written(PaymentFile file) throws FileUnwritable, IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        Pain001.write(file, to);
        return to.toByteArray();
    }
}
