package org.personalbudget.payments.invoicecsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.ledger.invoice.SubmittedLine;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.Fixture;
import org.personalbudget.payments.csv.RejectedField;

class InvoiceBatchesTest {

    private static final String BATCH = "/invoicecsv/batch.csv";
    private static final String ORDER = "7b0a4d1e-51d0-4c57-9f5c-2f2c3f0f8a11";

    @Test
    void anInvoiceOfOneRowIsReadWhole() throws FileUnreadable {
        assertThat(InvoiceBatches.read(Fixture.bytes(BATCH)).invoices().getFirst())
                .isEqualTo(new SubmittedInvoice(
                        "line 2",
                        DocumentKind.INVOICE,
                        "HC-2201",
                        null,
                        "SUP-1",
                        ORDER,
                        LocalDate.of(2025, 6, 30),
                        LocalDate.of(2025, 7, 30),
                        "GBP",
                        new DateRange(LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 29)),
                        List.of(new SubmittedLine(
                                "1",
                                "care",
                                new Units(50_00),
                                Money.of("22.00"),
                                Money.of("1100.00"),
                                "E",
                                0,
                                null,
                                List.of("V-1", "V-2"))),
                        Money.of("1100.00"),
                        Money.ZERO,
                        Money.of("1100.00")));
    }

    @Test
    void rowsWithTheSameNumberAreOneInvoiceWhereverTheyStand() throws FileUnreadable {
        InvoiceBatch batch = InvoiceBatches.read(Fixture.bytes(BATCH));
        assertThat(batch.rejected()).isEmpty();
        assertThat(batch.invoices())
                .extracting(SubmittedInvoice::number)
                .containsExactly("HC-2201", "HC-2202", "CN-17");
        SubmittedInvoice second = batch.invoices().get(1);
        assertThat(second.net()).as("gross less tax").isEqualTo(Money.of("1100.00"));
        assertThat(second.lines())
                .extracting(SubmittedLine::id, SubmittedLine::quantity, SubmittedLine::vatBasisPoints)
                .containsExactly(tuple("1", new Units(40_00), 20_00), tuple("2", new Units(10_00), 20_00));
        assertThat(second.lines().get(1).service())
                .isEqualTo(new DateRange(LocalDate.of(2025, 7, 14), LocalDate.of(2025, 7, 27)));
    }

    @Test
    void aCreditNoteNamesItsInvoice() throws FileUnreadable {
        SubmittedInvoice note =
                InvoiceBatches.read(Fixture.bytes(BATCH)).invoices().get(2);
        assertThat(note.kind()).isEqualTo(DocumentKind.CREDIT_NOTE);
        assertThat(note.corrects()).isEqualTo("HC-2201");
        assertThat(note.gross()).isEqualTo(Money.of("71.50"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ,50,22.00,; ,50,2200,;                          2; rate; not-money
            ,50,22.00,; ,50.125,22.00,;                     2; quantity; not-a-quantity
            ,50,22.00,; ,-1,22.00,;                         2; quantity; not-a-quantity
            ,50,22.00,; ,0.00,22.00,;                       2; quantity; not-a-quantity
            ,50,22.00,; ,,22.00,;                           2; quantity; missing-field
            2025-06-29,1100.00; 2025-06-31,1100.00;         2; service_to; not-a-date
            2025-06-29,1100.00; 2025-06-01,1100.00;         2; service_to; ends-before-start
            GBP; EUR;                                       2; currency; not-pounds
            ,E,,,,V-1; ,K,,,,V-1;                           2; vat_category; not-a-vat-category
            V-1|V-2; V-1||V-2;                              2; visits; not-a-code
            1100.00,1,care; 1100.00,1,care of Ann;          2; plan_line; not-a-code
            ,,,7b0a4d1e; ,,HC-1,7b0a4d1e;                   2; corrects; not-a-credit-note
            CREDIT_NOTE,HC-2201; CREDIT_NOTE,;              4; corrects; missing-field
            CREDIT_NOTE; CREDIT;                            4; kind; not-a-code
            HC-2202,,,,,; HC-2202,,,,2025-07-29,;           5; issued; differs
            ',,10,22.00'; '1,,10,22.00';                    5; line; line-twice
            V-1|V-2; V-1,V-2;                               2; invoice; wrong-width
            """)
    void aRowThatCannotBeReadIsListedWithItsFieldAndRule(String good, String bad, long line, String field, String rule)
            throws FileUnreadable {
        InvoiceBatch batch = InvoiceBatches.read(spoilt(good, bad));
        assertThat(batch.rejected())
                .extracting(RejectedField::line, RejectedField::field, RejectedField::rule)
                .containsExactly(tuple(line, field, rule));
        assertThat(batch.invoices()).as("the good ones are kept").hasSize(2);
    }

    @Test
    void everythingWrongWithAnInvoiceIsToldAtOnce() throws FileUnreadable {
        String text = Fixture.text(BATCH)
                .replace("40,22.00,880.00,S,20", "forty,22,880.00,S,2O")
                .replace("10,22.00,220.00", "10,22.00,220");
        assertThat(InvoiceBatches.read(text.getBytes(StandardCharsets.UTF_8)).rejected())
                .extracting(RejectedField::line, RejectedField::field)
                .containsExactly(
                        tuple(3L, "quantity"), tuple(3L, "rate"), tuple(3L, "vat_rate"), tuple(5L, "line_net"));
    }

    @Test
    void aRowOfNoInvoiceIsRejectedByItself() throws FileUnreadable {
        InvoiceBatch batch = InvoiceBatches.read(spoilt("SUP-1,HC-2201", "SUP-1,"));
        assertThat(batch.rejected())
                .extracting(RejectedField::line, RejectedField::field, RejectedField::rule)
                .containsExactly(tuple(2L, "invoice", "missing-field"));
        assertThat(batch.invoices()).hasSize(2);
    }

    @Test
    void aTableOfAnotherShapeIsNoBatch() {
        assertUnreadable(Fixture.text(BATCH).replaceFirst("gross", "total"), Fault.UNKNOWN_FORMAT, "line 1");
        assertUnreadable(Fixture.text(BATCH).replaceFirst(",tax,", ",net,"), Fault.ORDER, "line 1");
        assertUnreadable("supplier,invoice\n", Fault.MISSING, "line 1");
        assertUnreadable(Fixture.text(BATCH).replace("care,50", "\"care,50"), Fault.MALFORMED, "line 2");
        assertUnreadable("", Fault.EMPTY, "line 1");
    }

    private static void assertUnreadable(String text, Fault fault, String place) {
        assertThatExceptionOfType(FileUnreadable.class)
                .isThrownBy(() -> InvoiceBatches.read(text.getBytes(StandardCharsets.UTF_8)))
                .satisfies(no -> {
                    assertThat(no.fault()).isEqualTo(fault);
                    assertThat(no.place()).isEqualTo(place);
                });
    }

    private static byte[] spoilt(String good, String bad) {
        String text = Fixture.text(BATCH);
        assertThat(text).contains(good);
        int at = text.lastIndexOf(good);
        String changed = text.substring(0, at) + bad + text.substring(at + good.length());
        return changed.getBytes(StandardCharsets.UTF_8);
    }
}
