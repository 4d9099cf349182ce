/** One decision about many budgets. */
@NullMarked
package org.personalbudget.ops.http.bulkchanges;

import org.jspecify.annotations.NullMarked;
