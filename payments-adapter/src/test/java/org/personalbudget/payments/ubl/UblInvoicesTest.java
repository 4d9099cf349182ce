package org.personalbudget.payments.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.ledger.invoice.SubmittedLine;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.Fixture;

class UblInvoicesTest {

    private static final String HC_2201 = "/ubl/hc-2201.xml";
    private static final String CN_17 = "/ubl/cn-17.xml";
    private static final String ORDER = "7b0a4d1e-51d0-4c57-9f5c-2f2c3f0f8a11";
    private static final DateRange JUNE = new DateRange(LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 29));

    @Test
    void anInvoiceForExemptCareIsReadWhole() throws FileUnreadable {
        assertThat(valid(Fixture.bytes(HC_2201)))
                .isEqualTo(new SubmittedInvoice(
                        "line 4, Invoice",
                        DocumentKind.INVOICE,
                        "HC-2201",
                        null,
                        "SUP-1",
                        ORDER,
                        LocalDate.of(2025, 6, 30),
                        LocalDate.of(2025, 7, 30),
                        "GBP",
                        JUNE,
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
    void aCreditNoteNamesTheInvoiceThatItTakesBack() throws FileUnreadable {
        SubmittedInvoice note = valid(Fixture.bytes(CN_17));
        assertThat(note.kind()).isEqualTo(DocumentKind.CREDIT_NOTE);
        assertThat(note.number()).isEqualTo("CN-17");
        assertThat(note.corrects()).isEqualTo("HC-2201");
        assertThat(note.gross()).isEqualTo(Money.of("71.50"));
        assertThat(note.lines().getFirst().quantity()).isEqualTo(new Units(3_25));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            currencyID="GBP">1100.00</cbc:Pay; currencyID="GBP">1100.01</cbc:Pay; BR-CO-16; line 81, LegalMonetaryTotal
            >50<;                              >51<;                          PEPPOL-EN16931-R120; line 87, InvoiceLine
            2017#compliant#;                   2017#conformant#;                  PEPPOL-EN16931-R004; line 4, Invoice
            TaxExemptionReason>;               ExemptionReason>;                  cvc-complex-type.2.4.a; line 74, TaxTotal/TaxSubtotal/TaxCategory/ExemptionReason
            <cbc:ID>HC-2201</cbc:ID>;          <!---->;                           cvc-complex-type.2.4.a; line 8, IssueDate
            >2025-06-30<;                      >2025-06-31<;                      cvc-datatype-valid.1.2.1; line 8, IssueDate
            <cbc:Percent>0<;                   <cbc:Percent>20<;                  BR-E-05; line 96, InvoiceLine/Item/ClassifiedTaxCategory
            schemeID="0088">5790000435951;     schemeID="0088">5790000435952;     PEPPOL-COMMON-R040; line 21, AccountingSupplierParty/Party/EndpointID
            """)
    void theRuleThatIsBrokenIsNamedWithItsPlace(String good, String bad, String id, String place)
            throws FileUnreadable {
        assertThat(broken(spoilt(HC_2201, good, bad)))
                .extracting(RuleBroken::id, RuleBroken::place)
                .contains(tuple(id, place));
    }

    @Test
    void allRulesThatAreBrokenAreToldInTheirPublishersWords() throws FileUnreadable {
        String text = Fixture.text(CN_17)
                .replace(">3.25<", ">3.5<")
                .replace(
                        "<cbc:TaxExemptionReason>Welfare services by"
                                + " a registered provider</cbc:TaxExemptionReason>",
                        "");
        assertThat(broken(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new RuleBroken(
                                "BR-E-10",
                                "A VAT breakdown (BG-23) with VAT Category code (BT-118) \"Exempt from VAT\" shall have a VAT"
                                        + " exemption reason code (BT-121) or a VAT exemption reason text (BT-120).",
                                "line 75, TaxTotal/TaxSubtotal/TaxCategory"),
                        new RuleBroken(
                                "PEPPOL-EN16931-R120",
                                "Invoice line net amount MUST equal (Invoiced quantity * (Item net price/item price base"
                                        + " quantity) + Sum of invoice line charge amount - sum of invoice line allowance"
                                        + " amount",
                                "line 91, CreditNoteLine"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            <cbc:ID>7b0a4d1e-51d0-4c57-9f5c-2f2c3f0f8a11<; <cbc:ID>care for Ann<; BAD_VALUE; line 17, OrderReference/ID
            cac:OrderReference>;         cac:DespatchDocumentReference>; MISSING;        line 4, Invoice
            PartyIdentification>;        Extra>;                         MISSING;        line 20, AccountingSupplierParty/Party
            InvoicePeriod>;              Extra>;                         MISSING;        line 4, Invoice
            >380<;                       >386<;                          UNKNOWN_FORMAT; line 10, InvoiceTypeCode
            Code>GBP<;                   Code>EUR<;                      CURRENCY;       line 11, DocumentCurrencyCode
            "GBP">22.00;                 "EUR">22.00;                    CURRENCY;       line 113, InvoiceLine/Price/PriceAmount
            >22.00<;                     >22.005<;                       BAD_VALUE;      line 113, InvoiceLine/Price/PriceAmount
            >50<;                        >50.125<;                       BAD_VALUE;      line 89, InvoiceLine/InvoicedQuantity
            >50<;                        >5000000<;                      BAD_VALUE;      line 89, InvoiceLine/InvoicedQuantity
            >50<;                        ><;                             MISSING;        line 89, InvoiceLine/InvoicedQuantity
            2025-06-29;                  2025-06-01;                     BAD_VALUE;      line 14, InvoicePeriod/EndDate
            2025-06-29;                  2025-06-29Z;                    BAD_VALUE;      line 14, InvoicePeriod/EndDate
            cac:InvoiceLine>;            cac:Line>;                      MISSING;        line 4, Invoice
            Invoice-2;                   Invoice-3;                      UNKNOWN_FORMAT; line 4, Invoice
            """)
    void whatTheLedgerNeedsBeyondTheRulesIsAskedForWithItsPlace(String good, String bad, Fault fault, String place) {
        assertThatExceptionOfType(FileUnreadable.class)
                .isThrownBy(() -> UblInvoices.readUnchecked(spoilt(HC_2201, good, bad)))
                .satisfies(no -> {
                    assertThat(no.fault()).isEqualTo(fault);
                    assertThat(no.place()).isEqualTo(place);
                });
    }

    @Test
    void aDocumentThatKeepsTheRulesAndHasNoOrderIsUnreadable() {
        String text = Fixture.text(HC_2201)
                .replaceAll("(?s)<cac:OrderReference>.*?</cac:OrderReference>", "")
                .replace("<cac:InvoicePeriod>", "<cbc:BuyerReference>B</cbc:BuyerReference><cac:InvoicePeriod>");
        assertThatExceptionOfType(FileUnreadable.class)
                .isThrownBy(() -> UblInvoices.read(text.getBytes(StandardCharsets.UTF_8)))
                .satisfies(no -> assertThat(no.detail()).isEqualTo("Invoice has no OrderReference/ID."));
    }

    @Test
    void aSupplierIsKnownByItsFirstReferenceElseByItsRegisteredNumber() throws FileUnreadable {
        String two = Fixture.text(HC_2201)
                .replace(
                        "</cac:PartyIdentification>",
                        "</cac:PartyIdentification><cac:PartyIdentification><cbc:ID>other</cbc:ID>"
                                + "</cac:PartyIdentification>");
        assertThat(valid(two.getBytes(StandardCharsets.UTF_8)).supplier()).isEqualTo("SUP-1");
        String registered = Fixture.text(HC_2201)
                .replaceAll("(?s)<cac:PartyIdentification>.*?</cac:PartyIdentification>", "")
                .replace(
                        "Care Ltd</cbc:RegistrationName>",
                        "Care Ltd</cbc:RegistrationName><cbc:CompanyID>01234567</cbc:CompanyID>");
        assertThat(valid(registered.getBytes(StandardCharsets.UTF_8)).supplier())
                .isEqualTo("01234567");
    }

    @Test
    void aPriceForSeveralUnitsIsTheRateOfOne() throws FileUnreadable {
        byte[] quarters = spoilt(
                HC_2201,
                "<cbc:PriceAmount currencyID=\"GBP\">22.00</cbc:PriceAmount>",
                "<cbc:PriceAmount currencyID=\"GBP\">5.50</cbc:PriceAmount><cbc:BaseQuantity unitCode=\"HUR\">0.25"
                        + "</cbc:BaseQuantity>");
        assertThat(valid(quarters).lines().getFirst().rate()).isEqualTo(Money.of("22.00"));
    }

    @Test
    void withoutAPeriodOfItsOwnAnInvoiceIsForTheDaysOfItsLines() throws FileUnreadable {
        String text = Fixture.text(HC_2201).replaceAll("(?s)    <cac:InvoicePeriod>.*?</cac:InvoicePeriod>\n", "");
        String lines = text.replace(
                "<cac:OrderLineReference>",
                "<cac:InvoicePeriod><cbc:StartDate>2025-06-02</cbc:StartDate><cbc:EndDate>2025-06-29</cbc:EndDate>"
                        + "</cac:InvoicePeriod><cac:OrderLineReference>");
        SubmittedInvoice invoice = valid(lines.getBytes(StandardCharsets.UTF_8));
        assertThat(invoice.service()).isEqualTo(JUNE);
        assertThat(invoice.lines().getFirst().service()).isEqualTo(JUNE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Invoice [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE Invoice [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE Invoice PUBLIC \"x\" \"file:///dev/zero\">"
            })
    void nothingIsFetchedAndNothingExpands(String doctype) {
        String text = Fixture.text(HC_2201).replaceFirst("\n", "\n" + doctype).replace(">HC-2201<", ">&e;&b;<");
        assertThatExceptionOfType(FileUnreadable.class)
                .isThrownBy(() -> UblInvoices.read(text.getBytes(StandardCharsets.UTF_8)))
                .satisfies(no -> assertThat(no.fault()).isEqualTo(Fault.DOCTYPE));
    }

    @Test
    void documentsAreReadByManyAtOnce() throws Exception {
        byte[] good = Fixture.bytes(HC_2201);
        byte[] bad = spoilt(HC_2201, ">50<", ">51<");
        try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> asked = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> UblInvoices.read(i % 2 == 0 ? good : bad) instanceof UblReading.Valid)
                    .toList();
            for (int i = 0; i < asked.size(); i += 8) {
                List<Boolean> valid = new ArrayList<>();
                for (var answer : readers.invokeAll(asked.subList(i, i + 8))) valid.add(answer.get());
                assertThat(valid).containsExactly(true, false, true, false, true, false, true, false);
            }
        }
    }

    private static List<RuleBroken> broken(byte[] bytes) throws FileUnreadable {
        return switch (UblInvoices.read(bytes)) {
            case UblReading.Valid valid -> throw new AssertionError(valid.toString());
            case UblReading.Broken broken -> broken.rules();
        };
    }

    private static SubmittedInvoice valid(byte[] bytes) throws FileUnreadable {
        return switch (UblInvoices.read(bytes)) {
            case UblReading.Valid valid -> valid.invoice();
            case UblReading.Broken broken -> throw new AssertionError(broken.toString());
        };
    }

    private static byte[] spoilt(String file, String good, String bad) {
        String text = Fixture.text(file);
        assertThat(text).contains(good);
        return text.replace(good, bad).getBytes(StandardCharsets.UTF_8);
    }
}
