/** One decision about many budgets: what it proposes, and what of it was decided. */
@NullMarked
package org.personalbudget.projections.bulkchange;

import org.jspecify.annotations.NullMarked;
