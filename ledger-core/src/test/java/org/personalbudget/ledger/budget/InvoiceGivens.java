package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AnInvoice.*;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.SupplierWords.*;

import org.personalbudget.ledger.testing.Given;

/** How far an invoice has come when a test about invoices begins. */
final class InvoiceGivens {

    /** Home care is ordered, and June is over. */
    static final Given ORDERED = ledger -> ledger.and(
            registerAgency(),
            registerOtherAgency(),
            aBudgetOf("310.00").planned(careOrderedFrom(AGENCY), flexibleLine()),
            today("2025-06-29"));

    /** Of 50 hours ordered, 46.75 were delivered. */
    static final Given DELIVERED_LESS = ledger ->
            ledger.and(ORDERED, delivered(visit("V-1", "2025-06-02", 1_440), visit("V-2", "2025-06-03", 1_365)));

    /** All 50 hours billed, so 46.75 approved. */
    static final Given PART_APPROVED =
            ledger -> ledger.and(DELIVERED_LESS, invoice("A-1").of("50", "22.00", "1100.00"));

    /** All 50 hours. */
    static final Given APPROVED = ledger -> ledger.and(ORDERED, invoice("A-1").of("50", "22.00", "1100.00"));

    /** Two that look like the same. */
    static final Given HELD = ledger -> ledger.and(
            ORDERED, invoice("A-1").of("20", "22.00", "440.00"), invoice("A-2").of("20", "22.00", "440.00"));

    private InvoiceGivens() {}
}
