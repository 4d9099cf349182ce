/** The life of a payment, entered by hand. */
@NullMarked
package org.personalbudget.ops.http.payments;

import org.jspecify.annotations.NullMarked;
