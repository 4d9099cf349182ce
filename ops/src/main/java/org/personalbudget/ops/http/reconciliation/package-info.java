/** Statements in, the queue of what nobody could match, matches by hand, and the proof. */
@NullMarked
package org.personalbudget.ops.http.reconciliation;

import org.jspecify.annotations.NullMarked;
