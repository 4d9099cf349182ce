/** Invoices: what a supplier hands in, and what is made of it. */
@NullMarked
package org.personalbudget.ledger.invoice;

import org.jspecify.annotations.NullMarked;
