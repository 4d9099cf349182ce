/** Delivered visits as CSV: a row is a visit. */
@NullMarked
package org.personalbudget.payments.actualscsv;

import org.jspecify.annotations.NullMarked;
