/** Contributions: assessed, fallen due, paid. */
@NullMarked
package org.personalbudget.ops.http.contributions;

import org.jspecify.annotations.NullMarked;
