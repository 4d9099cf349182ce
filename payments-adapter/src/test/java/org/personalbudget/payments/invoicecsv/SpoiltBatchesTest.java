package org.personalbudget.payments.invoicecsv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.Fixture;
import org.personalbudget.payments.Mutant;
import org.personalbudget.payments.csv.RejectedField;

/** Whatever is done to a batch, it is read, its rows are rejected, or it is no batch: nothing else, and nothing twice. */
class SpoiltBatchesTest {

    private static final int MUTANTS = 20_000;
    private static final List<String> WORDS = List.of(
            ",",
            "\"",
            "\n",
            "\r\n",
            "|",
            "-",
            "0",
            "99999999999999.99",
            "-1.00",
            "1e9",
            "2025-02-30",
            "9999-12-31",
            "SUP-1,HC-2201,",
            "CREDIT_NOTE",
            "gross",
            "\uFEFF",
            "\u0000",
            "é",
            "999999.99",
            "=1+1",
            "E",
            "S",
            "");

    @Test
    void aSpoiltBatchIsReadOrRejectedAndNothingElse() {
        byte[] good = Fixture.bytes("/invoicecsv/batch.csv");
        Mutant mutant = new Mutant(2201, WORDS);
        int read = 0;
        int rejected = 0;
        int unreadable = 0;
        for (int i = 0; i < MUTANTS; i++) {
            try {
                InvoiceBatch batch = InvoiceBatches.read(mutant.of(good));
                batch.invoices().forEach(SpoiltBatchesTest::check);
                batch.rejected().forEach(SpoiltBatchesTest::check);
                if (batch.rejected().isEmpty()) read++;
                else rejected++;
            } catch (FileUnreadable no) {
                assertThat(no.place()).matches("line [0-9]+");
                unreadable++;
            }
        }
        assertThat(read).isPositive();
        assertThat(rejected).isGreaterThan(MUTANTS / 10);
        assertThat(unreadable).isGreaterThan(MUTANTS / 10);
    }

    private static void check(SubmittedInvoice invoice) {
        assertThat(invoice.lines()).isNotEmpty();
        assertThat(invoice.place()).matches("line [0-9]+");
    }

    private static void check(RejectedField rejected) {
        assertThat(rejected.line()).isGreaterThan(1);
        assertThat(rejected.rule()).matches("[a-z-]+");
        assertThat(rejected.reason()).endsWith(".");
    }
}
