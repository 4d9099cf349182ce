package org.personalbudget.payments.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.payments.remittance.RemittanceAdvice.Item;
import org.personalbudget.payments.remittance.RemittanceAdvice.Reason;

class RemittanceTest {

    private static final DateRange JUNE = new DateRange(LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 29));
    private static final Item SHORT_PAID = new Item(
            "HC-2201",
            "7b0a4d1e",
            JUNE,
            Money.of("1100.00"),
            Money.of("1028.50"),
            Money.of("71.50"),
            List.of(new Reason("hours-not-delivered", "50.00 hours are billed and 46.75 were delivered.")));

    @Test
    void theTableSaysWhyALineWasShortPaid() {
        assertThat(new String(csv(adviceOf(SHORT_PAID)), StandardCharsets.UTF_8))
                .isEqualTo("payment,supplier,reference,due_on,paid_on,amount,invoice,order,service_from,service_to,"
                        + "billed,approved,disputed,reasons,explanation\r\n"
                        + "P-1,SUP-1,0F3A11,2025-07-30,2025-07-28,1028.50,HC-2201,7b0a4d1e,2025-06-02,2025-06-29,"
                        + "1100.00,1028.50,71.50,hours-not-delivered,"
                        + "50.00 hours are billed and 46.75 were delivered.\r\n");
    }

    @Test
    void aTextIsNeverAFormula() {
        Item hostile = new Item("=HYPERLINK(\"x\")", "@o", JUNE, Money.ZERO, Money.of("-1.00"), Money.ZERO, List.of());
        assertThat(new String(csv(adviceOf(hostile)), StandardCharsets.UTF_8))
                .contains(",\"'=HYPERLINK(\"\"x\"\")\",'@o,")
                .contains(",-1.00,");
    }

    @Test
    void theDocumentSaysTheSameAndCanBeSearched() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(adviceOf(SHORT_PAID)))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Remittance advice", "Northport Council", "SUP-1", "Reference 0F3A11")
                    .contains("Paid on 28 Jul 2025", "Amount £1028.50")
                    .contains("HC-2201 2 Jun 2025 to 29 Jun 2025 1100.00 1028.50 71.50")
                    .contains("50.00 hours are billed and 46.75 were delivered.", "page 1 of 1");
            var fonts = document.getPage(0).getResources();
            for (var name : fonts.getFontNames()) {
                PDFont font = fonts.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void aLongAdviceGoesOverPagesAndLosesNothing() throws IOException {
        Item[] items = IntStream.range(0, 120)
                .mapToObj(i -> new Item(
                        "HC-" + (3000 + i),
                        "order-" + i,
                        JUNE,
                        Money.of("22.00"),
                        Money.of("20.00"),
                        Money.of("2.00"),
                        List.of(new Reason(
                                "rate-above-agreed", ("rate " + i + " is above what was agreed; ").repeat(5)))))
                .toArray(Item[]::new);
        try (PDDocument document = Loader.loadPDF(pdf(adviceOf(items)))) {
            assertThat(document.getNumberOfPages()).isBetween(8, 14);
            String text = new PDFTextStripper().getText(document);
            for (Item item : items) assertThat(text).contains(item.number() + " ", "Order " + item.order());
            assertThat(text.split("Invoice For Billed Paid Not paid", -1)).hasSize(document.getNumberOfPages() + 1);
        }
    }

    @Test
    void theSameAdviceGivesTheSameBytes() {
        assertThat(pdf(adviceOf(SHORT_PAID))).isEqualTo(pdf(adviceOf(SHORT_PAID)));
        assertThat(pdf(adviceOf())).isNotEqualTo(pdf(adviceOf(SHORT_PAID)));
    }

    @Test
    void whatTheFontHasNotIsAQuestionMark() throws IOException {
        Item odd = new Item("HC\u0000\uD83D\uDE00-é", "ż", JUNE, Money.ZERO, Money.ZERO, Money.ZERO, List.of());
        try (PDDocument document = Loader.loadPDF(pdf(adviceOf(odd)))) {
            assertThat(new PDFTextStripper().getText(document)).contains("HC??-é", "Order ż");
        }
    }

    @Test
    void whatIsNotPaidYetSaysSo() throws IOException {
        RemittanceAdvice due = new RemittanceAdvice(
                "Northport Council", "SUP-1", "P-1", null, LocalDate.of(2025, 7, 30), null, Money.ZERO, List.of());
        try (PDDocument document = Loader.loadPDF(pdf(due))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Reference not yet", "Paid on not yet");
        }
        assertThat(new String(csv(due), StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @Test
    void severalAdvicesStartOnPagesOfTheirOwn() throws IOException {
        List<RemittanceAdvice> two = List.of(adviceOf(SHORT_PAID), adviceOf(SHORT_PAID, SHORT_PAID));
        assertThat(new String(RemittanceCsv.write(two), StandardCharsets.UTF_8).lines())
                .hasSize(4);
        try (PDDocument document = Loader.loadPDF(RemittancePdf.write("Remittance advices", two))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document)).contains("Remittance advices, page 2 of 2");
        }
    }

    private static byte[] csv(RemittanceAdvice advice) {
        return RemittanceCsv.write(List.of(advice));
    }

    private static byte[] pdf(RemittanceAdvice advice) {
        return RemittancePdf.write("Remittance advice " + advice.payment(), List.of(advice));
    }

    private static RemittanceAdvice adviceOf(Item... items) {
        return new RemittanceAdvice(
                "Northport Council",
                "SUP-1",
                "P-1",
                "0F3A11",
                LocalDate.of(2025, 7, 30),
                LocalDate.of(2025, 7, 28),
                Money.of("1028.50"),
                List.of(items));
    }
}
