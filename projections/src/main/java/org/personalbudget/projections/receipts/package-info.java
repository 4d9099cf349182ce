/** Money that came to the council's bank without a budget, and what it was for. */
@NullMarked
package org.personalbudget.projections.receipts;

import org.jspecify.annotations.NullMarked;
