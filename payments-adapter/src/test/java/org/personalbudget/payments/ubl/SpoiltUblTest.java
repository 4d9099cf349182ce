package org.personalbudget.payments.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.Fixture;
import org.personalbudget.payments.Mutant;

/** Whatever is done to a document, it is an invoice, it breaks rules, or it is no such document: nothing else. */
class SpoiltUblTest {

    private static final int PARSED = 20_000;
    private static final int CHECKED = 300;
    private static final List<String> WORDS = List.of(
            "<",
            ">",
            "</",
            "&",
            "&amp;",
            "&#0;",
            "&#x41;",
            "&x;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?x?>",
            "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
            "<cbc:ID>",
            "</cbc:ID>",
            "cac:InvoiceLine",
            "xmlns:cbc=\"urn:x\"",
            " xmlns=\"\"",
            "currencyID=\"EUR\"",
            "\uFEFF",
            "\u0000",
            "\uFFFF",
            "é",
            "1e9",
            "-1",
            "0.001",
            "99999999999999999",
            "NaN",
            "INF",
            "2025-02-30",
            "9999-12-31",
            "<a><a><a><a><a><a><a><a>",
            "");

    @Test
    void aSpoiltDocumentIsReadOrUnreadableAndNothingElse() {
        int read = 0;
        for (String name : List.of("/ubl/hc-2201.xml", "/ubl/cn-17.xml")) {
            byte[] good = Fixture.bytes(name);
            Mutant mutant = new Mutant(name.hashCode(), WORDS);
            for (int i = 0; i < PARSED / 2; i++) {
                try {
                    check(UblInvoices.readUnchecked(mutant.of(good)));
                    read++;
                } catch (FileUnreadable no) {
                    assertThat(no.place()).matches("line [0-9]+(, [^{]+)?");
                }
            }
        }
        assertThat(read).isBetween(PARSED / 100, PARSED / 2);
    }

    @Test
    void aSpoiltDocumentBreaksRulesOrNoneAndNothingElse() {
        byte[] good = Fixture.bytes("/ubl/hc-2201.xml");
        Mutant mutant = new Mutant(16931, WORDS);
        int broken = 0;
        int checked = 0;
        while (checked < CHECKED) {
            try {
                switch (UblInvoices.read(mutant.of(good))) {
                    case UblReading.Valid valid -> check(valid.invoice());
                    case UblReading.Broken of -> {
                        assertThat(of.rules()).isNotEmpty().allSatisfy(SpoiltUblTest::check);
                        broken++;
                    }
                }
                checked++;
            } catch (FileUnreadable no) {
                assertThat(no.place()).startsWith("line ");
            }
        }
        assertThat(broken).isGreaterThan(CHECKED / 4);
    }

    private static void check(SubmittedInvoice invoice) {
        assertThat(invoice.lines()).isNotEmpty();
        assertThat(invoice.number()).isNotBlank();
    }

    private static void check(RuleBroken rule) {
        assertThat(rule.id()).matches("[A-Za-z0-9._-]+");
        assertThat(rule.text()).isNotBlank();
        assertThat(rule.place()).matches("line [0-9]+, .+");
    }
}
