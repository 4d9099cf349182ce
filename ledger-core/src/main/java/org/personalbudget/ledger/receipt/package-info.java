/** Money that came to the council's bank, and what it turned out to be for. */
@NullMarked
package org.personalbudget.ledger.receipt;

import org.jspecify.annotations.NullMarked;
