/** Long seeded histories, asked of a real ledger by many callers at once, and what people then read of them. */
@NullMarked
package org.personalbudget.projections.histories;

import org.jspecify.annotations.NullMarked;
