/** Invoices and credit notes, as they stand, and why. */
@NullMarked
package org.personalbudget.projections.invoices;

import org.jspecify.annotations.NullMarked;
