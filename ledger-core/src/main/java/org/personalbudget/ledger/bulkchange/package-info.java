/** One decision about many budgets, which works once. */
@NullMarked
package org.personalbudget.ledger.bulkchange;

import org.jspecify.annotations.NullMarked;
