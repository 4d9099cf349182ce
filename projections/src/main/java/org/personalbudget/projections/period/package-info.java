/** Periods as people read them: which are closed, what is accrued in them, and what moved after the end. */
@NullMarked
package org.personalbudget.projections.period;

import org.jspecify.annotations.NullMarked;
