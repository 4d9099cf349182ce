/** Accounting periods: how they are closed, and how two people open one again. */
@NullMarked
package org.personalbudget.ledger.period;

import org.jspecify.annotations.NullMarked;
