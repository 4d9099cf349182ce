/** What a supplier is told with its money: which invoices it is for, and why anything was not paid. */
@NullMarked
package org.personalbudget.payments.remittance;

import org.jspecify.annotations.NullMarked;
