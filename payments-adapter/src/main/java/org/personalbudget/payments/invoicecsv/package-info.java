/** Batches of invoices as CSV: a row is a line of an invoice; rows with the same supplier and number are one invoice. */
@NullMarked
package org.personalbudget.payments.invoicecsv;

import org.jspecify.annotations.NullMarked;
