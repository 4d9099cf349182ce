/** Statements as tables: every bank and card programme has columns of its own, so how they are read is data. */
@NullMarked
package org.personalbudget.payments.bankcsv;

import org.jspecify.annotations.NullMarked;
