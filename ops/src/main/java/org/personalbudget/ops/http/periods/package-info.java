/** Periods: closing them, opening them again, and what is accrued. */
@NullMarked
package org.personalbudget.ops.http.periods;

import org.jspecify.annotations.NullMarked;
