/** Invoices and credit notes in UBL 2.1, checked by the rules of EN 16931 and of Peppol BIS Billing 3. */
@NullMarked
package org.personalbudget.payments.ubl;

import org.jspecify.annotations.NullMarked;
