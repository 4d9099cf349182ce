/** What banks report about payments. */
@NullMarked
package org.personalbudget.ops.http.paymentreports;

import org.jspecify.annotations.NullMarked;
