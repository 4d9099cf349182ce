package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ops.api.RunningLedger.Year;

/** Invoices, through the API. */
class InvoiceScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    @Test
    void anInvoiceInOrderIsApprovedAndInstructed() {
        Year year = ledger.nextYear();
        Period served = year.period(3);
        LocalDate after = served.last().plusDays(1);
        Billed billed = new Billed(ledger, year.starts(), DirectPayment.allFrom("LA"));
        ledger.as("auditor").on(after).get("/trial-balance").granted();

        Reply answer = billed.submit(billed.invoice("HC-2201", served, "50", "22.00", "1100.00"))
                .granted();

        assertThat(answer.text("/status")).isEqualTo("APPROVED");
        assertThat(answer.text("/approved")).isEqualTo("1100.00");
        assertThat(answer.text("/dueOn")).isEqualTo(after.plusDays(30).toString());
        Reply shown = ledger.as("invoice-officer")
                .get("/invoices/" + answer.text("/invoiceId") + "?after=" + answer.position())
                .granted();
        assertThat(shown.text("/status")).isEqualTo("APPROVED");
        assertThat(shown.text("/payments/0/amount")).isEqualTo("1100.00");
        Books books = new Books(ledger, billed.budget);
        assertThat(books.postedBy("ProviderPaymentAuthorised"))
                .containsExactlyInAnyOrder("Dr 5000/LA 1100.00", "Cr 2000/LA 1100.00");
        books.areInOrder();
    }
}
