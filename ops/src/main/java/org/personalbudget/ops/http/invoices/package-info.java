/** Invoices, credit notes and delivered visits: handed in, settled and shown. */
@NullMarked
package org.personalbudget.ops.http.invoices;

import org.jspecify.annotations.NullMarked;
