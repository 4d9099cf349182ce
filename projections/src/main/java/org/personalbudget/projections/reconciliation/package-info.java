/** What banks say, beside what the ledger says: lines, movements, matches, the queue, and the proof. */
@NullMarked
package org.personalbudget.projections.reconciliation;

import org.jspecify.annotations.NullMarked;
