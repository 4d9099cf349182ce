/** Budgets that come over from an old system, proved by a trial balance. */
@NullMarked
package org.personalbudget.ledger.takeon;

import org.jspecify.annotations.NullMarked;
