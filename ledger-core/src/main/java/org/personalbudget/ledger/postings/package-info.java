/** The chart of accounts, and how each event becomes balanced lines. */
@NullMarked
package org.personalbudget.ledger.postings;

import org.jspecify.annotations.NullMarked;
