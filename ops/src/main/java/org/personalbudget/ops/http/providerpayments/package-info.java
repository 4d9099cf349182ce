/** Payments to providers. */
@NullMarked
package org.personalbudget.ops.http.providerpayments;

import org.jspecify.annotations.NullMarked;
