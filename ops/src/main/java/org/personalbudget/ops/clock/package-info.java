/** The one clock of the ledger. */
@NullMarked
package org.personalbudget.ops.clock;

import org.jspecify.annotations.NullMarked;
