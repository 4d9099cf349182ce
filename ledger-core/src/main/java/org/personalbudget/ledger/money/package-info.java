/** Money as a count of pence, and how it is split without losing one. */
@NullMarked
package org.personalbudget.ledger.money;

import org.jspecify.annotations.NullMarked;
